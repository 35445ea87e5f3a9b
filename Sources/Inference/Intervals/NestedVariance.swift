// SPDX-License-Identifier: GPL-3.0-or-later

/// What three nested causes contribute to the variance of a figure: an outer one, one within it, and
/// chance within both.
///
/// Each row has the figure three times: twice at the same outer and inner cause, once at the same outer
/// cause alone. The mean squares of a nested analysis of variance give the parts without bias (Searle,
/// Casella, McCulloch 1992, Variance Components, section 3.3); a part that they put below zero is none.
package struct NestedVariance: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    let first: Double
    /// Of the same outer and inner cause as `first`, with other chance.
    let sameInner: Double
    /// Of the same outer cause, with another inner cause and other chance.
    let sameOuter: Double

    package init(_ first: Double, sameInner: Double, sameOuter: Double) {
      self.first = first
      self.sameInner = sameInner
      self.sameOuter = sameOuter
    }
  }

  /// A part of the variance.
  package struct Part: Equatable, Sendable {
    /// ≥ 0, in the figure's unit squared.
    package let variance: Double
    /// Of the whole, in [0, 1]; 0 where nothing varies.
    package let share: Double
    /// Standard error of the share by the jackknife over rows.
    package let shareError: Double
  }

  package let outer: Part
  package let inner: Part
  package let chance: Part

  package var parts: [Part] { [outer, inner, chance] }
  /// The parts together.
  package var variance: Double { parts.reduce(0) { $0 + $1.variance } }

  /// Nil with fewer than three rows.
  package init?(_ rows: [Row]) {
    guard rows.count > 2 else { return nil }
    let sums = Sums(rows)
    let variances = sums.components
    let shares = Self.shares(variances)
    let left = rows.map { Self.shares((sums - Sums([$0], around: sums)).components) }
    let count = Double(rows.count)
    let parts = variances.indices.map { part in
      let mean = left.reduce(0) { $0 + $1[part] } / count
      let squares = left.reduce(0) { $0 + ($1[part] - mean) * ($1[part] - mean) }
      return Part(
        variance: variances[part], share: shares[part],
        shareError: ((count - 1) / count * squares).squareRoot())
    }
    (outer, inner, chance) = (parts[0], parts[1], parts[2])
  }

  private static func shares(_ variances: [Double]) -> [Double] {
    let whole = variances.reduce(0, +)
    return variances.map { whole > 0 ? $0 / whole : 0 }
  }

  /// Sums of squares over rows, from which a row can be taken out again.
  private struct Sums {
    let origin: Double
    var count = 0.0
    var means = 0.0
    var squares = 0.0
    var within = 0.0
    var between = 0.0

    init(_ rows: [Row], around other: Sums? = nil) {
      // Around a mean, so that large figures with little spread lose no digits.
      origin =
        other?.origin ?? rows.reduce(0) { $0 + $1.first / Double(rows.count) }
      for row in rows {
        let pair = (row.first + row.sameInner) / 2
        let mean = (pair + row.sameOuter) / 2 - origin
        count += 1
        means += mean
        squares += mean * mean
        within += (row.first - row.sameInner) * (row.first - row.sameInner) / 2
        between += (pair - row.sameOuter) * (pair - row.sameOuter)
      }
    }

    static func - (left: Sums, right: Sums) -> Sums {
      var sums = left
      sums.count -= right.count
      sums.means -= right.means
      sums.squares -= right.squares
      sums.within -= right.within
      sums.between -= right.between
      return sums
    }

    /// The variances of the outer cause, the inner one and chance.
    ///
    /// With D and C for the last two, E (pair − other)² = 2 D + 3/2 C, and a row's mean adds D/2 + 3/8 C
    /// to the outer variance.
    var components: [Double] {
      let chance = within / count
      let inner = (between / count - 1.5 * chance) / 2
      let rows = (squares - means * means / count) / (count - 1)
      return [rows - inner / 2 - 0.375 * chance, inner, chance].map { max(0, $0) }
    }
  }
}
