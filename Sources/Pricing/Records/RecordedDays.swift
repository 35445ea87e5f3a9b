// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// The days that the rows of a file are about.
struct RecordedDays {
  private var first: CivilDate?
  private var last: (date: CivilDate, line: Int)?
  /// The day of the row before: most rows repeat it.
  private var latest: CivilDate?
  private var months: Set<YearMonth> = []

  mutating func note(_ date: CivilDate, line: Int) {
    guard date != latest else { return }
    latest = date
    first = first.map { min($0, date) } ?? date
    if last.map({ $0.date < date }) ?? true { last = (date, line) }
    months.insert(date.yearMonth)
  }

  /// The whole calendar months that cover the days.
  ///
  /// - Throws: `.monthMissing` where a month between the first and the last has no row.
  func wholeMonths() throws(RecordError) -> DateSpan {
    guard let first, let last else { throw RecordError(line: 1, .empty) }
    guard first.days(to: last.date) <= 366 * 20 else {
      throw RecordError(line: last.line, .tooManyYears)
    }
    let span = DateSpan(unchecked: first.yearMonth.firstDay, last.date.yearMonth.lastDay)
    if let missing = span.months.first(where: { !months.contains($0) }) {
      throw RecordError(line: last.line, .monthMissing(missing))
    }
    return span
  }
}
