// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// One person on duty on a day.
package struct DutyPerson: Equatable, Sendable {
  /// Empty where a plan's staffing names nobody.
  package var name: String
  /// Of one agent, on one date: the day, or the day before for a shift over midnight.
  package var line: StaffingLine

  package init(name: String = "", line: StaffingLine) {
    self.name = name
    self.line = line
  }

  package var group: String { line.group }
  package var shift: ShiftPattern { line.shift }

  /// Seconds of the day from coming to leaving; before zero where it began the day before.
  package func span(on day: CivilDate) -> Range<Int> {
    let start =
      shift.hours.start.secondsSinceMidnight
      - (line.dates?.first?.first == day ? 0 : ClockSpan.day)
    return start..<start + shift.hours.length
  }

  /// Breaks in seconds of the day.
  package func breaks(on day: CivilDate) -> [Range<Int>] {
    let start = span(on: day).lowerBound
    return shift.breaks.map { pause in
      let offset =
        (pause.start.secondsSinceMidnight - shift.hours.start.secondsSinceMidnight + ClockSpan.day)
        % ClockSpan.day
      return start + offset..<start + offset + pause.length
    }
  }

  /// Everybody whom a plan's lines have on duty on the day, those of the evening before too.
  package static func all(of lines: [StaffingLine], on day: CivilDate) -> [DutyPerson] {
    [day.advanced(by: -1), day].flatMap { date in
      lines.flatMap { line -> [DutyPerson] in
        let isOver = line.shift.hours.start.secondsSinceMidnight + line.shift.hours.length
        guard line.works(on: date), date == day || isOver > ClockSpan.day else { return [] }
        var own = line
        own.agents = 1
        own.dates = [DateSpan(unchecked: date, date)]
        own.weekdays = Set(Weekday.allCases)
        return Array(repeating: DutyPerson(line: own), count: line.agents)
      }
    }
  }
}

extension [DutyPerson] {
  /// The people as lines, those of one shift together.
  package var lines: [StaffingLine] { map(\.line) }

  /// People who can take chats, by group and interval of the day; who is there for a part counts so.
  package func onDuty(
    groups: [String], on day: CivilDate, interval: IntervalLength
  ) -> [[Double]] {
    let step = interval.seconds
    var counts = groups.map { _ in [Double](repeating: 0, count: interval.perDay) }
    for person in self {
      guard let group = groups.firstIndex(of: person.group) else { continue }
      let (span, breaks) = (person.span(on: day), person.breaks(on: day))
      for place in 0..<interval.perDay {
        let slot = place * step..<(place + 1) * step
        let away = breaks.reduce(0) { $0 + $1.clamped(to: slot).count }
        counts[group][place] += Double(span.clamped(to: slot).count - away) / Double(step)
      }
    }
    return counts
  }
}

extension ClockSpan {
  /// Seconds of a day.
  static let day = 86_400

  /// - Parameter seconds: Of a day; beyond midnight is the next day's.
  package init(seconds: Range<Int>) {
    let end = seconds.upperBound
    // Midnight is the end of a day and not the beginning of the next.
    let clock = end > Self.day ? end - Self.day : end > 0 ? end : end + Self.day
    self.init(
      start: ClockTime(unchecked: (seconds.lowerBound + Self.day) % Self.day),
      end: ClockTime(unchecked: clock))
  }
}
