// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Scenarios

/// Dated promotions by name, as waves that a stream can carry.
package enum PromotionPresets {
  /// Names a scenario may use: `618`, `double_11`, `double_12`, `nian_huo_jie`, `38`,
  /// `spring_festival`.
  package static var names: [String] { PromotionCalendar.eventNames }

  /// The promotion `name` of `year` as a wave.
  ///
  /// - Parameters:
  ///   - name: One of `names`; `11.11`, `12.12` and other spacing or case are understood.
  ///   - year: Year of the event's main day.
  ///   - platform: `tmall`, `jd`, `douyin` …; nil takes the first platform that the data have.
  ///   - lift: Factor of the highest phase; the extra lifts of all phases are scaled to it. For
  ///     a trough it is the factor of the deepest phase. Nil keeps the data's lifts.
  package static func wave(
    named name: String, year: Int, platform: String? = nil, lift: Double? = nil
  ) throws(PromotionPresetError) -> PromotionWave {
    let key = canonical(name)
    guard names.contains(key) else { throw .unknownName(name, known: names) }
    let years = PromotionCalendar.years(of: key)
    guard years.contains(year) else { throw .unknownYear(year, name: key, known: years) }
    let platforms = PromotionCalendar.platforms(of: key, year: year)
    if let platform, !platforms.contains(platform) {
      throw .unknownPlatform(platform, name: key, known: platforms)
    }
    let dated = PromotionCalendar.presets(named: key, year: year, platform: platform)
    var scale = 1.0
    if let lift {
      guard lift.isFinite, lift >= 0 else { throw .liftOutOfRange(lift) }
      let strongest = dated.map { $0.lift - 1 }.max { abs($0) < abs($1) } ?? 0
      scale = strongest == 0 ? 1 : (lift - 1) / strongest
    }
    return PromotionWave(
      name: "\(key) \(year)",
      phases: dated.map { phase in
        PromotionPhase(
          name: phase.phase, start: WallClock(date: phase.startDate, time: phase.startTime),
          end: WallClock(date: phase.endDate, time: phase.endTime),
          lift: max(0, 1 + (phase.lift - 1) * scale),
          decay: phase.decayHours.map { Seconds.hours($0) })
      }, dates: dates(dated))
  }

  /// The least sure of the phases' dates.
  private static func dates(_ phases: [DatedPromotionPhase]) -> PromotionDates {
    let words = phases.map(\.dates)
    let prefix = "assumed from "
    if let assumed = words.first(where: { $0.hasPrefix(prefix) }),
      let year = Int(assumed.dropFirst(prefix.count))
    {
      return .extrapolated(from: year)
    }
    return words.contains("uncertain") ? .uncertain : .published
  }

  private static func canonical(_ name: String) -> String {
    let key = String(
      name.lowercased().map { " -.".contains($0) ? "_" : $0 })
    let aliases = [
      "11_11": "double_11", "double11": "double_11", "1111": "double_11", "双11": "double_11",
      "12_12": "double_12", "double12": "double_12", "1212": "double_12", "双12": "double_12",
      "年货节": "nian_huo_jie", "nianhuojie": "nian_huo_jie", "6_18": "618", "3_8": "38",
      "spring_festival_trough": "spring_festival", "春节": "spring_festival",
    ]
    return aliases[key] ?? key
  }
}

/// Why there is no such preset; each case carries what there is.
package enum PromotionPresetError: Error, Equatable, Sendable {
  case unknownName(String, known: [String])
  case unknownYear(Int, name: String, known: [Int])
  case unknownPlatform(String, name: String, known: [String])
  case liftOutOfRange(Double)
}
