// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

/// The names of a clause, resolved to the columns of one layout.
struct ClauseBinding: Sendable {
  var clause: Int
  /// Indices of the inquiry types the clause is about.
  var types: [Int]
  var conversationColumn: Int
  var group: Int
  var result: Int

  static let none = ClauseBinding(
    clause: -1, types: [], conversationColumn: -1, group: -1, result: -1)
}

/// What a clause sees while it charges one month.
///
/// One value walks through all months and clauses: copying it for each would cost more than the
/// arithmetic.
struct BilledMonth {
  let months: [MonthlyUsage]
  /// The month before the first, where it is recorded; it is looked at, not billed.
  let before: MonthlyUsage?
  var index = 0
  let layout: UsageLayout
  let options: ReadingOptions
  var binding: ClauseBinding
  /// First day of the contract's service.
  let start: CivilDate

  var usage: MonthlyUsage { _read { yield months[index] } }
  var clause: Int { binding.clause }
  var servedDays: Int64 { usage.servedDays }

  /// The divisor that turns days into months (R6): the days of the calendar month, or 30.
  ///
  /// With 30-day months a fully served month still is one month.
  var dayBase: Int64 {
    switch options.partMonth {
    case .calendarDays: Int64(usage.month.dayCount)
    case .thirtyDays: isFullMonth ? servedDays : 30
    }
  }

  /// A calendar month, or a trial month that ends the day before the same day of the next one.
  var isFullMonth: Bool {
    usage.served.last == usage.served.first.adding(months: 1).advanced(by: -1)
  }

  /// The served part of the month: 1 for a full month (R6).
  var servedMonths: Fraction { Fraction(unchecked: servedDays, dayBase) }

  /// A quantity of something held for days, in months.
  func months(ofDays days: Int64) -> Fraction { Fraction(unchecked: days, dayBase) }

  /// The clause's billable conversations of the month at `offset` from this one.
  func conversations(monthOffset offset: Int = 0) throws(PricingError) -> Int64 {
    try sum(column: binding.conversationColumn, monthOffset: offset)
  }

  /// The clause's billable conversations of a month that is not billed.
  func conversations(of month: MonthlyUsage) throws(PricingError) -> Int64 {
    try sum(month.counts, from: binding.conversationColumn * layout.typeCount)
  }

  /// The clause's billable conversations ÷ days served of a month (R1): of counts, or exactly the
  /// average that was recorded.
  func dailyAverage(of month: MonthlyUsage) throws(PricingError) -> Fraction {
    let count = try conversations(of: month)
    guard !month.remainders.isEmpty else { return Fraction(unchecked: count, month.servedDays) }
    let rest = try sum(
      month.remainders, from: binding.conversationColumn * layout.typeCount)
    return try Fraction(count).adding(Fraction(unchecked: rest, 1_000_000))
      .multiplied(by: Fraction(unchecked: 1, month.servedDays)).reduced
  }

  func orders() throws(PricingError) -> Int64 { try sum(column: layout.ordersColumn) }

  /// Attributed sales by the contract's basis (R8).
  func attributedSales() throws(PricingError) -> Money {
    let gross = Money(fen: try sum(column: layout.salesColumn))
    switch options.salesBasis {
    case .gross: return try gross.adding(.zero)
    case .netOfRefunds:
      return try gross.subtracting(Money(fen: try sum(column: layout.refundsColumn)))
    }
  }

  /// The shop's sales by the contract's basis, silent orders inside (R8).
  func shopSales() throws(PricingError) -> Money {
    switch options.salesBasis {
    case .gross: usage.shop.sales
    case .netOfRefunds: try usage.shop.sales.subtracting(usage.shop.refunds)
    }
  }

  /// The staffing of the clause's group; all groups together if it names none.
  func staffing() -> StaffingTotals {
    binding.group >= 0 ? usage.staffing[binding.group] : StaffingTotals()
  }

  /// Billable conversations of the served day `day` (from 0).
  func conversations(onDay day: Int) throws(PricingError) -> Int64 {
    guard !usage.dailyCounts.isEmpty else { throw .dailyCountsNeeded(clause: clause, usage.month) }
    return try sum(
      usage.dailyCounts, from: day * layout.width + binding.conversationColumn * layout.typeCount)
  }

  /// Billable conversations of the clock hour `hour` over the month.
  func conversations(inHour hour: Int) throws(PricingError) -> Int64 {
    guard !usage.hourlyCounts.isEmpty else {
      throw .hourlyCountsNeeded(clause: clause, usage.month)
    }
    return try sum(
      usage.hourlyCounts, from: hour * layout.width + binding.conversationColumn * layout.typeCount)
  }

  private func sum(column: Int, monthOffset: Int = 0) throws(PricingError) -> Int64 {
    try sum(months[index + monthOffset].counts, from: column * layout.typeCount)
  }

  private func sum(_ counts: [Int64], from base: Int) throws(PricingError) -> Int64 {
    var total: Int64 = 0
    for type in binding.types {
      let (sum, overflow) = total.addingReportingOverflow(counts[base + type])
      guard !overflow else { throw .quantityTooLarge }
      total = sum
    }
    return total
  }
}
