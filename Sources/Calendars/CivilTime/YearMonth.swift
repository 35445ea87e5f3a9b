// SPDX-License-Identifier: GPL-3.0-or-later

/// A calendar month of a year: the unit of an invoice.
package struct YearMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  /// 1–12.
  package let month: Int

  /// The given month, or `nil` if `month` is not in 1–12.
  package init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(unchecked: year, month)
  }

  package init(unchecked year: Int, _ month: Int) {
    self.year = year
    self.month = month
  }

  /// Reads `2026-11`; `nil` for anything else.
  package init?(iso text: some StringProtocol) {
    guard let first = CivilDate(iso: String(text) + "-01") else { return nil }
    self = first.yearMonth
  }

  /// Number of days, 28–31.
  package var dayCount: Int { Self.dayCount(year: year, month: month) }
  package var firstDay: CivilDate { CivilDate(unchecked: year, month, 1) }
  package var lastDay: CivilDate { CivilDate(unchecked: year, month, dayCount) }
  package var days: DateSpan { DateSpan(unchecked: firstDay, lastDay) }

  /// The month `months` later (earlier if negative).
  package func advanced(by months: Int) -> YearMonth {
    let index = year * 12 + (month - 1) + months
    let year = index >= 0 ? index / 12 : (index - 11) / 12
    return YearMonth(unchecked: year, index - year * 12 + 1)
  }

  /// Months from this month to `other`; positive if `other` is later.
  package func months(to other: YearMonth) -> Int {
    (other.year - year) * 12 + other.month - month
  }

  package static func < (left: YearMonth, right: YearMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }

  /// ISO 8601, as in `2026-11`.
  package var description: String { padded(year, to: 4) + "-" + padded(month, to: 2) }

  package static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
