// SPDX-License-Identifier: GPL-3.0-or-later

package import SimulationEngine

/// A measure of service that is a ratio of sums, by its name on the command line.
package enum ServiceRatio: String, CaseIterable, Sendable {
  /// Seconds waited ÷ arrivals whose wait has ended.
  case meanWait = "mean_wait"
  /// Answered within the acceptable wait ÷ arrivals.
  case serviceLevel = "service_level"
  /// Left ÷ arrivals.
  case abandonment

  /// Numerator and denominator over a stretch of time.
  package func parts(of counts: ContactCounts) -> (top: Double, bottom: Double) {
    let top =
      switch self {
      case .meanWait: counts.totalWait
      case .serviceLevel: Double(counts.answeredWithinAcceptableWait)
      case .abandonment: Double(counts.abandoned)
      }
    return (top, Double(self == .meanWait ? counts.arrived - counts.unserved : counts.arrived))
  }

  /// The same of one replication.
  package func parts(of totals: ReplicationTotals) -> (top: Double, bottom: Double) {
    let top =
      switch self {
      case .meanWait: totals.waitSeconds
      case .serviceLevel: Double(totals.withinLimit)
      case .abandonment: Double(totals.abandoned)
      }
    return (top, Double(self == .meanWait ? totals.arrivals - totals.unserved : totals.arrivals))
  }

  /// One value for each pair whose mean is the ratio of sums r and whose spread is that of the
  /// delta method: r + (y − r x) ÷ mean x. Empty where the denominators sum to zero.
  package static func linearized(_ parts: [(top: Double, bottom: Double)]) -> [Double] {
    let bottom = parts.reduce(0) { $0 + $1.bottom }
    guard bottom > 0 else { return [] }
    let ratio = parts.reduce(0) { $0 + $1.top } / bottom
    let mean = bottom / Double(parts.count)
    return parts.map { ratio + ($0.top - ratio * $0.bottom) / mean }
  }
}
