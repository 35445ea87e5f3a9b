// SPDX-License-Identifier: GPL-3.0-or-later

/// Consecutive days, first and last included; never empty.
package struct DateSpan: Hashable, Sendable, RandomAccessCollection, CustomStringConvertible {
  package let first: CivilDate
  package let last: CivilDate

  /// The days from `first` to `last`, or `nil` if `last` comes before `first`.
  package init?(first: CivilDate, last: CivilDate) {
    guard first <= last else { return nil }
    self.init(unchecked: first, last)
  }

  package init(unchecked first: CivilDate, _ last: CivilDate) {
    self.first = first
    self.last = last
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { first.days(to: last) + 1 }
  package subscript(position: Int) -> CivilDate { first.advanced(by: position) }

  package func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }

  /// The days that both spans share, or `nil` if there are none.
  package func intersection(_ other: DateSpan) -> DateSpan? {
    DateSpan(first: Swift.max(first, other.first), last: Swift.min(last, other.last))
  }

  /// The calendar months that the span touches, in order.
  package var months: [YearMonth] {
    let start = first.yearMonth
    return (0...start.months(to: last.yearMonth)).map(start.advanced(by:))
  }

  /// ISO 8601 interval, as in `2026-11-01/2026-11-11`.
  package var description: String { "\(first)/\(last)" }
}
