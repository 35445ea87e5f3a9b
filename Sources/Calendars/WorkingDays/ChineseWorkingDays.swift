// SPDX-License-Identifier: GPL-3.0-or-later

/// The official working-day calendar of mainland China.
///
/// Knows the years whose arrangement the State Council's General Office has published and that are
/// tabulated in `ChineseHolidayYear.published`. For any other year only the legal days are known, which
/// follow from the law (2008–2100): what kind of day another one is, is answered `nil`, and a search
/// for a working day takes weekends and legal days as off and says which year it had no arrangement of.
package enum ChineseWorkingDays {
  /// What a day is for those who work office hours.
  package enum DayKind: Hashable, Sendable {
    case working
    /// A Saturday or Sunday turned into a working day to make up for a longer holiday.
    case makeUpWorking
    case weekend
    /// One of the legal days themselves (法定节假日).
    case statutoryHoliday
    /// A day off beside them, by exchange with a weekend day (调休).
    case adjustedRestDay

    /// Whether offices work on such a day.
    package var isWorking: Bool { self == .working || self == .makeUpWorking }
  }

  /// The years with a tabulated arrangement.
  package static var knownYears: [Int] { ChineseHolidayYear.published.map(\.year) }

  /// The kind of a day, or `nil` in a year without a tabulated arrangement.
  package static func kind(of date: CivilDate) -> DayKind? {
    let (year, month, day) = date.components
    guard let table = ChineseHolidayYear.published.first(where: { $0.year == year }) else {
      return nil
    }
    let code = month * 100 + day
    if table.statutoryDays.contains(code) { return .statutoryHoliday }
    if table.makeUpDays.contains(code) { return .makeUpWorking }
    let isWeekend = date.weekday.isWeekend
    if table.daysOff.contains(where: { $0.contains(code) }) {
      return isWeekend ? .weekend : .adjustedRestDay
    }
    return isWeekend ? .weekend : .working
  }

  /// Whether offices work on the day, or `nil` in an unknown year.
  package static func isWorkingDay(_ date: CivilDate) -> Bool? { kind(of: date)?.isWorking }

  /// Whether the day is one of the legal days themselves, or `nil` outside 2008–2100.
  package static func isStatutoryHoliday(_ date: CivilDate) -> Bool? {
    if let kind = kind(of: date) { return kind == .statutoryHoliday }
    return statutoryHolidays(in: date.components.year)?.contains(date)
  }

  /// The legal days of a year in order (11 up to 2024, 13 from 2025): as published, otherwise by law;
  /// `nil` outside 2008–2100.
  package static func statutoryHolidays(in year: Int) -> [CivilDate]? {
    guard let table = ChineseHolidayYear.published.first(where: { $0.year == year }) else {
      return StatutoryHolidayLaw.days(in: year)
    }
    return table.statutoryDays.map { CivilDate(unchecked: year, $0 / 100, $0 % 100) }
  }

  /// A working day that was searched for.
  package struct WorkingDay: Hashable, Sendable {
    package var date: CivilDate
    /// The first year without a tabulated arrangement that the search met: there weekends and the
    /// legal days are off, and exchanged days are not known. `nil` where every day is as published.
    package var unpublishedYear: Int?

    package init(date: CivilDate, unpublishedYear: Int? = nil) {
      self.date = date
      self.unpublishedYear = unpublishedYear
    }
  }

  /// The `count`-th working day after `date`; the day itself does not count.
  ///
  /// Each day goes by the arrangement of its own year, so a search that crosses New Year uses the
  /// published one as far as it reaches.
  package static func date(_ count: Int, workingDaysAfter date: CivilDate) -> WorkingDay {
    var found = WorkingDay(date: date)
    var left = count
    while left > 0 {
      found.date = found.date.advanced(by: 1)
      let works: Bool
      if let known = isWorkingDay(found.date) {
        works = known
      } else {
        found.unpublishedYear = found.unpublishedYear ?? found.date.year
        works = !found.date.weekday.isWeekend && isStatutoryHoliday(found.date) != true
      }
      if works { left -= 1 }
    }
    return found
  }

  /// `date` itself if offices work on it, otherwise the next day on which they do.
  package static func workingDay(onOrAfter date: CivilDate) -> WorkingDay {
    self.date(1, workingDaysAfter: date.advanced(by: -1))
  }
}
