// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A percentage added to the price of the conversations of some hours or dates (F9f, F9g).
///
/// It is charged on the clause's amount in proportion to the conversations concerned.
package struct ConversationSurcharge: Equatable, Sendable {
  package enum When: Equatable, Sendable {
    /// Clock hours from `start` (0–23) until `end` (1–24); `end` ≤ `start` runs past midnight.
    case hours(start: Int, end: Int)
    case dates([DateSpan])
  }

  package var when: When
  package var percentage: Percentage

  package init(_ when: When, _ percentage: Percentage) {
    self.when = when
    self.percentage = percentage
  }

  func charge(
    _ month: BilledMonth, on sheet: inout BillingSheet, clauseCharges: Money, _ count: Int64
  ) throws(PricingError) {
    guard count > 0, clauseCharges != .zero else { return }
    let concerned = try conversations(in: month)
    guard concerned > 0 else { return }
    let base = try Fraction(unchecked: clauseCharges.fen, 100)
      .multiplied(by: Fraction(unchecked: concerned, count).reduced)
    try sheet.charge(
      base, .yuan, at: percentage, of: .yuan(1),
      .conversationSurcharge(percentage, concerned: concerned, of: count))
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
    checker.percentage("percentage", percentage, allowsAboveHundred: true)
    switch when {
    case .hours(let start, let end):
      checker.range("hours.start", start, 0...23)
      checker.range("hours.end", end, 1...24)
    case .dates(let spans):
      if spans.isEmpty { checker.report("dates", found: "[]", .mustNotBeEmpty) }
    }
  }
}
