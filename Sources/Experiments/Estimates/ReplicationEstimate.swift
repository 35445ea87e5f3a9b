// SPDX-License-Identifier: GPL-3.0-or-later

package import Inference
package import Measures

/// A measure over replications, plainly and with less variance, and what that gained.
package struct ReplicationEstimate: Equatable, Sendable {
  package let measure: Measure
  /// Of independent replications.
  package let plain: ConfidenceInterval
  /// With the methods asked for; nil where there are too few replications or none was asked for.
  package let reduced: ConfidenceInterval?
  /// Plain replications that one is worth: variance of the plain mean over that of the reduced one.
  package let gain: Double?

  /// - Parameters:
  ///   - totals: In order of replication; under mirroring, pairs stand side by side.
  ///   - expectedChats: Known mean of each replication's `chats`: the control; nil for no control.
  ///   - isMirrored: Whether every second replication mirrors the one before.
  /// - Returns: Nil where nobody came.
  package init?(
    _ measure: Measure, _ totals: [ReplicationTotals], expectedChats: Double?,
    isMirrored: Bool
  ) {
    let values = measure.linearized(totals.lazy.map(\.counts))
    guard !values.isEmpty else { return nil }
    self.measure = measure
    plain = ConfidenceInterval(of: values)
    var sample = values
    var chats = totals.map { Double($0.chats) }
    var interval: ConfidenceInterval?
    var gain = 1.0
    if isMirrored, let pairs = Self.pairs(values) {
      interval = pairs.interval
      gain = pairs.gain
      sample = Self.averages(values)
      chats = Self.averages(chats)
    }
    if let expectedChats,
      let controlled = try? ControlVariates(
        sample, controls: [chats], expectations: [expectedChats])
    {
      interval = controlled.interval
      gain *= controlled.gain
    }
    reduced = interval
    self.gain = interval == nil || !gain.isFinite ? nil : gain
  }

  private static func pairs(_ values: [Double]) -> AntitheticPairs? {
    let (plain, mirrored) = halves(values)
    return try? AntitheticPairs(plain, mirrored: mirrored)
  }

  private static func averages(_ values: [Double]) -> [Double] {
    let (plain, mirrored) = halves(values)
    return zip(plain, mirrored).map { ($0 + $1) / 2 }
  }

  /// Every second value, and those between them; an odd one at the end is left out.
  private static func halves(_ values: [Double]) -> ([Double], [Double]) {
    let even = stride(from: 0, to: values.count - 1, by: 2)
    return (even.map { values[$0] }, even.map { values[$0 + 1] })
  }
}
