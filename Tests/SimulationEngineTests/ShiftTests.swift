// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Shift ends as named rules, breaks, and starts.
@Suite struct ShiftTests {
  let hour = 3600.0

  /// A (line 0) works 0–1 h and is busy at its end for 200 s more; B (line 1) works 0–2 h.
  private func leaver(_ rule: ShiftEndRule) throws -> (ReplicationRecord, Diary) {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(300))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([3500, 3610])],
      routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: rule))
    return try watch(
      scenario,
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)), ToyDesk.line(1, hours: ToyDesk.hours(0, 2)),
      ])
  }

  @Test func `a named leaver finishes the chat in hand and the idle one serves the newcomer`()
    throws
  {
    let (record, diary) = try leaver(.finishThenLeave)
    #expect(diary.agents == [0, 1])
    #expect(close(diary.closings, [3800, 3910]))
    #expect(record.total().answeredWait == 0)
    #expect(abs(record.agents[0].staffed - 3600) < 1e-6)
    #expect(abs(record.agents[0].busy - 300) < 1e-6)
    #expect(abs(record.groupTotal().busy - 600) < 1e-6)
    #expect(abs(record.groupTotal().staffed - 3 * 3600) < 1e-6)
  }

  @Test func `hand over gives the remaining work to a colleague`() throws {
    let (record, diary) = try leaver(.handOver)
    // A's chat has 200 s left at 3600 and goes to B; the newcomer waits for B until 3800.
    #expect(close(diary.closings, [3800, 4100]))
    #expect(diary.agents == [0, 1])
    #expect(abs(record.total().answeredWait - 190) < 1e-6)
    #expect(record.total().answered == 2)
    #expect(abs(record.agents[0].composing - 100) < 1e-6)
    #expect(abs(record.agents[1].composing - 500) < 1e-6)
  }

  @Test func `message by message, a chat is handed over as it stands`() throws {
    // A has answered the first customer, who thinks until 3690, and writes to the second since 3590.
    let exchange = MessageExchange(
      agentMessages: .fixed(2), composing: .deterministic(20), thinking: .deterministic(100))
    let scenario = ToyDesk.scenario(
      types: [
        InquiryType(
          name: "chat", service: .messages(exchange), firstReplyDelay: .deterministic(0))
      ], groups: [ToyDesk.group(limit: 2)], demand: [ToyDesk.recorded([3570, 3590])],
      routing: RoutingRules(agentSelection: .mostLoadedBelow(level: 2), shiftEnd: .handOver))
    let (record, diary) = try watch(
      scenario,
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)), ToyDesk.line(1, hours: ToyDesk.hours(1, 2)),
      ])
    #expect(diary.agents == [0, 0])
    // B begins the second one's first answer anew at 3600 and meets the first one's next message.
    #expect(close(diary.replies, [3590, 3620, 3710, 3740]))
    #expect(close(diary.closings, [3710, 3740]))
    #expect(abs(record.total().firstReplyTime - 50) < 1e-6)
    #expect(abs(record.replyTimeSums[0] - 90) < 1e-6)
  }

  @Test func `where heads count the idle one goes in the place of the busy one`() throws {
    let (record, diary) = try leaver(.poolExchangeable)
    // B goes at 1 h although her shift has an hour to run; A stays for it and serves the newcomer
    // at 3800, when his first chat is done.
    #expect(diary.agents == [0, 0])
    #expect(close(diary.closings, [3800, 4100]))
    #expect(abs(record.total().answeredWait - 190) < 1e-6)
    #expect(abs(record.agents[0].staffed - 7200) < 1e-6)
    #expect(abs(record.agents[1].staffed - 3600) < 1e-6)
  }

  /// Chats of 300 s for B, on duty until 7200, and A, whose shift ends at 3600, where heads count.
  private func heads(
    _ arrivals: [Double], limit: Int = 1
  ) throws -> (record: ReplicationRecord, diary: Diary) {
    try watch(
      ToyDesk.scenario(
        types: [ToyDesk.chat(.deterministic(300))], groups: [ToyDesk.group(limit: limit)],
        demand: [ToyDesk.recorded(arrivals)],
        routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: .poolExchangeable)),
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 2)), ToyDesk.line(1, hours: ToyDesk.hours(0, 1)),
      ])
  }

  @Test func `where heads count and all are busy, the first who is done goes`() throws {
    // A's shift ends at 3600 and his chat at 3800; B is done at 3700, and goes although one waits.
    let (record, diary) = try heads([3400, 3500, 3610])
    #expect(diary.agents == [0, 1, 1])
    #expect(close(diary.closings, [3700, 3800, 4100]))
    #expect(abs(record.total().answeredWait - 190) < 1e-6)
    // B goes at 3700; A, who stays for her, was off duty from 3600 to 3700.
    #expect(abs(record.agents[0].staffed - 3700) < 1e-6)
    #expect(abs(record.agents[1].staffed - 7100) < 1e-6)
  }

  @Test func `where heads count, who stays for an idle colleague has slots free again`() throws {
    // A, with one chat of two, would leave at 3600; B is done at 3700 and goes, A takes the next.
    let (record, diary) = try heads([3400, 3500, 3710], limit: 2)
    #expect(diary.agents == [0, 1, 1])
    #expect(close(diary.assignments, [3400, 3500, 3710]))
    #expect(record.total().answered == 3)
  }

  @Test func `where heads count, a newcomer goes for the one who is still busy`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(300))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([3500, 3550])],
      routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: .poolExchangeable))
    let (_, diary) = try watch(
      scenario,
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 1)), ToyDesk.line(1, hours: ToyDesk.hours(1, 2)),
      ])
    // One head before and after 1 h: the second customer waits for the first one's end.
    #expect(diary.agents == [0, 0])
    #expect(close(diary.closings, [3800, 4100]))
  }

  @Test func `where all go at once heads that count change nothing`() throws {
    let scenario = ToyDesk.scenario(
      days: 2, types: [ToyDesk.chat(.deterministic(300))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([3500, 3610])],
      routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: .poolExchangeable))
    let (record, diary) = try watch(scenario, [ToyDesk.line(2, hours: ToyDesk.hours(0, 1))])
    // Both end at 3600: the idle one goes for the first duty, the busy one finishes and goes too.
    #expect(diary.closings == [3800, 86_700])
    #expect(record.total().answered == 2)
  }

  @Test func `on a break no new chat is given and chats in hand go on`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))], groups: [ToyDesk.group(limit: 2)],
      demand: [ToyDesk.recorded([3500, 3700])])
    let (record, diary) = try watch(
      scenario,
      [ToyDesk.line(1, hours: ToyDesk.hours(0, 4), breaks: [ToyDesk.hours(1, 2)])])
    #expect(close(diary.closings, [4100, 7800]))
    #expect(abs(record.groupTotal().staffed - 3 * hour) < 1e-6)
    #expect(abs(record.total().answeredWait - 3500) < 1e-6)
  }

  @Test func `on hold no new chat is given, chats in hand go on and the time counts as staffed`()
    throws
  {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))], groups: [ToyDesk.group(limit: 2)],
      demand: [ToyDesk.recorded([3500, 3700])])
    let (record, diary) = try watch(
      scenario, [ToyDesk.line(1, hours: ToyDesk.hours(0, 4), holds: [ToyDesk.hours(1, 2)])])
    #expect(close(diary.closings, [4100, 7800]))
    #expect(abs(record.groupTotal().staffed - 4 * hour) < 1e-6)
    #expect(abs(record.agents[0].staffed - 4 * hour) < 1e-6)
    #expect(abs(record.total().answeredWait - 3500) < 1e-6)
  }

  @Test func `a break inside a hold ends in the hold, and a hold may end with the shift`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(60))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([1.5 * hour, 3.5 * hour, 5 * hour])])
    let (record, diary) = try watch(
      scenario,
      [
        ToyDesk.line(
          1, hours: ToyDesk.hours(0, 6), breaks: [ToyDesk.hours(2, 3)],
          holds: [ToyDesk.hours(1, 4), ToyDesk.hours(5, 6)])
      ])
    // Those of 1.5 h and 3.5 h are served at 4 h; the one of 5 h meets the hold till the end.
    #expect(close(diary.assignments, [4 * hour, 4 * hour + 60]))
    #expect(record.total().unserved == 1)
    #expect(abs(record.groupTotal().staffed - 5 * hour) < 1e-6)
  }

  @Test func `under exchange of duties the one on hold who stays takes chats again`() throws {
    // Two people; the duty of the busy one on hold ends, and the idle one goes in his place.
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(3000))], groups: [ToyDesk.group(limit: 2)],
      demand: [ToyDesk.recorded([1000, 3700])],
      routing: RoutingRules(agentSelection: .longestIdle, shiftEnd: .poolExchangeable))
    var line = ToyDesk.line(2, hours: ToyDesk.hours(0, 2), holds: [])
    line.shift.holds = [ToyDesk.hours(0, 1)]
    let (record, diary) = try watch(scenario, [line])
    // Nobody takes the first customer before 1 h.
    #expect(close(diary.assignments, [hour, 3700]))
    #expect(record.total().answered == 2)
  }

  @Test func `those who come on duty share the line one by one`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))], groups: [ToyDesk.group(limit: 3)],
      demand: [ToyDesk.recorded([10, 20, 30, 40])])
    let (record, diary) = try watch(
      scenario, [ToyDesk.line(2, hours: ToyDesk.hours(1, 5))])
    #expect(diary.agents == [0, 1, 0, 1])
    #expect(diary.assignments == [hour, hour, hour, hour])
    #expect(record.total().answered == 4)
  }

  @Test func `shifts that follow without a gap are one`() throws {
    let scenario = ToyDesk.scenario(
      days: 3, types: [ToyDesk.chat(.deterministic(600))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([86_390, 86_395])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(close(diary.closings, [86_990, 87_590]))
    #expect(abs(record.agents[0].staffed - 3 * 86_400) < 1e-6)
  }

  @Test func `nobody to come leaves the patient unserved`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([80_000, 80_001])])
    let (record, _) = try watch(scenario, [ToyDesk.line(1, hours: ToyDesk.hours(0, 1))])
    #expect(record.total().unserved == 2)
    #expect(record.total().abandoned == 0)
  }
}
