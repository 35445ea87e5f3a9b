// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Pricing
package import Rostering

/// A row of a file that names a shift of a day: of cover, or of a roster.
struct NamedShift: Sendable {
  var line: Int
  var date: CivilDate
  var shift: String
  var group: String?

  /// The shift by its name, or by its times where it has none.
  ///
  /// - Parameter kinds: Receives a kind that is known by its times alone.
  static func read(
    _ row: RosterTable.Row, _ kinds: inout [RosterShift], areGiven: Bool
  ) throws(RosterFileError) -> NamedShift {
    let date = try row.date("date")
    let (start, end) = (try row.clock("starts_at"), try row.clock("ends_at"))
    let name: String
    if let given = row.text("shift") {
      name = given
    } else {
      guard let start else { throw row.error("shift", .record(.mustNotBeEmpty)) }
      guard let end else { throw row.error("ends_at", .record(.mustNotBeEmpty)) }
      let length = RosterShift.minutes(from: start, to: end)
      name =
        kinds.first { $0.start == start && $0.length == length }?.name
        ?? "\(ClockTime(unchecked: start * 60))-\(ClockTime(unchecked: end * 60))"
    }
    if !kinds.contains(where: { $0.name == name }) {
      guard !areGiven, let start, let end, start < 1440 else {
        throw row.error(
          "shift", .record(.notOneOf(name, allowed: kinds.map(\.name))))
      }
      kinds.append(
        RosterShift(name, start: start, length: RosterShift.minutes(from: start, to: end)))
    }
    return NamedShift(line: row.line, date: date, shift: name, group: row.text("group"))
  }
}

/// `cover.csv`: people wanted by day, shift and group.
package struct CoverFile: Sendable {
  /// The columns that are read: `date`, `people`, and `shift` or its times are needed.
  package static let columns = [
    "date", "shift", "starts_at", "ends_at", "group", "people", "under", "over",
  ]

  static let headings = [
    "日期": "date", "班次": "shift", "开始": "starts_at", "结束": "ends_at", "客服组": "group",
    "人数": "people", "缺员代价": "under", "超员代价": "over",
  ]

  var rows: [(shift: NamedShift, people: Int, under: Int?, over: Int?)] = []
  package let days: DateSpan

  /// - Parameters:
  ///   - kinds: Known shifts; those that the file names by their times join them.
  ///   - areGiven: Whether no others are allowed.
  /// - Throws: `RosterFileError` with the line of the first mistake.
  package init(
    path: String, kinds: inout [RosterShift], areGiven: Bool
  ) throws(RosterFileError) {
    let table = try RosterTable(
      path: path, known: Self.columns, headings: Self.headings, needed: ["date", "people"])
    var lines: [String: Int] = [:]
    for row in table.rows {
      let shift = try NamedShift.read(row, &kinds, areGiven: areGiven)
      let key = "\(shift.date)|\(shift.shift)|\(shift.group ?? "")"
      if let first = lines.updateValue(row.line, forKey: key) {
        throw row.error("shift", .record(.duplicate(firstLine: first)))
      }
      guard let people = try row.number("people", 0...100_000) else {
        throw row.error("people", .record(.mustNotBeEmpty))
      }
      rows.append(
        (
          shift, people, try row.number("under", 0...1_000_000),
          try row.number("over", 0...1_000_000)
        ))
    }
    let dates = rows.map(\.shift.date)
    guard let first = dates.min(), let last = dates.max() else {
      throw RosterFileError(line: 1, .record(.empty))
    }
    days = DateSpan(unchecked: first, last)
  }
}

/// A roster as a file: one row for each person and shift.
package struct RosterFile: Sendable {
  /// The columns that are read: `person`, `date`, and `shift` or its times are needed.
  package static let columns = [
    "person", "date", "shift", "starts_at", "ends_at", "break", "group", "locked",
  ]

  static let headings = [
    "姓名": "person", "工号": "person", "日期": "date", "班次": "shift", "开始": "starts_at",
    "结束": "ends_at", "休息": "break", "客服组": "group", "锁定": "locked",
  ]

  var rows: [(person: String, shift: NamedShift, isLocked: Bool)] = []
  /// The rows, with the times that each says or that its shift has.
  package private(set) var entries: [RosterEntry] = []
  package let days: DateSpan

  package init(
    path: String, kinds: inout [RosterShift], areGiven: Bool
  ) throws(RosterFileError) {
    let table = try RosterTable(
      path: path, known: Self.columns, headings: Self.headings, needed: ["person", "date"])
    var lines: [String: Int] = [:]
    for row in table.rows {
      let person = try row.required("person")
      let shift = try NamedShift.read(row, &kinds, areGiven: areGiven)
      if let first = lines.updateValue(row.line, forKey: "\(shift.date)|\(person)") {
        throw row.error("date", .record(.duplicate(firstLine: first)))
      }
      rows.append((person, shift, try row.flag("locked") ?? false))
      guard var kind = kinds.first(where: { $0.name == shift.shift }) else { continue }
      if let pause = try row.pause(from: kind.start, length: kind.length) { kind.pause = pause }
      entries.append(
        RosterEntry(
          line: row.line, person: person, date: shift.date, group: shift.group, shift: kind))
    }
    let dates = rows.map(\.shift.date)
    guard let first = dates.min(), let last = dates.max() else {
      throw RosterFileError(line: 1, .record(.empty))
    }
    days = DateSpan(unchecked: first, last)
  }
}
