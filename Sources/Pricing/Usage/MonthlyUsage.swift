// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// The shop's whole sales, with or without an inquiry before them.
package struct ShopSales: Hashable, Sendable {
  /// All sales, silent orders included, gross of refunds.
  package var sales: Money
  /// The part placed without an inquiry.
  package var silentSales: Money
  /// Refunds, as a positive amount.
  package var refunds: Money

  package init(sales: Money = .zero, silentSales: Money = .zero, refunds: Money = .zero) {
    self.sales = sales
    self.silentSales = silentSales
    self.refunds = refunds
  }
}

/// Everything that pricing may see of one billing month (R14).
///
/// A billing month is a calendar month or the part of it in which the contract ran. A trial month
/// that crosses into the next calendar month is one billing month too: `month` is then the one in
/// which it starts, whose days are the divisor (R6), and `served` reaches beyond its end.
package struct MonthlyUsage: Sendable, Equatable {
  package var month: YearMonth
  /// The days served, first and last included.
  package var served: DateSpan
  /// Column-major counts: `counts[column × typeCount + type]`; see `UsageSchema`.
  package var counts: [Int64]
  /// One value per group of the schema.
  package var staffing: [StaffingTotals]
  package var shop: ShopSales
  /// Measured results, one per name in the schema; `nil` where nothing was measured.
  package var results: [Fraction?]
  /// `counts` for each served day, day after day; empty if only the month's sums are known.
  package var dailyCounts: [Int64]
  /// `counts` for each of the 24 clock hours, over the whole month; empty if not known.
  package var hourlyCounts: [Int64]
  /// What a recorded daily average has beyond the whole inquiries of `counts`, in millionths of one and
  /// in the same places; empty where counts were recorded.
  package var remainders: [Int64] = []

  package init(
    month: YearMonth, served: DateSpan? = nil, counts: [Int64], staffing: [StaffingTotals] = [],
    shop: ShopSales = ShopSales(), results: [Fraction?] = [], dailyCounts: [Int64] = [],
    hourlyCounts: [Int64] = []
  ) {
    self.month = month
    self.served = served ?? month.days
    self.counts = counts
    self.staffing = staffing
    self.shop = shop
    self.results = results
    self.dailyCounts = dailyCounts
    self.hourlyCounts = hourlyCounts
  }

  /// A month of zeros to be filled.
  package init(
    empty month: YearMonth, served: DateSpan? = nil, schema: UsageSchema, daily: Bool = false,
    hourly: Bool = false
  ) {
    let width = schema.columnCount * schema.typeCount
    let served = served ?? month.days
    self.init(
      month: month, served: served, counts: [Int64](repeating: 0, count: width),
      staffing: [StaffingTotals](repeating: StaffingTotals(), count: schema.groups.count),
      results: [Fraction?](repeating: nil, count: schema.results.count),
      dailyCounts: [Int64](repeating: 0, count: daily ? width * served.count : 0),
      hourlyCounts: [Int64](repeating: 0, count: hourly ? width * 24 : 0))
  }

  package var servedDays: Int64 { Int64(served.count) }
}

extension MonthlyUsage {
  /// Whether any count, shift or sum is below zero.
  var hasNegative: Bool {
    // The sign bit of the union is set if any value is negative.
    var union: Int64 = shop.sales.fen | shop.silentSales.fen | shop.refunds.fen
    for count in counts { union |= count }
    for count in dailyCounts { union |= count }
    for count in hourlyCounts { union |= count }
    for group in staffing {
      union |= group.seatDays
      for kind in ShiftKind.allCases { union |= group.shifts[kind] | group.minutes[kind] }
    }
    return union < 0
  }

  /// Adds to the month's sum of a column for an inquiry type; an overflow saturates and is refused
  /// when the month is priced.
  package mutating func add(_ amount: Int64, column: Int, type: Int, schema: UsageSchema) {
    counts[column * schema.typeCount + type].addSaturating(amount)
  }
}
