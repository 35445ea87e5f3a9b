// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
package import Rostering

/// `shifts.csv`: the kinds of shifts.
package enum ShiftFile {
  /// The columns that are read; the first three are needed.
  package static let columns = ["shift", "starts_at", "ends_at", "break", "paid_minutes", "night"]

  static let headings = [
    "班次": "shift", "开始": "starts_at", "结束": "ends_at", "休息": "break", "计薪分钟": "paid_minutes",
    "夜班": "night",
  ]

  /// - Throws: `RosterFileError` with the line of the first mistake.
  package static func read(path: String) throws(RosterFileError) -> [RosterShift] {
    let table = try RosterTable(
      path: path, known: columns, headings: headings, needed: ["shift", "starts_at", "ends_at"])
    var lines: [String: Int] = [:]
    var kinds: [RosterShift] = []
    for row in table.rows {
      let name = try row.required("shift")
      if let first = lines.updateValue(row.line, forKey: name) {
        throw row.error("shift", .record(.duplicate(firstLine: first)))
      }
      guard name != "off", !name.contains(where: { "|:>=".contains($0) }) else {
        throw row.error("shift", .notLike(name, example: "early"))
      }
      let kind = try kind(name, row)
      kinds.append(kind)
    }
    guard !kinds.isEmpty else { throw RosterFileError(line: 1, .record(.empty)) }
    return kinds
  }

  private static func kind(
    _ name: String, _ row: RosterTable.Row
  ) throws(RosterFileError) -> RosterShift {
    guard let start = try row.clock("starts_at") else {
      throw row.error("starts_at", .record(.mustNotBeEmpty))
    }
    guard let end = try row.clock("ends_at") else {
      throw row.error("ends_at", .record(.mustNotBeEmpty))
    }
    guard start < 1440 else {
      throw row.error("starts_at", .notLike("24:00", example: "00:00"))
    }
    let length = RosterShift.minutes(from: start, to: end)
    return RosterShift(
      name, start: start, length: length, paid: try row.number("paid_minutes", 0...length),
      pause: try row.pause(from: start, length: length) ?? 0..<0, isNight: try row.flag("night"))
  }
}

extension RosterTable.Row {
  /// The break of a shift that starts at a minute of the day, in minutes from there; nil for an empty cell.
  func pause(from start: Int, length: Int) throws(RosterFileError) -> Range<Int>? {
    guard let text = text("break") else { return nil }
    let times = text.split(separator: "-")
    guard times.count == 2 else {
      throw error("break", .notLike(text, example: "12:00-12:30"))
    }
    // After midnight a break's clock is before the shift's.
    let first = (try clock(times[0], "break") - start + 1440) % 1440
    let last = (try clock(times[1], "break") - start + 1440) % 1440
    guard first < last, last <= length else {
      throw error("break", .notLike(text, example: "12:00-12:30"))
    }
    return first..<last
  }
}

extension RosterShift {
  /// Minutes from a clock time to the next such time of the other.
  static func minutes(from start: Int, to end: Int) -> Int {
    end > start ? end - start : end - start + 1440
  }
}
