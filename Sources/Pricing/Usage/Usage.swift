// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Money

/// What pricing sees of a service (R14): counts by date × clock hour × inquiry type × outcome,
/// person-shifts by date, kind and group, the shop's whole sales, and measured results.
///
/// Everything is dense: cost and memory depend on days, never on the number of inquiries.
package struct Usage: Sendable, Equatable {
  package private(set) var schema: UsageSchema
  package let span: DateSpan
  /// Whether counts are known by clock hour.
  package let byHour: Bool
  /// `counts[((day × slots + slot) × columns + column) × types + type]`, with 24 slots or 1.
  var counts: [Int64]
  /// `staffing[day × groups + group]`.
  private(set) var staffing: [StaffingTotals]
  var shop: [ShopSales]
  var results: [YearMonth: [Fraction?]] = [:]

  package init(schema: UsageSchema, span: DateSpan, byHour: Bool = false) {
    self.schema = schema
    self.span = span
    self.byHour = byHour
    let width = schema.columnCount * schema.typeCount
    counts = [Int64](repeating: 0, count: span.count * (byHour ? 24 : 1) * width)
    staffing = [StaffingTotals](
      repeating: StaffingTotals(), count: span.count * schema.groups.count)
    shop = [ShopSales](repeating: ShopSales(), count: span.count)
  }

  var width: Int { schema.columnCount * schema.typeCount }
  var slots: Int { byHour ? 24 : 1 }

  /// Adds to one cell; a sum beyond 64 bits saturates and is refused when it is priced.
  ///
  /// - Parameters:
  ///   - column: see `UsageSchema`; sales and refunds in 分.
  ///   - hour: 0–23; ignored unless counts are kept by hour.
  package mutating func add(
    _ amount: Int64, column: Int, type: Int, on date: CivilDate, hour: Int = 0
  ) {
    guard span.contains(date) else { return }
    let slot = byHour ? min(max(hour, 0), 23) : 0
    let index =
      ((span.first.days(to: date) * slots + slot) * schema.columnCount + column)
      * schema.typeCount + type
    counts[index].addSaturating(amount)
  }

  /// Changes what a group did on a day; days outside the span are ignored.
  package mutating func updateStaffing(
    group: Int, on date: CivilDate, _ change: (inout StaffingTotals) -> Void
  ) {
    guard span.contains(date) else { return }
    change(&staffing[span.first.days(to: date) * schema.groups.count + group])
  }

  /// Changes the shop's sales of a day; days outside the span are ignored.
  package mutating func updateShop(on date: CivilDate, _ change: (inout ShopSales) -> Void) {
    guard span.contains(date) else { return }
    change(&shop[span.first.days(to: date)])
  }

  package mutating func setResult(_ result: Int, _ value: Fraction, in month: YearMonth) {
    results[
      month, default: [Fraction?](repeating: nil, count: schema.results.count)][result] = value
  }

  /// The same usage with `count` further groups at the end of the schema's.
  func with(
    schema: UsageSchema, adding count: Int, _ totals: (CivilDate) -> [StaffingTotals]
  ) -> Usage {
    var copy = self
    copy.schema = schema
    copy.staffing = []
    let old = self.schema.groups.count
    for (day, date) in span.enumerated() {
      copy.staffing += staffing[day * old..<(day + 1) * old]
      copy.staffing += totals(date).prefix(count)
    }
    return copy
  }
}
