// SPDX-License-Identifier: GPL-3.0-or-later

/// A festival whose Gregorian date moves from year to year.
package enum Festival: String, CaseIterable, Hashable, Sendable {
  case springFestival = "spring_festival"
  case lantern
  case qingming
  case dragonBoat = "dragon_boat"
  case qixi
  case midAutumn = "mid_autumn"

  /// The festival's day in a Gregorian year (1950–2100), computed from sun and moon.
  package func date(in year: Int) -> CivilDate? {
    guard (1950...2100).contains(year) else { return nil }
    switch self {
    case .springFestival: return LunarCalendar.date(year: year, month: 1, day: 1)
    case .lantern: return LunarCalendar.date(year: year, month: 1, day: 15)
    case .dragonBoat: return LunarCalendar.date(year: year, month: 5, day: 5)
    case .qixi: return LunarCalendar.date(year: year, month: 7, day: 7)
    case .midAutumn: return LunarCalendar.date(year: year, month: 8, day: 15)
    case .qingming:
      let guess = Ephemeris.time(startOf: CivilDate(unchecked: year, 4, 5))
      return Ephemeris.civilDay(Ephemeris.solarTerm(longitude: 15, near: guess))
    }
  }
}
