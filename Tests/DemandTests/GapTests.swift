// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Testing

@Suite struct GapTests {
  private func history(_ days: [Int], from first: String = "2026-01-01") -> String {
    let start = CivilDate(iso: first) ?? CivilDate(dayNumber: 0)
    return days.reduce("timestamp\n") { $0 + "\(start.advanced(by: $1)) 09:00:00\n" }
  }

  private func problem(
    _ text: String, _ reader: HistoryReader = HistoryReader(unsorted: .sort)
  ) -> HistoryProblem? {
    do throws(HistoryError) {
      _ = try reader.read(text: text)
      return nil
    } catch {
      return error.problems.first
    }
  }

  @Test func `a mistyped year is refused with its line and the rows on both sides`() {
    // 2062 for 2026, between rows of the same week.
    let text = history(Array(0..<4) + [13_149] + Array(4..<9))
    let found = problem(text)
    #expect(found?.line == 6)
    #expect(
      found?.kind
        == .gap(
          days: 13_140, after: HistoryProblem.Row(time: "2026-01-09 09:00", line: 11),
          before: HistoryProblem.Row(time: "2062-01-01 09:00", line: 6)))
  }

  @Test func `few rows far from all others are a slip, though the rest spans longer`() {
    let years = Array(stride(from: 0, to: 1500, by: 2))
    #expect(problem(history(years + [1900]))?.line == 752)
    #expect(problem(history([-400] + years))?.line == 2)
    // Within 366 days, or more than one in a hundred: no slip.
    #expect(problem(history(years + [1498 + 366])) == nil)
    #expect(problem(history(years + (1900..<1908))) == nil)
  }

  @Test func `a gap longer than all recorded time is refused, a shorter one is not`() {
    let spring = Array(0..<60)
    #expect(problem(history(spring + (181..<241))) != nil)
    #expect(problem(history(spring + (180..<240))) == nil)
    // A shop with a customer a week is recorded all along.
    #expect(problem(history(Array(stride(from: 0, to: 364, by: 7)) + [600])) == nil)
    #expect(problem(history([0, 3])) == nil)
  }

  @Test func `gaps are permitted on request, twenty years at most`() {
    let reader = HistoryReader(unsorted: .sort, gaps: .permit)
    #expect(problem(history([0, 1, 3000]), reader) == nil)
    #expect(problem(history([0, 1, 7320]), reader) == nil)
    let found = problem(history([0, 1, 7321]), reader)
    #expect(
      found?.kind
        == .spanTooLong(
          days: 7321, most: 7320, first: HistoryProblem.Row(time: "2026-01-01 09:00", line: 2),
          last: HistoryProblem.Row(time: "2046-01-17 09:00", line: 4)))
  }

  @Test func `counts are bounded as arrivals are`() {
    let rows = (1...9).map { "2026-01-0\($0),5\n" }.joined()
    #expect(problem("date,count\n" + rows) == nil)
    #expect(problem("date,count\n" + rows + "2062-01-01,5\n")?.line == 11)
    // What is unknown is no record.
    #expect(problem("date,count\n" + rows + "2062-01-01,\n") == nil)
  }

  @Test func `a thousand types are told apart and no more`() {
    let rows = (0..<1000).map { "2026-01-01 09:00,t\($0)\n" }.joined()
    #expect(problem("timestamp,type\n" + rows) == nil)
    let found = problem("timestamp,type\n" + rows + "2026-01-01 09:00,last\n")
    #expect(found == HistoryProblem(line: 1002, kind: .tooManyTypes(most: 1000)))
  }
}
