// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Pricing
import RosterFiles
import Rostering
import Testing

struct RosterFileTests {
  /// A file of the given lines, removed when the body ends.
  private func file<Result>(_ lines: String..., body: (String) throws -> Result) throws -> Result {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("roster-\(UUID().uuidString).csv")
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    return try body(place.path)
  }

  private func mistake(_ body: () throws -> Void) -> RosterFileError? {
    do {
      try body()
      return nil
    } catch {
      return error as? RosterFileError
    }
  }

  private let early = "early,08:00,16:30,12:00-12:30"
  private let night = "night,22:00,06:00,"

  private func kinds() throws -> [RosterShift] {
    try file("shift,starts_at,ends_at,break", early, night) { try ShiftFile.read(path: $0) }
  }

  @Test func `shifts have their length, break, pay and night`() throws {
    let kinds = try kinds()
    #expect(kinds.map(\.length) == [510, 480] && kinds.map(\.paid) == [480, 480])
    #expect(kinds[0].pause == 240..<270 && kinds.map(\.isNight) == [false, true])
  }

  @Test func `Chinese headings mean the same`() throws {
    let staff = try file("姓名,夜班上限", "李娜,2") { try StaffFile.read(path: $0) }
    #expect(staff.map(\.name) == ["李娜"])
  }

  @Test func `a mistake of staff has its line and column`() throws {
    func mistake(_ columns: String, _ row: String) throws -> RosterFileError? {
      try file(columns, "A" + String(repeating: ",", count: columns.count { $0 == "," }), row) {
        path in self.mistake { _ = try StaffFile.read(path: path) }
      }
    }
    #expect(
      try mistake("name,rest_minutes", "B,many")
        == RosterFileError(line: 3, column: "rest_minutes", .outside("many", allowed: 0...1440)))
    #expect(
      try mistake("name,leave", "B,2026-13-01")
        == RosterFileError(line: 3, column: "leave", .record(.notADate("2026-13-01"))))
    #expect(
      try mistake("name,least_minutes,most_minutes", "B,2400,1440")
        == RosterFileError(
          line: 3, column: "least_minutes", .above("2400", limit: "most_minutes 1440")))
    #expect(
      try mistake("name,groups", "A,sales")
        == RosterFileError(line: 3, column: "name", .record(.duplicate(firstLine: 2))))
    #expect(try mistake("name,leef", "B,1")?.line == 1)
  }

  @Test func `a contract is split into calendar weeks`() throws {
    let staff = try file(
      "name,least_minutes,most_minutes,ceiling_minutes,leave_minutes,leave",
      "A,1400,2400,2880,480,2026-11-04"
    ) { try StaffFile.read(path: $0) }
    // Wednesday to Tuesday.
    let wednesday = CivilDate(unchecked: 2026, 11, 4)
    let assembly = RosterAssembly(
      days: DateSpan(unchecked: wednesday, wednesday.advanced(by: 6)), kinds: try kinds(),
      groups: [], staff: staff)
    let person = try assembly.people(history: nil)[0]
    #expect(
      person.contract == [
        ContractPeriod(days: 0..<5, least: 1400 * 5 / 7 - 480, most: 1920, ceiling: 2400),
        ContractPeriod(days: 5..<7, least: 400, most: 2400, ceiling: 2880),
      ])
    #expect(person.leave == [0] && person.groups == [0])
  }

  @Test func `an earlier roster carries runs and minutes over the boundary`() throws {
    var kinds = try kinds()
    let earlier = try file(
      "person,date,shift,group,locked", "A,2026-11-02,early,sales,", "A,2026-11-03,night,sales,",
      "B,2026-11-02,early,sales,", "A,2026-11-05,early,sales,true"
    ) { try RosterFile(path: $0, kinds: &kinds, areGiven: true) }
    let staff = try file("name,groups", "A,sales", "B,sales", "C,sales") {
      try StaffFile.read(path: $0)
    }
    let wednesday = CivilDate(unchecked: 2026, 11, 4)
    let assembly = RosterAssembly(
      days: DateSpan(unchecked: wednesday, wednesday.advanced(by: 3)), kinds: kinds,
      groups: earlier.groups, staff: staff)
    let people = try assembly.people(history: earlier)
    #expect(people[0].history == RosterHistory(lastKind: 1, run: 2, minutesBefore: 960))
    #expect(people[1].history == RosterHistory(lastKind: nil, run: 1, minutesBefore: 480))
    #expect(people[2].history == nil)
    #expect(try assembly.roster(earlier)[0, 1] == Duty(kind: 0))
    #expect(try assembly.locks(earlier) == [0: [1: Duty(kind: 0)]])
  }

  @Test func `a shift that is not known is told with those that are`() throws {
    var kinds = try kinds()
    let found = try file("date,shift,people", "2026-11-02,noon,2") { path in
      self.mistake { _ = try CoverFile(path: path, kinds: &kinds, areGiven: true) }
    }
    #expect(
      found
        == RosterFileError(
          line: 2, column: "shift", .record(.notOneOf("noon", allowed: ["early", "night"]))))
  }

  @Test func `shifts without a file are known by their times`() throws {
    var kinds: [RosterShift] = []
    let cover = try file(
      "date,starts_at,ends_at,people", "2026-11-02,09:00,17:00,2", "2026-11-03,9:00,17:00,1"
    ) { try CoverFile(path: $0, kinds: &kinds, areGiven: false) }
    #expect(kinds.map(\.name) == ["09:00-17:00"] && cover.days.count == 2)
  }
}
