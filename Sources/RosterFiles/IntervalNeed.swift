// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Pricing
import Rostering
import Tables

/// People of a group who have to be on duty in an interval: a row of `requirements.csv`.
package struct IntervalNeed: Equatable, Sendable {
  package let date: CivilDate
  /// Minutes after midnight.
  package let start: Int
  /// Minutes.
  package let length: Int
  package let group: String
  package let people: Int

  package init(date: CivilDate, start: Int, length: Int, group: String, people: Int) {
    self.date = date
    self.start = start
    self.length = length
    self.group = group
    self.people = people
  }
}

/// The requirement that `inquiry require` writes, as far as a roster is held against it.
package struct IntervalNeedFile: Sendable {
  /// The columns that it may have; `date`, `interval_start`, `interval_length` and `on_duty` are read, and
  /// `group` where there is one.
  static let columns = [
    "date", "interval_start", "interval_length", "group", "on_duty", "rostered",
    "modified_offered_load", "erlang_a", "inquiries", "time_zone",
  ]

  package private(set) var needs: [IntervalNeed] = []

  /// Whether a file is one of intervals, and not of shifts; false of a file that cannot be read.
  package static func isOne(_ path: String) -> Bool {
    guard var rows = try? DelimitedRows(path: path, limits: .tables),
      (try? rows.next()) ?? false
    else { return false }
    return rows.fields.indices.contains { rows.text($0).lowercased() == "interval_start" }
  }

  package init(path: String) throws(RosterFileError) {
    let table = try RosterTable(
      path: path, known: Self.columns, headings: [:],
      needed: ["date", "interval_start", "interval_length", "on_duty"])
    for row in table.rows {
      guard let start = try row.clock("interval_start") else {
        throw row.error("interval_start", .record(.mustNotBeEmpty))
      }
      guard let seconds = try row.number("interval_length", 60...86_400) else {
        throw row.error("interval_length", .record(.mustNotBeEmpty))
      }
      guard let people = try row.number("on_duty", 0...100_000) else {
        throw row.error("on_duty", .record(.mustNotBeEmpty))
      }
      needs.append(
        IntervalNeed(
          date: try row.date("date"), start: start, length: seconds / 60,
          group: row.text("group") ?? "", people: people))
    }
    if needs.isEmpty { throw RosterFileError(line: 1, .record(.empty)) }
  }
}

/// A stretch of a day, of intervals alike, with fewer people on duty than are needed.
package struct IntervalShortage: Equatable, Sendable {
  package let date: CivilDate
  /// Minutes after midnight.
  package let start: Int
  package var end: Int
  package let group: String
  package let wanted: Int
  /// People on duty, on the mean of an interval: who is on a break for half of it counts half.
  package let found: Double

  /// In order of group and time. Days before and after the roster's are not judged.
  ///
  /// - Parameter group: The group of an entry that names none.
  package static func all(
    of entries: [RosterEntry], against needs: [IntervalNeed], on days: DateSpan,
    group: (RosterEntry) -> String
  ) -> [IntervalShortage] {
    let at = entries.map { entry in
      (entry: entry, group: entry.group ?? group(entry), day: days.first.days(to: entry.date))
    }
    let judged = needs.filter { days.contains($0.date) }.sorted {
      ($0.group, $0.date, $0.start) < ($1.group, $1.date, $1.start)
    }
    var found: [IntervalShortage] = []
    for need in judged {
      let begin = days.first.days(to: need.date) * 1440 + need.start
      let span = begin..<begin + need.length
      let minutes = at.filter { $0.group == need.group }.reduce(0) { sum, person in
        let start = person.day * 1440 + person.entry.shift.start
        let pause = person.entry.shift.pause
        return sum + span.clamped(to: start..<start + person.entry.shift.length).count
          - span.clamped(to: start + pause.lowerBound..<start + pause.upperBound).count
      }
      let people = Double(minutes) / Double(need.length)
      guard people < Double(need.people) - 1e-9 else { continue }
      if let last = found.last, last.date == need.date, last.group == need.group,
        last.end == need.start, last.wanted == need.people, last.found == people
      {
        found[found.count - 1].end = need.start + need.length
      } else {
        found.append(
          IntervalShortage(
            date: need.date, start: need.start, end: need.start + need.length, group: need.group,
            wanted: need.people, found: people))
      }
    }
    return found
  }
}
