// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards
import Testing

struct EvaluationTests {
  @Test func `a robot's answer counts where the rule says so`() throws {
    let log = try log("12:00:00 customer\n12:00:01 robot\n12:10:00 agent")
    #expect(try graded("taobao.3min", log).score == "0 of 1")
    var anyone = try rule("taobao.3min", on: log.firstDay)
    anyone.answeredBy = .anyone
    #expect(ReplyCounts(anyone, of: log).total.graded.score == "1 of 1")
  }

  @Test func `who never reaches a person is no unit of a rule about people`() throws {
    let robotOnly = try log("12:00:00 customer one\n12:00:01 robot one")
    #expect(try graded("pdd.3min", robotOnly).score == "0 of 0")
    let passedOn = try log(
      """
      12:00:00 customer one
      12:00:01 robot one
      12:30:00 customer one
      12:30:05 transfer one
      12:33:05 agent one
      """)
    #expect(try graded("pdd.3min", passedOn).score == "1 of 1")
    let kept = try log(
      """
      12:00:00 customer one
      12:00:05 transfer one
      12:05:05 customer one
      """)
    #expect(try graded("pdd.3min", kept).score == "0 of 1")
  }

  @Test func `a customer of several sessions is one unit a day, and one miss is enough`() throws {
    let log = try log(
      """
      09:00:00 customer one anna
      09:01:00 agent one anna
      12:00:00 customer two ben
      12:01:00 agent two ben
      15:00:00 customer three anna
      15:10:00 agent three anna
      2026-03-03T09:00:00 customer four anna
      2026-03-03T09:01:00 agent four anna
      """)
    let counts = try counts("pdd.3min", log)
    #expect(counts.days.map(\.graded.score) == ["1 of 2", "1 of 1"])
  }

  @Test func `who answered is credited, and nobody for what nobody answered`() throws {
    let log = try log(
      """
      09:00:00 customer one anna
      09:01:00 agent one anna li
      09:02:00 customer one anna
      09:09:00 agent one anna wang
      10:00:00 customer two ben
      """)
    let score = try Scorecard(try entry("douyin.3min"), of: log)
    #expect(score.agents.map(\.name) == ["li", "wang", nil])
    #expect(score.agents.map { $0.tallies.graded.score } == ["1 of 1", "0 of 1", "0 of 1"])
  }

  @Test func `all four units read the same messages`() throws {
    let log = try log(
      """
      09:00:00 customer one anna
      09:00:30 customer one anna
      09:01:00 agent one anna
      09:05:00 customer one anna
      09:09:00 agent one anna
      10:00:00 customer two anna
      10:01:00 agent two anna
      """)
    let score = try Scorecard(try entry("douyin.3min"), of: log)
    let units = Dictionary(
      uniqueKeysWithValues: score.readings.map { ($0.unit, $0.tallies.graded.score) })
    #expect(
      units == [
        .session: "2 of 2", .round: "2 of 3", .message: "3 of 4", .customer: "0 of 1",
      ])
  }

  @Test func `the window can be that of the session, the message or the reply`() throws {
    let log = try log("08:50:00 customer\n08:59:00 agent\n08:59:59 customer\n09:01:00 agent")
    var own = try rule("jd.3min", on: log.firstDay)
    own.unit = .round
    func score(_ test: ReplyRule.WindowTest) -> String {
      own.windowTest = test
      return ReplyCounts(own, of: log).total.graded.score
    }
    #expect(score(.sessionStart) == "0 of 0")
    #expect(score(.message) == "0 of 0")
    #expect(score(.reply) == "1 of 1")
  }

  @Test func `a round that goes over midnight belongs to the day on which it was asked`() throws {
    let log = try log(
      "2026-03-02T23:59:00 customer one\n2026-03-03T00:01:00 agent one")
    #expect(try counts("taobao.3min", log).days.map(\.graded.score) == ["1 of 1", "0 of 0"])
  }

  @Test func `weeks begin on Monday, months on the first, and days roll`() throws {
    let days = try #require(DateSpan(first: try day("2026-02-27"), last: try day("2026-03-09")))
    #expect(
      ScorePeriod.week.spans(of: days).map(\.description) == [
        "2026-02-23/2026-03-01", "2026-03-02/2026-03-08", "2026-03-09/2026-03-15",
      ])
    #expect(
      ScorePeriod.month.spans(of: days).map(\.description) == [
        "2026-02-01/2026-02-28", "2026-03-01/2026-03-31",
      ])
    #expect(ScorePeriod.days(30).spans(of: days).last?.description == "2026-02-08/2026-03-09")
    #expect(
      ["30_days", "day", "week", "month"].map { ScorePeriod($0)?.description } == [
        "30_days", "day", "week", "month",
      ])
    #expect(ScorePeriod("0_days") == nil && ScorePeriod("year") == nil)
  }
}
