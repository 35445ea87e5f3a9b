// SPDX-License-Identifier: GPL-3.0-or-later

import Scorecards
import Tables
import Testing

struct MessageReaderTests {
  private static func problem(_ text: String, sorts: Bool = false) -> MessageLogError? {
    do throws(MessageLogError) {
      _ = try MessageReader(sorts: sorts).read(text: text)
      return nil
    } catch {
      return error
    }
  }

  @Test func `headings and sides may be Chinese`() throws {
    let (log, notes) = try MessageReader().read(
      text: """
        发送时间,发送方,会话编号,买家昵称,客服昵称
        2026/3/2 9:00:00,买家,1,anna,
        2026/3/2 9:01:00,客服,1,anna,小李
        """)
    #expect(log.count == 2 && log.agentNames == ["小李"] && notes.sorted == 0 && !notes.isGBK)
    #expect(try graded("taobao.3min", log).score == "1 of 1")
  }

  @Test func `without sessions a pause of half an hour parts them`() throws {
    let (log, notes) = try MessageReader().read(
      text: """
        time,side,customer
        2026-03-02 09:00:00,customer,anna
        2026-03-02 09:10:00,customer,ben
        2026-03-02 09:30:00,agent,anna
        2026-03-02 10:00:01,customer,anna
        """)
    #expect(log.sessionCount == 3 && notes.sessionGap == 30)
    #expect(Set(log.customers).count == 2)
  }

  @Test func `sessions may stand one after the other, whatever their times`() throws {
    let log = try log(
      "12:00:00 customer b\n12:01:00 agent b\n09:00:00 customer a\n09:09:00 agent a")
    #expect(try graded("taobao.3min", log).score == "1 of 2")
  }

  @Test func `a message earlier than the one before it in its session is refused, or put in order`()
    throws
  {
    let text = """
      time,side,session
      2026-03-02 09:01:00,agent,1
      2026-03-02 09:00:00,customer,1
      """
    #expect(Self.problem(text) == MessageLogError(line: 3, .outOfOrder(after: 2)))
    let (log, notes) = try MessageReader(sorts: true).read(text: text)
    #expect(notes.sorted == 1)
    #expect(try graded("taobao.3min", log).score == "1 of 1")
  }

  @Test func `every mistake of a row is told with its line`() {
    let head = "time,side,session\n"
    let good = "2026-03-02 09:00:00,customer,1\n"
    func kind(_ row: String) -> MessageLogError.Kind? {
      let error = Self.problem(head + good + row)
      #expect(error?.problems.first?.line == 3)
      return error?.problems.first?.kind
    }
    #expect(kind("noon,customer,1") == .badTime("noon"))
    #expect(kind("2026-03-02,customer,1") == .badTime("2026-03-02"))
    #expect(kind("2026-03-02 09:00:00+08:00,customer,1") == .mixedZones)
    #expect(kind("2026-03-02 09:00:00,,1") == .noSide)
    if case .unknownSide("cat", let allowed)? = kind("2026-03-02 09:00:00,cat,1") {
      #expect(allowed.contains("customer") && allowed.contains("agent"))
    } else {
      Issue.record("no side")
    }
    #expect(kind("2026-03-02 09:00:00,customer,") == .noSession)
    #expect(kind("2026-03-02 09:00:00,customer") == .tooFewFields(found: 2, needed: 3))
  }

  @Test func `a log without a needed column, or with two of a meaning, is refused`() {
    #expect(
      Self.problem("time,session\n")
        == MessageLogError(line: 1, .noColumn(["side"], found: ["time", "session"])))
    #expect(
      Self.problem("time,side\n")
        == MessageLogError(line: 1, .noColumn(["session", "customer"], found: ["time", "side"])))
    #expect(
      Self.problem("time,at,side,session\n")
        == MessageLogError(line: 1, .twoColumns(meaning: "time", names: ["time", "at"])))
    #expect(
      Self.problem("time,side,session\n2026-03-02 09:00:00,agent,1\n")
        == MessageLogError(line: 0, .noCustomer))
    #expect(Self.problem("") == MessageLogError(line: 0, .table(.empty)))
  }
}
