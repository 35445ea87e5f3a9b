// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
import Pricing
import RosterFiles
import Rostering
import Testing

struct IntervalShortageTests {
  private static let days = DateSpan(
    unchecked: CivilDate(unchecked: 2026, 3, 2), CivilDate(unchecked: 2026, 3, 3))

  private func entry(
    _ person: String, day: Int, _ start: Int, _ length: Int, pause: Range<Int> = 0..<0,
    group: String? = "team"
  ) -> RosterEntry {
    RosterEntry(
      line: 2, person: person, date: Self.days[day], group: group,
      shift: RosterShift("s", start: start, length: length, pause: pause))
  }

  private func need(
    day: Int, _ start: Int, _ people: Int, group: String = "team"
  ) -> IntervalNeed {
    IntervalNeed(
      date: Self.days.first.advanced(by: day), start: start, length: 30, group: group,
      people: people)
  }

  private func short(_ entries: [RosterEntry], _ needs: [IntervalNeed]) -> [IntervalShortage] {
    IntervalShortage.all(of: entries, against: needs, on: Self.days) { _ in "team" }
  }

  @Test func `enough people on duty leave nothing short`() {
    let entries = [entry("A", day: 0, 540, 480), entry("B", day: 0, 540, 480, group: nil)]
    #expect(short(entries, [need(day: 0, 540, 2), need(day: 0, 990, 2)]).isEmpty)
    #expect(short(entries, [need(day: 0, 1020, 1)]).map(\.found) == [0])
    #expect(short(entries, [need(day: 0, 540, 1, group: "other")]).map(\.wanted) == [1])
  }

  @Test
  func `a break of half an interval leaves half a person, and neighbours alike are one stretch`() {
    let entries = [entry("A", day: 0, 540, 480, pause: 180..<225)]
    let found = short(entries, [720, 750, 780].map { need(day: 0, $0, 1) })
    #expect(found.map(\.start) == [720, 750] && found.map(\.found) == [0, 0.5])
    let late = short(entries, [1020, 1050, 1080].map { need(day: 0, $0, 1) })
    #expect(late.map { [$0.start, $0.end] } == [[1020, 1110]])
  }

  @Test func `a night shift is on duty after midnight, and other days are not judged`() {
    let entries = [entry("A", day: 0, 1320, 480)]
    #expect(short(entries, [need(day: 1, 0, 1), need(day: 1, 330, 1)]).isEmpty)
    #expect(short(entries, [need(day: 1, 360, 1)]).count == 1)
    #expect(short(entries, [need(day: 2, 360, 1)]).isEmpty)
  }

  @Test func `a requirement is known by its columns and read with its mistakes placed`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ text: String) throws -> String {
      let place = folder.appendingPathComponent(UUID().uuidString)
      try Data(text.utf8).write(to: place)
      return place.path
    }
    let heading = "date,interval_start,interval_length,group,on_duty,rostered,inquiries,time_zone\n"
    let sound = try file(heading + "2026-03-02,09:30,1800,team,3,3.2,11.5,Asia/Shanghai\n")
    #expect(IntervalNeedFile.isOne(sound))
    #expect(
      try IntervalNeedFile(path: sound).needs
        == [
          IntervalNeed(
            date: Self.days.first, start: 570, length: 30, group: "team", people: 3)
        ])
    #expect(!IntervalNeedFile.isOne(try file("date,shift,people\n2026-03-02,day,2\n")))
    let wrong = try file(heading + "2026-03-02,09:30,1800,team,many,,,\n")
    do {
      _ = try IntervalNeedFile(path: wrong)
      Issue.record("a word was taken for a number")
    } catch {
      #expect(
        error
          == RosterFileError(
            line: 2, column: "on_duty", .outside("many", allowed: 0...100_000)))
    }
  }
}
