// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards
import Testing

/// Examples that platforms' pages print, and others that follow from the text of their rules.
struct WorkedExampleTests {
  @Test func `Taobao: two questions before one answer are a round, late from the first`() throws {
    let late = try log(
      """
      10:10:15 customer
      10:15:20 customer
      10:18:10 agent
      """)
    #expect(try graded("taobao.3min", late).score == "0 of 1")
    let more = try log(
      """
      10:10:15 customer
      10:15:20 customer
      10:18:10 agent
      10:18:30 customer
      10:19:00 agent
      """)
    #expect(try graded("taobao.3min", more).score == "1 of 2")
    #expect(try graded("tmall.3min", more).score == "1 of 2")
  }

  @Test func `Taobao: ten questions that nobody answers are one missed round`() throws {
    let lines = (0..<10).map { "21:0\($0):00 customer" }.joined(separator: "\n")
    #expect(try graded("taobao.3min", log(lines)).score == "0 of 1")
  }

  @Test func `Taobao: one round in time and one a second late`() throws {
    let rounds = try log(
      """
      09:00:00 customer
      09:02:59 agent
      09:05:00 customer
      09:08:01 agent
      """)
    #expect(try graded("taobao.3min", rounds).score == "1 of 2")
  }

  @Test func `three minutes to the second are in time`() throws {
    #expect(
      try graded("taobao.3min", log("09:00:00 customer\n09:03:00 agent")).score == "1 of 1")
  }

  @Test func `Taobao: a question before eight is not graded, but stands in the whole day`() throws {
    let early = try counts("taobao.3min", log("07:59:50 customer\n08:04:00 agent"))
    #expect(early.total.graded.score == "0 of 0")
    #expect(early.total.wholeDay.score == "0 of 1")
  }

  @Test func `JD: the time of the session decides, on either edge of the window`() throws {
    #expect(
      try graded("jd.first30s", log("08:56:00 customer\n09:01:00 agent")).score == "0 of 0")
    #expect(
      try graded("jd.first30s", log("22:59:50 customer\n23:00:15 agent")).score == "1 of 1")
  }

  @Test func `JD: a word left while nobody is on line is no first reply`() throws {
    let left = try log("14:00:00 leave_word\n18:00:00 agent")
    #expect(try graded("jd.first30s", left).score == "0 of 0")
    #expect(try graded("jd.leaveword", left).score == "1 of 1")
  }

  @Test func `JD: a buyer who is back within ten minutes goes on with his session`() throws {
    let back = try log(
      """
      09:58:00 customer one anna
      09:58:20 agent one anna
      10:00:00 agent one anna
      10:08:00 customer two anna
      10:08:50 agent two anna
      """)
    #expect(try graded("jd.first30s", back).score == "1 of 1")
    let later = try log(
      """
      10:00:00 customer one anna
      10:00:20 agent one anna
      10:10:21 customer two anna
      10:11:11 agent two anna
      """)
    #expect(try graded("jd.first30s", later).score == "1 of 2")
  }

  @Test func `JD: 400 words left of 1,000 inquiries pass`() throws {
    let lines = (0..<1000).map { "12:00:00 \($0 < 400 ? "leave_word" : "customer") s\($0)" }
    let score = try Scorecard(try entry("jd.leaveword"), of: log(lines.joined(separator: "\n")))
    let month = try #require(score.periods.first)
    #expect(month.tally.score == "400 of 1000")
    #expect(month.value == 0.4 && month.meetsTarget == true && month.grade == "pass")
  }

  @Test func `Pinduoduo 2019: one message open for 61 minutes costs one customer of ten`() throws {
    func lines(_ answer: String) -> String {
      (0..<10).map { customer in
        """
        09:00:00 customer s\(customer)
        \(customer == 4 ? answer : "09:05:00") agent s\(customer)
        """
      }.joined(separator: "\n")
    }
    #expect(try graded("pdd.1h", log(lines("10:00:00"))).score == "10 of 10")
    #expect(try graded("pdd.1h", log(lines("10:01:00"))).score == "9 of 10")
  }

  @Test func `Douyin: replies after 40, 200 and 100 seconds, by share and by mean`() throws {
    let rounds = try log(
      """
      10:00:00 customer
      10:00:40 agent
      11:00:00 customer
      11:03:20 agent
      12:00:00 customer
      12:01:40 agent
      """)
    #expect(try graded("douyin.3min", rounds).score == "2 of 3")
    let mean = try #require(try graded("douyin.avgResponse", rounds).meanWait)
    #expect(abs(mean - 340.0 / 3) < 1e-9)
  }

  @Test func `Douyin: the last second before eleven counts and the next does not`() throws {
    let night = try log(
      """
      22:59:59 customer one
      23:01:00 agent one
      23:00:00 customer two
      """)
    #expect(try graded("douyin.3min", night).score == "1 of 1")
  }

  @Test func `Douyin: five questions in a row are one round or five messages`() throws {
    let lines = (0..<5).map { "10:00:0\($0) customer" }.joined(separator: "\n") + "\n10:03:02 agent"
    let rule = try rule("douyin.3min", on: day("2026-03-02"))
    #expect(ReplyCounts(rule, of: try log(lines)).total.graded.score == "0 of 1")
    #expect(ReplyCounts(rule, of: try log(lines), unit: .message).total.graded.score == "3 of 5")
  }

  @Test func `sums of days are pooled, and rates never averaged`() throws {
    var lines: [String] = []
    for number in 0..<1100 {
      let (day, hit) = number < 100 ? (2, number < 95) : (3, number < 700)
      let stamp = "2026-03-0\(day)T12:"
      lines.append("\(stamp)00:00 customer s\(number)")
      lines.append("\(stamp)\(hit ? "01" : "30"):00 agent s\(number)")
    }
    let score = try Scorecard(
      try entry("douyin.3min"), of: log(lines.joined(separator: "\n")))
    let last = try #require(score.periods.last)
    #expect(last.tally.score == "695 of 1100")
    #expect(abs((last.value ?? 0) - 0.6318) < 1e-4)
    #expect(score.days.map { $0.tallies.graded.share } == [0.95, 0.6])
  }

  @Test func `a shop of ten and one of a thousand weigh by their inquiries`() {
    let pooled = ReplyTally(units: 10, hits: 10) + ReplyTally(units: 1000, hits: 500)
    #expect(pooled.share == 510.0 / 1010)
  }
}
