// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Pricing

/// Somebody's row of `staff.csv`, with dates and names as they are written.
package struct StaffRecord: Sendable {
  package var line: Int
  package var name: String
  package var groups: [String]
  /// Paid minutes of a week.
  var leastMinutes: Int
  var mostMinutes: Int?
  var ceilingMinutes: Int?
  var leaveMinutes: Int
  var leastDaysInRow: Int
  var mostDaysInRow: Int?
  var leastDaysOffInRow: Int
  var rest: Int
  var forbidden: [(first: String, second: String)]
  var mostOf: [(shift: String, count: Int)]
  var mostWeekends: Int?
  var mostNights: Int?
  var leave: [DateSpan]
  var wishes: [(date: CivilDate, isOn: Bool, shift: String?, weight: Int)]
  var locked: [(date: CivilDate, shift: String?, group: String?)]
}

/// `staff.csv`: one row for each person. Empty cells set no limit.
package enum StaffFile {
  /// The columns that are read; `name` alone is needed.
  package static let columns = [
    "name", "groups", "least_minutes", "most_minutes", "ceiling_minutes", "leave_minutes",
    "least_days_in_row", "most_days_in_row", "least_days_off_in_row", "rest_minutes", "forbidden",
    "most_of", "most_weekends", "most_nights", "leave", "wishes", "locked",
  ]

  static let headings = [
    "姓名": "name", "工号": "name", "客服组": "groups", "每周最少分钟": "least_minutes",
    "每周最多分钟": "most_minutes", "每周上限分钟": "ceiling_minutes", "每天休假分钟": "leave_minutes",
    "最少连续上班天数": "least_days_in_row", "最多连续上班天数": "most_days_in_row",
    "最少连续休息天数": "least_days_off_in_row", "班间休息分钟": "rest_minutes", "禁止衔接": "forbidden",
    "班次上限": "most_of", "周末上限": "most_weekends", "夜班上限": "most_nights", "休假": "leave",
    "意愿": "wishes", "锁定": "locked",
  ]

  /// - Throws: `RosterFileError` with the line of the first mistake.
  package static func read(path: String) throws(RosterFileError) -> [StaffRecord] {
    let table = try RosterTable(path: path, known: columns, headings: headings, needed: ["name"])
    var lines: [String: Int] = [:]
    var staff: [StaffRecord] = []
    for row in table.rows {
      let record = try record(row)
      if let first = lines.updateValue(row.line, forKey: record.name) {
        throw row.error("name", .record(.duplicate(firstLine: first)))
      }
      staff.append(record)
    }
    guard !staff.isEmpty else { throw RosterFileError(line: 1, .record(.empty)) }
    return staff
  }

  private static func record(_ row: RosterTable.Row) throws(RosterFileError) -> StaffRecord {
    let minutes = 0...10_080
    let record = StaffRecord(
      line: row.line, name: try row.required("name"), groups: row.list("groups"),
      leastMinutes: try row.number("least_minutes", minutes) ?? 0,
      mostMinutes: try row.number("most_minutes", minutes),
      ceilingMinutes: try row.number("ceiling_minutes", minutes),
      leaveMinutes: try row.number("leave_minutes", 0...1440) ?? 0,
      leastDaysInRow: try row.number("least_days_in_row", 1...31) ?? 1,
      mostDaysInRow: try row.number("most_days_in_row", 1...31),
      leastDaysOffInRow: try row.number("least_days_off_in_row", 1...31) ?? 1,
      rest: try row.number("rest_minutes", 0...1440) ?? 0, forbidden: try pairs(row),
      mostOf: try limits(row), mostWeekends: try row.number("most_weekends", 0...60),
      mostNights: try row.number("most_nights", 0...371), leave: try leave(row),
      wishes: try wishes(row), locked: try locked(row))
    func check(_ low: Int, _ column: String, _ high: Int?, _ limit: String)
      throws(RosterFileError)
    {
      guard let high, low > high else { return }
      throw row.error(column, .above(String(low), limit: "\(limit) \(high)"))
    }
    try check(record.leastMinutes, "least_minutes", record.mostMinutes, "most_minutes")
    try check(
      record.mostMinutes ?? record.leastMinutes, "most_minutes", record.ceilingMinutes,
      "ceiling_minutes")
    try check(
      record.leastDaysInRow, "least_days_in_row", record.mostDaysInRow, "most_days_in_row")
    return record
  }

  private static func pairs(
    _ row: RosterTable.Row
  ) throws(RosterFileError) -> [(first: String, second: String)] {
    var pairs: [(first: String, second: String)] = []
    for part in row.list("forbidden") {
      let names = part.split(separator: ">")
      guard names.count == 2 else {
        throw row.error("forbidden", .notLike(part, example: "late>early"))
      }
      pairs.append((String(names[0]), String(names[1])))
    }
    return pairs
  }

  private static func limits(
    _ row: RosterTable.Row
  ) throws(RosterFileError) -> [(shift: String, count: Int)] {
    var limits: [(shift: String, count: Int)] = []
    for part in row.list("most_of") {
      let names = part.split(separator: "=")
      guard names.count == 2 else {
        throw row.error("most_of", .notLike(part, example: "night=4"))
      }
      limits.append((String(names[0]), try row.number(names[1], "most_of", 0...371)))
    }
    return limits
  }

  private static func leave(_ row: RosterTable.Row) throws(RosterFileError) -> [DateSpan] {
    var spans: [DateSpan] = []
    for part in row.list("leave") {
      let dates = part.split(separator: "/")
      guard (1...2).contains(dates.count),
        let span = DateSpan(
          first: try row.date(dates[0], "leave"),
          last: try row.date(dates[dates.count - 1], "leave"))
      else {
        throw row.error("leave", .notLike(part, example: "2026-12-01/2026-12-05"))
      }
      spans.append(span)
    }
    return spans
  }

  /// `2026-12-03:on:early:5`, `2026-12-04:off::3`.
  private static func wishes(
    _ row: RosterTable.Row
  ) throws(RosterFileError) -> [(date: CivilDate, isOn: Bool, shift: String?, weight: Int)] {
    var wishes: [(date: CivilDate, isOn: Bool, shift: String?, weight: Int)] = []
    for part in row.list("wishes") {
      let words = part.split(separator: ":", omittingEmptySubsequences: false)
      guard words.count == 4, words[1] == "on" || words[1] == "off" else {
        throw row.error("wishes", .notLike(part, example: "2026-12-03:on:early:5"))
      }
      wishes.append(
        (
          try row.date(words[0], "wishes"), words[1] == "on",
          words[2].isEmpty ? nil : String(words[2]),
          try row.number(words[3], "wishes", 0...1_000_000)
        ))
    }
    return wishes
  }

  /// `2026-12-03:early`, `2026-12-03:early:sales`, `2026-12-04:off`.
  private static func locked(
    _ row: RosterTable.Row
  ) throws(RosterFileError) -> [(date: CivilDate, shift: String?, group: String?)] {
    var locked: [(date: CivilDate, shift: String?, group: String?)] = []
    for part in row.list("locked") {
      let words = part.split(separator: ":")
      guard (2...3).contains(words.count) else {
        throw row.error("locked", .notLike(part, example: "2026-12-03:early"))
      }
      locked.append(
        (
          try row.date(words[0], "locked"), words[1] == "off" ? nil : String(words[1]),
          words.count == 3 ? String(words[2]) : nil
        ))
    }
    return locked
  }
}
