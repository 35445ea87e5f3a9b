// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures
package import Money

/// What a platform's grade costs the shop in a month: less traffic, points, a badge that is lost. It is
/// no part of any provider's bill.
package struct PlatformCost: Equatable, Sendable {
  /// Costs so much where the rule's value of the month lies on the wrong side of the bound.
  package struct Grade: Equatable, Sendable {
    /// A share in [0, 1], or seconds where the rule's value is a mean.
    package var bound: Double
    package var cost: Money

    package init(bound: Double, cost: Money) {
      self.bound = bound
      self.cost = cost
    }
  }

  /// The scorecard that is graded.
  package var measure: Measure
  /// From the mildest to the worst.
  package var grades: [Grade]
  /// Whether the amounts are the program's, as nobody gave any.
  package var isAssumed: Bool

  package init(measure: Measure, grades: [Grade], isAssumed: Bool) {
    self.measure = measure
    self.grades = grades
    self.isAssumed = isAssumed
  }

  /// For missing a grade in a month, where nobody says what it is worth.
  package static let assumedCost = Money(fen: 200_000)

  /// The worst grade that a month's value falls into; nil where it falls into none.
  package func grade(of value: Double) -> Grade? {
    grades.last { measure.unit == .seconds ? value > $0.bound : value < $0.bound }
  }
}
