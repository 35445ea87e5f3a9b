// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Scenarios
import Tables
import Wording

private let clockPattern = "[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?"
private let datePattern = "[0-9]{4}-[0-9]{2}-[0-9]{2}"

extension Form<CivilDate> {
  static let date = Form.scalar(
    "a date such as 2026-11-11",
    schema: ["type": "string", "pattern": .string("^\(datePattern)$")]
  ) { CivilDate(iso: $0) }
}

extension Form<DateSpan> {
  /// A date, or the first and the last of several with a slash between.
  static let dates = Form.scalar(
    "a date, or first/last as in 2026-11-01/2026-11-11, the last not before the first",
    schema: ["type": "string", "pattern": .string("^\(datePattern)( ?/ ?\(datePattern))?$")]
  ) { text in
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count <= 2, let first = CivilDate(iso: parts[0]),
      let last = CivilDate(iso: parts[parts.count - 1])
    else { return nil }
    return DateSpan(first: first, last: last)
  }
}

extension Form<ClockTime> {
  static let clock = Form.scalar(
    "a clock time from 00:00 to 24:00",
    schema: ["type": "string", "pattern": .string("^\(clockPattern)$")]
  ) { ClockTime(iso: $0) }

  /// When something begins: the end of a day is the midnight of the next.
  static let clockStart = clock.checked(startAllowed) { $0 != .endOfDay }

  fileprivate static let startAllowed: Phrase =
    "a start before 24:00, which is 00:00 of the next day"
}

extension Form<ClockSpan> {
  /// Two clock times; an end before the start is on the next day.
  static let span = Form.scalar(
    "two different clock times such as 09:00-24:00, past midnight as 20:00-26:00",
    schema: ["type": "string", "pattern": .string("^\(clockPattern) ?[-–] ?\(clockPattern)$")]
  ) { ClockSpan(text: $0) }.startingBeforeMidnight
}

extension Form {
  /// A form of clock stretches that says so where one fails because it begins at 24:00 or later.
  var startingBeforeMidnight: Form {
    Form(allowed, schema: schema) { node, reading in
      if let text = node.text, ClockSpan.startsPastMidnight(text) {
        reading.report(found: node.found, allowed: Form<ClockTime>.startAllowed)
        return nil
      }
      return read(node, reading)
    }
  }
}

extension Form<ClockEnd> {
  static let clockEnd = Form.scalar(
    "a clock time, past midnight as 26:00",
    schema: ["type": "string", "pattern": .string("^\(clockPattern)$")]
  ) { ClockEnd(text: $0) }
}

/// When a stretch of the clock ends: up to 48:00, 26:00 being two o'clock of the next day.
struct ClockEnd: Sendable {
  let seconds: Int
  let text: String

  init?(text: some StringProtocol) {
    self.text = String(text)
    if let time = ClockTime(iso: text) {
      seconds = time.secondsSinceMidnight
      return
    }
    guard let colon = text.firstIndex(of: ":"), let hour = Int(text[..<colon]),
      (24..<48).contains(hour), let time = ClockTime(iso: "\(hour - 24)" + text[colon...])
    else { return nil }
    seconds = 86_400 + time.secondsSinceMidnight
  }
}

extension ClockSpan {
  /// The span, or nil if it is empty or longer than a day.
  init?(from start: ClockTime, to end: ClockEnd) {
    let isNextDay = end.seconds > 86_400
    let seconds = isNextDay ? end.seconds - 86_400 : end.seconds
    guard let time = ClockTime(secondsSinceMidnight: seconds), !isNextDay || time < start else {
      return nil
    }
    self.init(from: start, to: time)
  }

  /// The span, or nil if it is empty.
  init?(from start: ClockTime, to end: ClockTime) {
    guard start != end, start != .endOfDay else { return nil }
    self.init(start: start, end: end)
  }

  /// Reads `09:00-24:00`.
  init?(text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard parts.count == 2, let start = ClockTime(iso: parts[0].trimmed),
      let end = ClockEnd(text: parts[1].trimmed)
    else { return nil }
    self.init(from: start, to: end)
  }

  /// Whether the text is a stretch but for its start at 24:00 or later.
  fileprivate static func startsPastMidnight(_ text: String) -> Bool {
    let ends = text.split { $0 == "-" || $0 == "–" }.compactMap { ClockEnd(text: $0.trimmed) }
    return ends.count == 2 && ends[0].seconds >= 86_400
  }

  var text: String { "\(start)–\(end)" }
}

extension Form<WallClock> {
  static let wallClock = Form.scalar(
    "a date, or a date and clock time such as 2026-10-20 20:00",
    schema: ["type": "string", "pattern": .string("^\(datePattern)([T ]\(clockPattern))?$")]
  ) { text in
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard let day = parts.first, let date = CivilDate(iso: day) else { return nil }
    if parts.count == 1 { return WallClock(date: date) }
    guard let time = ClockTime(iso: parts[1]) else { return nil }
    return time == .endOfDay
      ? WallClock(date: date.advanced(by: 1)) : WallClock(date: date, time: time)
  }
}

extension Form<Weekday> {
  static let weekday = Form.words([
    "mon": .monday, "tue": .tuesday, "wed": .wednesday, "thu": .thursday, "fri": .friday,
    "sat": .saturday, "sun": .sunday,
  ])
}

extension Form<String> {
  /// An IANA time zone that the system knows.
  static let timeZone = Form.scalar(
    "an IANA time zone such as Asia/Shanghai", schema: ["type": "string"]
  ) { text in
    (text.contains("/") || text == "UTC") && TimeZone(identifier: text) != nil ? text : nil
  }
}
