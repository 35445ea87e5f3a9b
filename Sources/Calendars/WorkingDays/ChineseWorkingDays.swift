// SPDX-License-Identifier: GPL-3.0-or-later

/// The official working-day calendar of mainland China.
///
/// Knows the years whose arrangement the State Council's General Office has published and that are
/// tabulated in `ChineseHolidayYear.published`. For any other year only the legal days are known, which
/// follow from the law (2008–2100); every other question is answered `nil`.
public enum ChineseWorkingDays {
  /// What a day is for those who work office hours.
  public enum DayKind: Hashable, Sendable {
    case working
    /// A Saturday or Sunday turned into a working day to make up for a longer holiday.
    case makeUpWorking
    case weekend
    /// One of the legal days themselves (法定节假日).
    case statutoryHoliday
    /// A day off beside them, by exchange with a weekend day (调休).
    case adjustedRestDay

    /// Whether offices work on such a day.
    public var isWorking: Bool { self == .working || self == .makeUpWorking }
  }

  /// The years with a tabulated arrangement.
  public static var knownYears: [Int] { ChineseHolidayYear.published.map(\.year) }

  /// The kind of a day, or `nil` in a year without a tabulated arrangement.
  public static func kind(of date: CivilDate) -> DayKind? {
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
  public static func isWorkingDay(_ date: CivilDate) -> Bool? { kind(of: date)?.isWorking }

  /// Whether the day is one of the legal days themselves, or `nil` outside 2008–2100.
  public static func isStatutoryHoliday(_ date: CivilDate) -> Bool? {
    if let kind = kind(of: date) { return kind == .statutoryHoliday }
    return statutoryHolidays(in: date.components.year)?.contains(date)
  }

  /// The legal days of a year in order (11 up to 2024, 13 from 2025): as published, otherwise by law;
  /// `nil` outside 2008–2100.
  public static func statutoryHolidays(in year: Int) -> [CivilDate]? {
    guard let table = ChineseHolidayYear.published.first(where: { $0.year == year }) else {
      return StatutoryHolidayLaw.days(in: year)
    }
    return table.statutoryDays.map { CivilDate(unchecked: year, $0 / 100, $0 % 100) }
  }

  /// The `count`-th working day after `date`; the day itself does not count.
  ///
  /// - Returns: `nil` if the search reaches a year without a tabulated arrangement.
  public static func date(_ count: Int, workingDaysAfter date: CivilDate) -> CivilDate? {
    var day = date
    var left = count
    while left > 0 {
      day = day.advanced(by: 1)
      guard let works = isWorkingDay(day) else { return nil }
      if works { left -= 1 }
    }
    return day
  }

  /// `date` itself if offices work on it, otherwise the next day on which they do; `nil` if the
  /// search reaches an unknown year.
  public static func workingDay(onOrAfter date: CivilDate) -> CivilDate? {
    self.date(1, workingDaysAfter: date.advanced(by: -1))
  }
}
