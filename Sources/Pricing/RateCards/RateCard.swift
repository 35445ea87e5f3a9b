// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// A published price list: for each price a range with low, usual and high, and the line of the
/// source from which it comes.
package struct RateCard: Equatable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case perSeatMonth = "per_seat_month"
    case perShift = "per_shift"
    case perHour = "per_hour"
    case perInquiry = "per_inquiry"
    case perBlockOf100 = "per_block_of_100"
    case perMonth = "per_month"
    case perYear = "per_year"
    case perDailyInquiryMonth = "per_month_per_daily_inquiry"
    case perPerson = "per_person"
    case perPersonMonth = "per_person_month"
    case perOrder = "per_order"
    case once
    /// Per cent of sales.
    case percentOfSales = "percent_of_sales"
    /// Per cent of the wage.
    case percentOfWage = "percent_of_wage"
    /// Per cent of the amount due, per day.
    case percentPerDay = "percent_per_day"
    /// Per cent added to a price.
    case percentSurcharge = "percent_surcharge"
  }

  package struct Entry: Equatable, Sendable {
    /// A key such as `dedicated_seat`.
    package var name: String
    package var low: ExactDecimal
    package var usual: ExactDecimal
    package var high: ExactDecimal
    package var unit: Unit
    /// The fact it comes from, such as `F6`.
    package var source: String
    /// Whether the source names no such number and the planner assumes it.
    package var isAssumption: Bool

    package init(
      _ name: String, _ low: ExactDecimal, _ usual: ExactDecimal, _ high: ExactDecimal,
      _ unit: Unit, _ source: String, isAssumption: Bool = false
    ) {
      self.name = name
      self.low = low
      self.usual = usual
      self.high = high
      self.unit = unit
      self.source = source
      self.isAssumption = isAssumption
    }
  }

  package var name: String
  package var entries: [Entry]

  package init(name: String, entries: [Entry]) {
    self.name = name
    self.entries = entries
  }

  package func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// Every card, the reference card first.
  package static let all: [RateCard] = [
    reference, marketPerConversation, marketPackages, marketSeats,
  ]
}
