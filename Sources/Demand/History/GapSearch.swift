// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Looks for rows of a history that lie so far from the others that their dates are most likely
/// mistyped, and bounds the time between the first and the last.
struct GapSearch {
  /// Days between the first and the last row of a history.
  static let mostDays = 366 * 20
  /// So few rows, in parts of all, beyond so many days are a slip.
  private static let fewRows = 0.01
  private static let farDays = 366
  /// Days without a row that still belong to the recorded time around them.
  private static let pause = 7

  /// - Parameters:
  ///   - count: Rows, in order of time.
  ///   - second: Wall-clock second of a row.
  ///   - line: Line of a row.
  static func check(
    _ gaps: HistoryReader.Gaps, count: Int, second: (Int) -> Int, line: (Int) -> Int
  ) throws(HistoryError) {
    guard count > 1 else { return }
    if gaps == .refuse { try refuseGaps(count, second, line) }
    let days = floorDay(second(count - 1)) - floorDay(second(0))
    guard days <= mostDays else {
      let (first, last) = (row(0, second, line), row(count - 1, second, line))
      throw HistoryError([
        HistoryProblem(
          line: last.line,
          kind: .spanTooLong(days: days, most: mostDays, first: first, last: last))
      ])
    }
  }

  private struct Gap {
    /// The row behind it.
    let index: Int
    /// From the day of the row before to that of the row behind.
    let days: Int
  }

  private static func refuseGaps(
    _ count: Int, _ second: (Int) -> Int, _ line: (Int) -> Int
  ) throws(HistoryError) {
    var gaps: [Gap] = []
    var previous = floorDay(second(0))
    for index in 1..<count {
      let day = floorDay(second(index))
      if day - previous > pause + 1 { gaps.append(Gap(index: index, days: day - previous)) }
      previous = day
    }
    guard let longest = gaps.max(by: { $0.days < $1.days }) else { return }
    let span = previous - floorDay(second(0)) + 1
    let recorded = span - gaps.reduce(0) { $0 + $1.days - 1 }
    guard let found = slip(gaps, count) ?? (longest.days - 1 > recorded ? longest : nil) else {
      return
    }
    let (after, before) = (row(found.index - 1, second, line), row(found.index, second, line))
    let isLate = 2 * found.index > count
    throw HistoryError([
      HistoryProblem(
        line: isLate ? before.line : after.line,
        kind: .gap(days: found.days - 1, after: after, before: before))
    ])
  }

  /// The gap beside a stretch of few rows that stands far from all others.
  private static func slip(_ gaps: [Gap], _ count: Int) -> Gap? {
    let far = gaps.filter { $0.days > farDays }
    let ends = far.map(\.index) + [count]
    var start = 0
    for (place, end) in ends.enumerated() {
      if Double(end - start) < fewRows * Double(count) { return far[max(0, place - 1)] }
      start = end
    }
    return nil
  }

  private static func row(
    _ index: Int, _ second: (Int) -> Int, _ line: (Int) -> Int
  ) -> HistoryProblem.Row {
    let day = floorDay(second(index))
    let clock = second(index) - day * 86_400
    let time = ClockTime(secondsSinceMidnight: clock).map(String.init(describing:)) ?? ""
    return HistoryProblem.Row(
      time: "\(CivilDate(dayNumber: day)) \(time)", line: line(index))
  }

  private static func floorDay(_ second: Int) -> Int {
    let (day, rest) = second.quotientAndRemainder(dividingBy: 86_400)
    return rest < 0 ? day - 1 : day
  }
}
