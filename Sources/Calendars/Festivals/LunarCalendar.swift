// SPDX-License-Identifier: GPL-3.0-or-later

/// The Chinese lunisolar calendar, computed from sun and moon (national standard GB/T 33661-2017).
///
/// A month begins on the day, in China, of a new moon. The month of the winter solstice is the
/// eleventh; if twelve months lie between two such months and the next, the first of them in
/// which the sun reaches no multiple of 30° is a leap month. Valid for 1950–2100; near midnight
/// the computed minute could decide, which tests exclude for 2020–2035.
package enum LunarCalendar {
  /// The Gregorian date of a day of an ordinary (not leap) lunar month.
  ///
  /// - Parameters:
  ///   - year: The Gregorian year in which the lunar year begins.
  ///   - month: 1–12.
  ///   - day: 1–30; day 30 of a short month is the first day of the next.
  package static func date(year: Int, month: Int, day: Int) -> CivilDate? {
    guard (1...12).contains(month), (1...30).contains(day) else { return nil }
    // Months 11 and 12 belong to the solstice year that ends in the next Gregorian year.
    let suiYear = month >= 11 ? year + 1 : year
    let months = monthStarts(untilSolsticeOf: suiYear)
    guard let start = months.first(where: { $0.number == month && !$0.isLeap }) else { return nil }
    return start.first.advanced(by: day - 1)
  }

  struct Month {
    let number: Int
    let isLeap: Bool
    let first: CivilDate
  }

  /// The months from the eleventh of the year before `year` up to the eleventh of `year`.
  static func monthStarts(untilSolsticeOf year: Int) -> [Month] {
    let from = eleventhMonth(year - 1)
    let to = eleventhMonth(year)
    var starts: [CivilDate] = []
    for k in from...to { starts.append(Ephemeris.civilDay(Ephemeris.newMoon(k))) }
    let hasLeap = to - from == 13
    var months: [Month] = []
    var number = 11
    var leapFound = false
    for index in 0..<(to - from) {
      if index > 0 {
        let isLeap =
          hasLeap && !leapFound && !holdsMajorTerm(from: starts[index], to: starts[index + 1])
        if isLeap {
          leapFound = true
          months.append(Month(number: number, isLeap: true, first: starts[index]))
          continue
        }
        number = number % 12 + 1
      }
      months.append(Month(number: number, isLeap: false, first: starts[index]))
    }
    return months
  }

  /// Number of the new moon that opens the month of the winter solstice of `year`.
  private static func eleventhMonth(_ year: Int) -> Int {
    let guess = Ephemeris.time(startOf: CivilDate(unchecked: year, 12, 21))
    let solstice = Ephemeris.civilDay(Ephemeris.solarTerm(longitude: 270, near: guess))
    var k = Int(((guess - 2_451_550.1) / 29.530588861).rounded()) + 1
    while Ephemeris.civilDay(Ephemeris.newMoon(k)) > solstice { k -= 1 }
    return k
  }

  /// Whether the sun reaches a multiple of 30° on one of the days from `first` up to `end`.
  private static func holdsMajorTerm(from first: CivilDate, to end: CivilDate) -> Bool {
    let sector = { (date: CivilDate) in
      Int(Ephemeris.solarLongitude(Ephemeris.time(startOf: date)) / 30)
    }
    return sector(first) != sector(end)
  }
}
