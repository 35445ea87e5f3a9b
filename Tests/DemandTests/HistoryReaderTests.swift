// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Foundation
import Scenarios
import Tables
import Testing

@Suite struct HistoryReaderTests {
  private let day = 20_393 * 86_400  // 2025-11-01

  private func problems(
    _ text: String, _ reader: HistoryReader = HistoryReader()
  ) -> [HistoryProblem] {
    do {
      _ = try reader.read(text: text)
      return []
    } catch {
      return error.problems
    }
  }

  private func counts(_ text: String) throws -> CountLog {
    guard case .counts(let log) = try HistoryReader().read(text: text).records else {
      throw HistoryError([])
    }
    return log
  }

  @Test func `a spreadsheet's quirks are read`() throws {
    let text =
      "\u{FEFF}Interval_Start;Count\r\n2025/11/1 9:00;3\r\n\"2025/11/1 9:30\"; 4.0 \r\n\r\n2025/11/1 10:00;0"
    let log = try counts(text)
    #expect(
      log
        == CountLog(
          interval: 1800, starts: [32_400, 34_200, 36_000].map { day + $0 }, counts: [3, 4, 0]))
  }

  @Test func `columns of simulate's own chats are no news, others are named`() throws {
    let own =
      "plan,replication,chat,date,second,written_date,written_second,inquiry_type,background,"
      + "arrived,carried_over,outcome,wait,taken,first_reply,handling,group,agent,last_agent,order,"
      + "time_zone"
    let row =
      "p,0,0,2025-11-01,32400,2025-11-01,32400,all,false,true,false,served,1,1,8,300,team,0,0,"
      + "false,Asia/Shanghai"
    func ignored(_ text: String) throws -> [String] {
      try HistoryReader().read(text: text).notes.compactMap { note in
        if case .ignoredColumn(let name) = note.kind { name } else { nil }
      }
    }
    #expect(try ignored("\(own)\n\(row)\n") == [])
    #expect(try ignored("\(own),mood\n\(row),glad\n") == ["mood"])
    // Without the columns that make the file ours they are somebody's else.
    #expect(try ignored("arrival,agent\n2025-11-01 09:00:00,7\n") == ["agent"])
  }

  @Test(arguments: [1, 7, 3000]) func `rows out of order are those of the sorted file`(
    spread: Int
  ) throws {
    // Many of the same second, told apart by their types: these stay in the file's order.
    let rows = (0..<3000).map { row in
      let second = (row * 7919) % (86_400 / spread)
      let clock = [second / 3600, second / 60 % 60, second % 60].map {
        $0 < 10 ? "0\($0)" : "\($0)"
      }
      return (
        second: second, wait: row % 97,
        text: "2025-11-01 \(clock.joined(separator: ":")),t\(row % 5),\(row % 97)\n"
      )
    }
    let sorted = rows.enumerated().sorted {
      ($0.element.second, $0.offset) < ($1.element.second, $1.offset)
    }
    let history = try HistoryReader(unsorted: .sort).read(
      text: "arrival,type,wait\n" + rows.map(\.text).joined())
    guard case .arrivals(let log) = history.records else { throw HistoryError([]) }
    #expect(log.times == sorted.map { Double(day + $0.element.second) })
    #expect(
      log.typeIndices.map { log.types[Int($0)] } == sorted.map { "t\($0.offset % 5)" })
    #expect(history.service?.waits == sorted.map { Float($0.element.wait) })
  }

  @Test func `counts out of order are those of the sorted file, unknown ones left out`() throws {
    let rows = (0..<48).map { row in
      let half = row * 29 % 48
      let clock = "\(half / 2):\(half % 2 == 0 ? "00" : "30")"
      return (half: half, text: "2025-11-01 \(clock),\(half % 7 == 0 ? "" : "\(half)")\n")
    }
    let history = try HistoryReader(unsorted: .sort).read(
      text: "interval_start,count\n" + rows.map(\.text).joined())
    guard case .counts(let log) = history.records else { throw HistoryError([]) }
    let known = (0..<48).filter { $0 % 7 != 0 }
    #expect(log.counts == known)
    #expect(log.starts == known.map { day + $0 * 1800 })
  }

  @Test func `a count beyond what a number holds is too large, and a name too many is told once`() {
    let huge = "99999999999999999999"
    #expect(
      problems("interval_start,count\n2025-11-01 9:00,\(huge)\n2025-11-01 9:30,1\n").map(\.kind)
        == [.tooLarge(column: "count", found: huge, most: 10_000_000)])
    let types = (0..<1100).map { "2025-11-01 9:00:00,t\($0)\n" }.joined()
    #expect(
      problems("arrival,type\n" + types)
        == [HistoryProblem(line: 1002, kind: .tooManyTypes(most: 1000))])
  }

  @Test func `a row that is not UTF-8 is refused with its line`() {
    var rest =
      Array("arrival,type\n2025-11-01 9:00,售前\n2025-11-01 9:01,".utf8) + [0xCA, 0xDB, 0x0A]
    let rows = DelimitedRows {
      defer { rest = [] }
      return rest
    }
    #expect(throws: HistoryError([HistoryProblem(line: 3, kind: .notText)])) {
      try HistoryReader().read(rows)
    }
  }

  @Test func `arrivals come with waits, handling and outcomes`() throws {
    let text = """
      timestamp,service,wait_s,handle_s,outcome
      2025-11-01T09:00:00.5,A,0,120,AGENT
      2025-11-01T09:00:09,B,30,,HANG
      2025-11-01T09:00:10,B,1,2,PHANTOM
      2025-11-01T09:01:00,A,5,60,AGENT
      """
    let history = try HistoryReader().read(text: text)
    guard case .arrivals(let log) = history.records else {
      Issue.record("not arrivals")
      return
    }
    #expect(log.times == [32_400.5, 32_409, 32_460].map { Double(day) + $0 })
    #expect(log.types == ["A", "B"] && log.typeIndices == [0, 1, 0])
    let service = try #require(history.service)
    #expect(service.waits == [0, 30, 5])
    #expect(service.handling[0] == 120 && service.handling[1].isNaN)
    #expect(service.outcomes == [.served, .abandoned, .served])
    #expect(history.notes == [HistoryNote(line: 4, kind: .notContacts, count: 1)])
  }

  @Test func `bad rows are all named by line`() {
    let text = """
      interval_start,count
      2025-11-01 09:00,3
      2025-11-01 09:30,-1
      2025-11-01 10:00,2.5
      2025-13-01 10:30,2
      2025-11-01 11:00,many
      2025-11-01 11:30
      """
    #expect(
      problems(text) == [
        HistoryProblem(line: 3, kind: .negative(column: "count", found: "-1")),
        HistoryProblem(line: 4, kind: .fractionalCount("2.5")),
        HistoryProblem(line: 5, kind: .badTime("2025-13-01 10:30")),
        HistoryProblem(line: 6, kind: .badNumber(column: "count", found: "many")),
        HistoryProblem(line: 7, kind: .tooFewFields(found: 1, needed: 2)),
      ])
  }

  @Test func `duplicate and overlapping intervals are refused with both lines`() {
    let head = "interval_start,count\n2025-11-01 09:00,3\n2025-11-01 09:30,3\n2025-11-01 10:00,3\n"
    #expect(
      problems(head + "2025-11-01 10:00,4\n") == [
        HistoryProblem(line: 5, kind: .duplicateInterval(firstLine: 4))
      ])
    #expect(
      problems(head + "2025-11-01 10:15,4\n") == [
        HistoryProblem(line: 5, kind: .overlappingInterval(otherLine: 4))
      ])
  }

  @Test func `rows out of order are refused or sorted with a note`() throws {
    let text = "time\n2025-11-01 10:00\n2025-11-01 09:00\n2025-11-01 11:00\n"
    #expect(problems(text) == [HistoryProblem(line: 3, kind: .unsorted)])
    let history = try HistoryReader(unsorted: .sort).read(text: text)
    guard case .arrivals(let log) = history.records else { return }
    #expect(log.times == log.times.sorted() && log.times.count == 3)
    #expect(history.notes == [HistoryNote(line: 3, kind: .sorted, count: 1)])
  }

  @Test func `another interval half way is refused where it begins`() {
    var text = "interval_start,count\n"
    for slot in 0..<96 { text += row(slot * 1800) }
    for hour in 48..<80 { text += row(hour * 3600) }
    #expect(
      problems(text) == [
        HistoryProblem(line: 98, kind: .intervalChanges(from: 1800, to: 3600))
      ])
  }

  private func row(_ second: Int) -> String {
    let date = CivilDate(dayNumber: 20_393 + second / 86_400)
    let hour = second % 86_400 / 3600
    let minute = second % 3600 / 60
    return "\(date) \(hour):\(minute < 10 ? "0" : "")\(minute),1\n"
  }

  @Test func `absent rows are unknown and noted, as are empty counts`() throws {
    let text = """
      interval_start,count
      2025-11-01 09:00,3
      2025-11-01 09:30,
      2025-11-01 10:00,1
      2025-11-01 14:00,1
      """
    let history = try HistoryReader().read(text: text)
    #expect(try counts(text).counts == [3, 1, 1])
    #expect(
      history.notes == [
        HistoryNote(line: 3, kind: .unknownCounts, count: 1),
        HistoryNote(line: 5, kind: .gaps, count: 1),
      ])
  }

  @Test func `zone offsets are kept as shown, moved on request, and never mixed`() throws {
    let text = "time\n2025-11-01T09:00+08:00\n2025-11-01T10:00+0800\n"
    let shown = try HistoryReader().read(text: text)
    #expect(shown.span?.first == Double(day + 9 * 3600))
    #expect(shown.notes.map(\.kind) == [.offsetDropped])
    let moved = try HistoryReader(timeZone: "Europe/Berlin").read(text: text)
    #expect(moved.span?.first == Double(day + 2 * 3600))
    #expect(
      problems("time\n2025-11-01T09:00+08:00\n2025-11-01T10:00\n") == [
        HistoryProblem(line: 3, kind: .mixedZones)
      ])
  }

  @Test func `the hour that the end of summer time repeats is one interval with both counts`()
    throws
  {
    let rows = (0..<6).map {
      "2025-10-2\(($0 + 22) / 24 + 5)T\(22 + $0 - ($0 + 22) / 24 * 24):00Z,\($0 + 1)"
    }
    let text = (["time,count"] + rows).joined(separator: "\n")
    let moved = try HistoryReader(unsorted: .refuse, timeZone: "Europe/Berlin").read(text: text)
    guard case .counts(let log) = moved.records else {
      Issue.record("\(moved.records)")
      return
    }
    // 00:00, 01:00, 02:00 twice, 03:00, 04:00 on Berlin's clock.
    #expect(log.counts == [1, 2, 3 + 4, 5, 6])
    #expect(log.starts.map { ($0 - log.starts[0]) / 3600 } == [0, 1, 2, 3, 4])
    #expect(moved.notes.contains(HistoryNote(line: 5, kind: .repeatedHour, count: 1)))
    let plain = "time,count\n2025-10-26T01:00Z,1\n2025-10-26T02:00Z,1\n2025-10-26T02:00Z,2\n"
    #expect(throws: HistoryError.self) {
      try HistoryReader(timeZone: "Europe/Berlin").read(text: plain)
    }
    let arrivals = "time\n2025-10-26T00:50Z\n2025-10-26T01:10Z\n2025-10-26T01:40Z\n"
    let log2 = try HistoryReader(unsorted: .refuse, timeZone: "Europe/Berlin").read(text: arrivals)
    guard case .arrivals(let times) = log2.records else {
      Issue.record("\(log2.records)")
      return
    }
    #expect(times.times.map { $0.truncatingRemainder(dividingBy: 86_400) / 60 } == [130, 160, 170])
  }

  @Test(arguments: [
    ("", HistoryProblem.Kind.empty), ("\n\n", .empty), ("time\n", .empty),
    ("a,b\n1,2\n", .noTimeColumn(found: ["a", "b"])),
    ("time,date\n", .twoColumns(meaning: "interval_start", names: ["time", "date"])),
    ("time,count\n2025-11-01,5\n", .noInterval(seconds: nil)),
    ("time\n\"2025-11-01\n", .unterminatedQuote),
  ])
  func `files without usable rows say why`(text: String, kind: HistoryProblem.Kind) {
    #expect(problems(text).map(\.kind) == [kind])
  }

  @Test func `a missing file is named and packed bytes are recognised`() throws {
    let reader = HistoryReader()
    #expect(throws: HistoryError.self) { try reader.read(path: "/nonexistent/history.csv") }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("packed-\(UUID()).gz")
    try Data([0x1F, 0x8B, 8, 0]).write(to: path)
    defer { try? FileManager.default.removeItem(at: path) }
    #expect(throws: HistoryError([HistoryProblem(line: 0, kind: .compressed)])) {
      try reader.read(path: path.path)
    }
  }
}
