// SPDX-License-Identifier: GPL-3.0-or-later

/// A dated phase of a shopping event, as the data file has it.
package struct DatedPromotionPhase: Equatable, Sendable {
  /// Key of the event, such as `double_11`.
  package let event: String
  package let year: Int
  /// `tmall`, `jd`, `douyin` …, or `all` where platforms are not told apart.
  package let platform: String
  package let phase: String
  package let startDate: CivilDate
  package let startTime: ClockTime
  package let endDate: CivilDate
  package let endTime: ClockTime
  /// Factor on the ordinary rate at the phase's start, > 0.
  package let lift: Double
  /// Hours in which the extra lift falls to 1/e; nil holds it level.
  package let decayHours: Double?
  /// How sure the dates are: `published`, `uncertain`, or `assumed from <year>`.
  package let dates: String
  /// Where dates and lift come from.
  package let source: String
}

/// Shopping events by year and platform, read from the data file in this folder.
package enum PromotionCalendar {
  /// Every phase of the file, in its order.
  package static let phases: [DatedPromotionPhase] = parse(
    String(decoding: PackageResources.promotions_csv, as: UTF8.self))

  /// Keys of the events, in the order of the file.
  package static let eventNames: [String] = unique(phases.map(\.event))

  /// Years for which the event is dated, ascending.
  package static func years(of event: String) -> [Int] {
    unique(phases.filter { $0.event == event }.map(\.year)).sorted()
  }

  /// Platforms for which the event is dated in a year.
  package static func platforms(of event: String, year: Int) -> [String] {
    unique(phases.filter { $0.event == event && $0.year == year }.map(\.platform))
  }

  /// The event's phases in order of time; empty if the file does not have them.
  ///
  /// - Parameter platform: Nil takes the file's first platform of that year.
  package static func presets(
    named event: String, year: Int, platform: String? = nil
  ) -> [DatedPromotionPhase] {
    let platform = platform ?? platforms(of: event, year: year).first
    return phases.filter { $0.event == event && $0.year == year && $0.platform == platform }
  }

  /// Reads the file; the heading and remarks (`#`) are no phases and are left out.
  static func parse(_ text: String) -> [DatedPromotionPhase] {
    text.split(whereSeparator: \.isNewline).compactMap { row in
      let cells = row.split(separator: ",", maxSplits: 9, omittingEmptySubsequences: false)
      guard cells.count == 10, let year = Int(cells[1]),
        let (startDate, startTime) = instant(cells[4]), let (endDate, endTime) = instant(cells[5]),
        let lift = Double(cells[6]), cells[7].isEmpty || Double(cells[7]) != nil
      else { return nil }
      return DatedPromotionPhase(
        event: String(cells[0]), year: year, platform: String(cells[2]), phase: String(cells[3]),
        startDate: startDate, startTime: startTime, endDate: endDate, endTime: endTime, lift: lift,
        decayHours: Double(cells[7]), dates: String(cells[8]), source: String(cells[9]))
    }
  }

  private static func instant(_ text: Substring) -> (CivilDate, ClockTime)? {
    let parts = text.split(separator: "T")
    guard parts.count == 2, let date = CivilDate(iso: parts[0]), let time = ClockTime(iso: parts[1])
    else { return nil }
    return (date, time)
  }

  private static func unique<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}
