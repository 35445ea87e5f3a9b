// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// A percentage added to the price of the conversations of some hours or dates (F9f, F9g).
///
/// Where one price holds for all, it is a percentage of that price for each conversation concerned;
/// otherwise of the clause's charges in proportion to them. Several surcharges add up and never bear
/// on each other.
package struct ConversationSurcharge: Equatable, Sendable {
  package enum When: Equatable, Sendable {
    /// Clock hours from `start` (0–23) until `end` (1–24); `end` ≤ `start` runs past midnight.
    case hours(start: Int, end: Int)
    case dates([DateSpan])
  }

  package var when: When
  package var percentage: Percentage
  /// Whether more than 100 % is meant.
  package var allowsAboveHundred = false

  package init(_ when: When, _ percentage: Percentage) {
    self.when = when
    self.percentage = percentage
  }

  /// What a surcharge is a percentage of.
  enum Base {
    /// One price for every conversation of the month.
    case price(UnitPrice)
    /// The clause's charges before any surcharge.
    case charges(Money)
  }

  func charge(
    _ month: BilledMonth, on sheet: inout BillingSheet, base: Base, _ count: Int64
  ) throws(PricingError) {
    guard count > 0 else { return }
    let concerned = try conversations(in: month)
    guard concerned > 0 else { return }
    let reason = Explanation.conversationSurcharge(percentage, concerned: concerned, of: count)
    switch base {
    case .price(let price):
      try sheet.charge(Fraction(concerned), .inquiries, at: percentage, of: price, reason)
    case .charges(let charges):
      guard charges != .zero else { return }
      let share = try Fraction(unchecked: charges.fen, 100)
        .multiplied(by: Fraction(unchecked: concerned, count).reduced)
      try sheet.charge(share, .yuan, at: percentage, of: .yuan(1), reason)
    }
  }

  private func conversations(in month: BilledMonth) throws(PricingError) -> Int64 {
    var total: Int64 = 0
    switch when {
    case .hours(let start, let end):
      for hour in 0..<24
      where end > start ? start <= hour && hour < end : hour >= start || hour < end {
        total.addSaturating(try month.conversations(inHour: hour))
      }
    case .dates(let spans):
      for (day, date) in month.usage.served.enumerated()
      where spans.contains(where: { $0.contains(date) }) {
        total.addSaturating(try month.conversations(onDay: day))
      }
    }
    return total
  }

  func check(_ checker: inout ContractChecker) {
    checker.percentage("percentage", percentage, allowsAboveHundred: allowsAboveHundred)
    switch when {
    case .hours(let start, let end):
      checker.range("hours.start", start, 0...23)
      checker.range("hours.end", end, 1...24)
    case .dates(let spans):
      if spans.isEmpty { checker.report("dates", found: "[]", .mustNotBeEmpty) }
    }
  }
}

extension [ConversationSurcharge] {
  /// Dates need counts by day, clock hours those by hour.
  var detail: UsageDetail {
    reduce(.months) { detail, surcharge in
      switch surcharge.when {
      case .hours: detail + UsageDetail(days: false, hours: true)
      case .dates: detail + UsageDetail(days: true, hours: false)
      }
    }
  }

  func charge(
    _ month: BilledMonth, on sheet: inout BillingSheet, price: UnitPrice?, since start: Money,
    _ count: Int64
  ) throws(PricingError) {
    guard !isEmpty else { return }
    let base: ConversationSurcharge.Base =
      if let price { .price(price) } else { .charges(try sheet.total.subtracting(start)) }
    for surcharge in self { try surcharge.charge(month, on: &sheet, base: base, count) }
  }
}
