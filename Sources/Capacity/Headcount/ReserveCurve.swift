// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// What more people in reserve cost, and what they save: a newsvendor's decision.
///
/// Each replication is one promotion that may come. More people cost their price whatever comes; too few
/// cost what is lost on customers who leave. Where a loss is so much for each person who is missing, the choice
/// is the smallest number that is enough with the probability (loss − price) ÷ loss, the critical
/// fractile.
package struct ReserveCurve: Equatable, Sendable {
  package struct Point: Equatable, Sendable {
    package let people: Int
    /// Yuan, whatever comes.
    package let price: Double
    /// Yuan of margin lost in each replication.
    package let losses: [Double]
    /// Share of replications in which a target is missed on these days.
    package let missing: Double

    package init(people: Int, price: Double, losses: [Double], missing: Double) {
      self.people = people
      self.price = price
      self.losses = losses
      self.missing = missing
    }

    package var meanLoss: Double { losses.reduce(0, +) / Double(max(1, losses.count)) }
    /// What is exceeded in one promotion of ten.
    package var severeLoss: Double {
      let sorted = losses.sorted()
      return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, sorted.count * 9 / 10)]
    }
    package var cost: Double { price + meanLoss }
  }

  /// Ascending by people, from none on.
  package let points: [Point]

  package init(points: [Point]) { self.points = points }

  /// The point of least expected cost, the fewest people of equals; nil without points.
  package var choice: Point? {
    points.min { ($0.cost, $0.people) < ($1.cost, $1.people) }
  }
}

/// The reserve of one promotion.
package struct PromotionReserve: Sendable {
  package let promotion: String
  /// Days of the phase with most customers, on which the reserve is there.
  package let days: [CivilDate]
  package let group: String
  package let shift: String
  /// Yuan of one person on one day, the mean of the days.
  package let shiftPrice: Double
  /// Whether the contract has no price for such people, so that the usual one is taken (F10, F11).
  package let isPriceAssumed: Bool
  /// The last day to book.
  package let deadline: CivilDate
  package let curve: ReserveCurve
}
