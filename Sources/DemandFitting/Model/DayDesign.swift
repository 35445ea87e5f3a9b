// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// Columns of the day model: which coefficients act on a date, and how.
///
/// ln mean = level + weekday + season + events. The level is a random walk with one step a week;
/// all other effects are random with a variance that the data set (empirical Bayes).
struct DayDesign: Equatable, Sendable {
  enum Block: Int, CaseIterable, Sendable {
    case intercept, level, trend, weekday, season, eventKind, eventWeekend, eventEdge, eventName
  }

  let first: CivilDate
  let dayCount: Int
  let steps: Int
  /// 1 with a straight line, else 0.
  private let trends: Int
  let harmonics: Int
  private(set) var kinds: [String] = []
  private(set) var names: [String] = []
  private(set) var blocks: [Block] = []
  private(set) var priorMeans: [Double] = []
  /// Steps of the level that happened from one day to the next.
  var shifts: [Int: LevelShifts.Shift] = [:]
  let index: EventIndex
  private let trained: Set<String>

  static let daysPerStep = 7
  /// Days of history from which an annual season can be told from a trend.
  static let daysForSeason = 400
  /// Part of the latest level's distance to its recent mean that is left after a week.
  private static let levelMemory = 0.85
  /// Days of the recent mean.
  private static let levelSpan = 56
  /// Columns of a kind of event: on any day, what is different on a weekend, on its eve, on the day
  /// after. A kind that has only fallen on workdays does the same on a weekend but for its belief.
  /// The last two are believed to be small, or a storm after the only holiday would be its effect.
  static let columnsPerKind = 4

  /// - Parameter hasTrend: One straight line instead of a level that walks.
  init(
    first: CivilDate, dayCount: Int, events: [CalendarEvent], prior: ShopPrior,
    hasTrend: Bool = false
  ) {
    self.first = first
    self.dayCount = dayCount
    steps = hasTrend ? 0 : max(0, (dayCount - 1) / Self.daysPerStep)
    trends = hasTrend ? 1 : 0
    harmonics = dayCount >= Self.daysForSeason ? 3 : 0
    index = EventIndex(events)
    let last = first.advanced(by: dayCount - 1)
    let seen = events.filter { $0.date >= first && $0.date <= last }
    kinds = Array(Set(events.map(\.kind))).sorted()
    names = Array(Set(seen.map(\.name))).sorted()
    trained = Set(names)
    add(.intercept, [0])
    add(.level, Array(repeating: 0, count: steps))
    add(.trend, Array(repeating: 0, count: trends))
    add(.weekday, prior.weekdayFactors.map { log($0) })
    add(.season, Array(repeating: 0, count: 2 * harmonics))
    for kind in kinds {
      let holiday = kind.lowercased().contains("holiday") ? log(prior.holidayFactor) : 0
      add(.eventKind, [holiday])
      add(.eventWeekend, [-holiday / 2])
      add(.eventEdge, [0, 0])
    }
    add(.eventName, Array(repeating: 0, count: names.count))
  }

  var columnCount: Int { blocks.count }

  private mutating func add(_ block: Block, _ means: [Double]) {
    blocks += Array(repeating: block, count: means.count)
    priorMeans += means
  }

  /// Dates of all announced events, ascending.
  var eventDates: [CivilDate] { index.dates }

  /// Column of a weekday's effect.
  func weekdayColumn(_ weekday: Weekday) -> Int { 1 + steps + trends + weekday.rawValue }

  /// Weekday of a day of the history, counted from its first.
  func weekday(_ day: Int) -> Weekday { first.advanced(by: day).weekday }

  /// Whether an announced event lies on the date.
  func hasEvent(on date: CivilDate) -> Bool { !index.events(on: date).isEmpty }

  /// The row of a date after the history: the level returns, week by week, to its mean of the last
  /// eight weeks, because a change of the last days is more often noise than a new level.
  /// What lies before a shift is no part of that mean.
  func futureRow(_ date: CivilDate) -> [Double] {
    var row = row(date)
    let keep = memory(ahead: first.days(to: date) - dayCount + 1)
    let since = shifts.values.map { dayCount - $0.day }.min() ?? dayCount
    let span = min(Self.levelSpan, dayCount, max(Self.daysPerStep, since))
    for step in 0..<steps {
      let mean =
        (dayCount - span..<dayCount).reduce(0.0) { $0 + reached(step, day: $1) } / Double(span)
      row[1 + step] = keep * row[1 + step] + (1 - keep) * mean
    }
    return row
  }

  /// Part of the level's distance to its recent mean that is left some days after the history.
  func memory(ahead: Int) -> Double {
    pow(Self.levelMemory, Double(max(0, ahead)) / Double(Self.daysPerStep))
  }

  /// Mean square distance of the fitted level to its mean of the eight weeks before, by which it
  /// strays; what is beyond four times the median was a shift. Nil with less than sixteen weeks.
  func levelStray(_ coefficients: [Double]) -> Double? {
    guard dayCount >= 2 * Self.levelSpan else { return nil }
    let levels = (0..<dayCount).map { day in
      (0..<steps).reduce(0.0) { $0 + reached($1, day: day) * coefficients[1 + $1] }
    }
    let squares = stride(from: Self.levelSpan, to: dayCount, by: Self.daysPerStep).map { day in
      let mean = levels[day - Self.levelSpan + 1...day].reduce(0, +) / Double(Self.levelSpan)
      return (levels[day] - mean) * (levels[day] - mean)
    }
    let limit = 4 * quantile(squares.sorted(), 0.5)
    return squares.reduce(0) { $0 + min($1, limit) } / Double(squares.count)
  }

  /// How much of a level step has been taken by a day, in [0, 1].
  private func reached(_ step: Int, day: Int) -> Double {
    if let shift = shifts[step] { return day >= shift.day ? 1 : 0 }
    return min(1, max(0, Double(day - step * Self.daysPerStep) / Double(Self.daysPerStep)))
  }

  /// The sum of what the columns of some blocks add to the logarithm of a date's mean.
  func effect(
    on date: CivilDate, _ coefficients: [Double], _ holds: (Block) -> Bool
  ) -> Double {
    let row = row(date)
    return row.indices.reduce(0.0) { sum, column in
      row[column] != 0 && holds(blocks[column])
        ? sum + row[column] * coefficients[column] : sum
    }
  }

  /// The date's row; after the history the level stays where it ended.
  func row(_ date: CivilDate) -> [Double] {
    var row = [Double](repeating: 0, count: columnCount)
    let day = first.days(to: date)
    row[0] = 1
    for step in 0..<steps { row[1 + step] = reached(step, day: day) }
    // Years from the middle of the history, so that level and trend hardly disturb one another.
    if trends > 0 { row[1] = (Double(day) - Double(dayCount) / 2) / 365 }
    var column = 1 + steps + trends
    row[column + date.weekday.rawValue] = 1
    column += 7
    for harmonic in 0..<harmonics {
      let angle = 2 * Double.pi * Double(harmonic + 1) * Double(date.dayNumber) / 365.2425
      row[column + 2 * harmonic] = cos(angle)
      row[column + 2 * harmonic + 1] = sin(angle)
    }
    column += 2 * harmonics
    for (place, kind) in kinds.enumerated() {
      let base = column + place * Self.columnsPerKind
      if index.has(kind, on: date) {
        row[base] = 1
        if date.weekday.isWeekend { row[base + 1] = 1 }
      } else {
        if index.has(kind, on: date.advanced(by: 1)) { row[base + 2] = 1 }
        if index.has(kind, on: date.advanced(by: -1)) { row[base + 3] = 1 }
      }
    }
    column += kinds.count * Self.columnsPerKind
    for event in index.events(on: date) where trained.contains(event.name) {
      if let place = names.firstIndex(of: event.name) { row[column + place] = 1 }
    }
    return row
  }
}

/// Events by date.
struct EventIndex: Equatable, Sendable {
  private let byDate: [CivilDate: [CalendarEvent]]

  init(_ events: [CalendarEvent]) { byDate = Dictionary(grouping: events, by: \.date) }

  var dates: [CivilDate] { byDate.keys.sorted() }

  func events(on date: CivilDate) -> [CalendarEvent] { byDate[date] ?? [] }

  func has(_ kind: String, on date: CivilDate) -> Bool {
    events(on: date).contains { $0.kind == kind }
  }
}
