// SPDX-License-Identifier: GPL-3.0-or-later

/// A law that draws one of a few values: the shape of a sample, whatever it is.
package struct SampleLaw: Equatable, Sendable {
  /// Values, ascending; seconds.
  package let values: [Double]
  /// Of each value; none negative, their sum positive.
  package let weights: [Double]
  /// How many times it was learnt from.
  package let count: Int

  private static let size = 20

  /// Twenty values, each as likely and the mean of as large a part of the sorted times, so that the mean
  /// is kept. Nil of fewer than `MessageFit.fewest`.
  init?(_ times: [Double]) {
    guard times.count >= MessageFit.fewest else { return nil }
    let sorted = times.sorted()
    values = (0..<Self.size).map { part in
      let own = sorted[(sorted.count * part / Self.size)..<(sorted.count * (part + 1) / Self.size)]
      return own.reduce(0, +) / Double(own.count)
    }
    weights = Array(repeating: 1, count: Self.size)
    count = times.count
  }

  /// Values of which those of hardly any weight are left out.
  init(values: [Double], shares: [Double], count: Int) {
    let kept = shares.indices.filter { shares[$0] >= 0.001 }
    self.values = kept.map { values[$0] }
    weights = kept.map { (shares[$0] * 1000).rounded() }
    self.count = count
  }

  package var isEven: Bool { weights.allSatisfy { $0 == weights[0] } }

  package var mean: Double {
    zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
  }
}
