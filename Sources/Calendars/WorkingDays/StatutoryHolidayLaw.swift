// SPDX-License-Identifier: GPL-3.0-or-later

/// The legal days of a year by the State Council's regulation on annual and memorial days, which needs
/// no yearly notice: New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn and
/// National Day.
///
/// Spring Festival had its eve and two days up to 2013 and three days up to 2024; since the revision of
/// 2024-11-10 it has the eve and three days, and Labour Day has two (11 days a year before, 13 since).
enum StatutoryHolidayLaw {
  /// The years under the regulation as revised in 2007, as far as the lunar calendar is computed.
  static let years = 2008...2100

  /// In order; `nil` outside `years`.
  static func days(in year: Int) -> [CivilDate]? { table[year] }

  /// Reckoned once: the moon's course takes longer than a look.
  private static let table = Dictionary(
    uniqueKeysWithValues: years.compactMap { year in reckoned(year).map { (year, $0) } })

  private static func reckoned(_ year: Int) -> [CivilDate]? {
    guard years.contains(year), let spring = Festival.springFestival.date(in: year) else {
      return nil
    }
    let fixed = { (month: Int, day: Int) in CivilDate(unchecked: year, month, day) }
    let springDays =
      switch year {
      case ...2013: -1...1
      case ...2024: 0...2
      default: -1...2
      }
    var days = [fixed(1, 1), fixed(5, 1), fixed(10, 1), fixed(10, 2), fixed(10, 3)]
    if year >= 2025 { days.append(fixed(5, 2)) }
    days += springDays.map { spring.advanced(by: $0) }
    for festival in [Festival.qingming, .dragonBoat, .midAutumn] {
      guard var day = festival.date(in: year) else { return nil }
      // Two holidays on one day give two days: in 2020 Mid-Autumn fell on 1 October, and 4 October
      // was the fourth legal day.
      while days.contains(day) { day = day.advanced(by: 1) }
      days.append(day)
    }
    return days.sorted()
  }
}
