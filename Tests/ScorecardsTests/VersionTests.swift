// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards
import Testing

struct VersionTests {
  /// One session in time at noon and one late at 23:30, every day.
  private static func daily(from first: String, days: Int) throws -> MessageLog {
    let start = try day(first)
    return try log(
      (0..<days).map { index in
        let date = start.advanced(by: index)
        return """
          \(date)T12:00:00 customer noon\(index)
          \(date)T12:00:10 agent noon\(index)
          \(date)T23:30:00 customer night\(index)
          \(date)T23:40:00 agent night\(index)
          """
      }.joined(separator: "\n"))
  }

  @Test func `JD's change of December 2021 mixes both versions in one window`() throws {
    let log = try Self.daily(from: "2021-11-01", days: 61)
    let score = try Scorecard(try entry("jd.first30s"), of: log)
    let mixed = try #require(score.periods.first { $0.span.last == CivilDate(iso: "2021-12-16") })
    // 14 days of both sessions, 16 days of the one at noon.
    #expect(mixed.tally.score == "30 of \(14 * 2 + 16)")
    #expect(mixed.rule.version == "2021-12")
    let old = try #require(score.periods.first { $0.span.last == CivilDate(iso: "2021-11-30") })
    #expect(old.tally.score == "30 of 60" && old.rule.version == "2021")
    let new = try #require(score.periods.first { $0.span.last == CivilDate(iso: "2021-12-30") })
    #expect(new.tally.score == "30 of 30" && new.meetsTarget == true)
    // The day of the announcement looks back on 9 days of the old rule and 21 of the new one.
    let announced = score.periods.first { $0.span.last == CivilDate(iso: "2021-12-21") }
    #expect(announced?.tally.score == "30 of \(9 * 2 + 21)")
  }

  @Test func `Kuaishou counts until midnight, and from March 2023 until eleven`() throws {
    let log = try Self.daily(from: "2023-03-26", days: 2)
    let score = try Scorecard(try entry("kuaishou.3min"), of: log)
    #expect(score.days.map(\.version) == ["2022", "2023"])
    #expect(score.days.map { $0.tallies.graded.score } == ["1 of 2", "1 of 1"])
    #expect(score.days.map { $0.tallies.wholeDay.score } == ["1 of 2", "1 of 2"])
  }

  @Test func `Kuaishou's rule begins on 5 October 2022`() throws {
    let log = try Self.daily(from: "2022-10-04", days: 2)
    let score = try Scorecard(try entry("kuaishou.3min"), of: log)
    #expect(score.days.map(\.version) == [nil, "2022"])
    #expect(score.days.map { $0.tallies.wholeDay.units } == [0, 2])
    let before = try Self.daily(from: "2022-09-01", days: 3)
    #expect(throws: ScoreError.self) { try Scorecard(try entry("kuaishou.3min"), of: before) }
  }

  @Test func `JD does not grade the days of Spring Festival 2024`() throws {
    let log = try Self.daily(from: "2024-02-03", days: 16)
    let score = try Scorecard(try entry("jd.3min"), of: log)
    let graded = score.days.filter { $0.tallies.graded.units > 0 }.map(\.date.description)
    #expect(graded == ["2024-02-03", "2024-02-18"])
    let frozen = try Self.daily(from: "2024-02-05", days: 3)
    #expect {
      try Scorecard(try entry("jd.3min"), of: frozen)
    } throws: { error in
      if case .allExempt? = (error as? ScoreError)?.reason { true } else { false }
    }
  }

  @Test func `JD's stars count inquiries without a reply in the mean`() throws {
    func mean(_ date: String) throws -> Double? {
      try graded(
        "jd.avgResponse",
        log("22:00:00 customer one\n22:00:30 agent one\n22:59:00 customer two", on: date)
      ).meanWait
    }
    #expect(try mean("2025-08-31") == 30)
    #expect(try mean("2025-09-01") == 45)
  }

  @Test func `a log outside the rule's times of day cannot be graded`() throws {
    #expect {
      try Scorecard(
        try entry("douyin.3min"), of: log("02:00:00 customer\n02:01:00 agent"))
    } throws: { error in
      if case .windowNeverMet? = (error as? ScoreError)?.reason { true } else { false }
    }
  }
}
