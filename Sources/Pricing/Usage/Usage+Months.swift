// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Money

/// The days of one invoice, and the calendar month whose days divide its monthly prices.
package struct BillingPeriod: Equatable, Sendable {
  package var month: YearMonth
  package var days: DateSpan

  /// Calendar months and part months of a span; trial months that start within a calendar month
  /// come first and keep the month in which they start (R6).
  package static func periods(of span: DateSpan, trialMonths: Int = 0) -> [BillingPeriod] {
    var periods: [BillingPeriod] = []
    var start = span.first
    for trial in 0..<max(0, trialMonths) {
      let next = span.first.adding(months: trial + 1)
      guard let days = DateSpan(first: start, last: min(next.advanced(by: -1), span.last)) else {
        return periods
      }
      periods.append(BillingPeriod(month: start.yearMonth, days: days))
      start = next
    }
    guard let rest = DateSpan(first: start, last: span.last) else { return periods }
    for month in rest.months {
      if let days = month.days.intersection(rest) {
        periods.append(BillingPeriod(month: month, days: days))
      }
    }
    return periods
  }
}

extension Usage {
  /// The usage of each billing month in which the contract runs.
  ///
  /// - Returns: no month if the contract's term and the usage share no day.
  package func months(for contract: Contract) -> [MonthlyUsage] {
    guard let days = contract.term.map(span.intersection) ?? span else { return [] }
    let startsInside = contract.term.map { $0.first >= span.first } ?? true
    return months(
      of: BillingPeriod.periods(of: days, trialMonths: startsInside ? contract.trialMonths : 0))
  }

  /// The usage of given periods; each must lie within the span.
  package func months(of periods: [BillingPeriod]) -> [MonthlyUsage] {
    periods.map(month(of:))
  }

  private func month(of period: BillingPeriod) -> MonthlyUsage {
    var usage = MonthlyUsage(
      empty: period.month, served: period.days, schema: schema, daily: true, hourly: byHour)
    for (day, date) in period.days.enumerated() {
      let row = span.first.days(to: date)
      for slot in 0..<slots {
        for cell in 0..<width {
          let amount = counts[(row * slots + slot) * width + cell]
          guard amount != 0 else { continue }
          usage.counts[cell].addSaturating(amount)
          usage.dailyCounts[day * width + cell].addSaturating(amount)
          if byHour { usage.hourlyCounts[slot * width + cell].addSaturating(amount) }
        }
      }
      for group in schema.groups.indices {
        usage.staffing[group].add(staffing[row * schema.groups.count + group])
      }
      usage.shop.add(shop[row])
    }
    if let measured = results[period.month] { usage.results = measured }
    return usage
  }
}

extension Int64 {
  /// Adds, staying at the 64-bit bounds: pricing refuses such a sum.
  package mutating func addSaturating(_ other: Int64) {
    let (sum, overflow) = addingReportingOverflow(other)
    self = overflow ? (other < 0 ? .min : .max) : sum
  }
}

extension StaffingTotals {
  mutating func add(_ other: StaffingTotals) {
    seatDays.addSaturating(other.seatDays)
    for kind in ShiftKind.allCases {
      shifts[kind].addSaturating(other.shifts[kind])
      minutes[kind].addSaturating(other.minutes[kind])
    }
  }
}

extension ShopSales {
  mutating func add(_ other: ShopSales) {
    sales = sales.addingSaturating(other.sales)
    silentSales = silentSales.addingSaturating(other.silentSales)
    refunds = refunds.addingSaturating(other.refunds)
  }
}

extension Money {
  fileprivate func addingSaturating(_ other: Money) -> Money {
    var sum = fen
    sum.addSaturating(other.fen)
    return Money(fen: sum)
  }
}
