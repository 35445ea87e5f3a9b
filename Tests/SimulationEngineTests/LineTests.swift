// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Who waits, in what order, and who is gone.
@Suite struct LineTests {
  private let hour = 3600.0

  private func types(_ handling: Double = 1000) -> [InquiryType] {
    ["first", "second"].map { ToyDesk.chat(.deterministic(handling), name: $0) }
  }

  private func recorded(_ times: [Double], _ indices: [UInt16]) -> DemandStream {
    ToyDesk.recorded(times, types: ["first", "second"], indices: indices)
  }

  private func assignedTypes(_ diary: Diary) -> [Int] {
    diary.moments.compactMap { if case .assigned = $0.kind { $0.type } else { nil } }
  }

  @Test func `of heads that are equally urgent the type that is named first goes first`() throws {
    let scenario = ToyDesk.scenario(
      types: types(), groups: [ToyDesk.group(types: ["first", "second"])],
      demand: [recorded([0, 100, 100], [0, 0, 1])])
    #expect(assignedTypes(try watch(scenario, [ToyDesk.line(1)]).diary) == [0, 0, 1])
  }

  @Test func `who comes on duty takes the most urgent of all types first`() throws {
    let scenario = ToyDesk.scenario(
      types: types(), groups: [ToyDesk.group(types: ["first", "second"])],
      demand: [recorded([10, 20], [1, 0])])
    let (_, diary) = try watch(scenario, [ToyDesk.line(1, hours: ToyDesk.hours(1, 5))])
    #expect(assignedTypes(diary) == [1, 0])
    #expect(close(diary.assignments, [hour, hour + 1000]))
  }

  @Test func `those held until opening arrive in order of writing, whatever their type`() throws {
    let scenario = ToyDesk.scenario(
      types: types(), groups: [ToyDesk.group(types: ["first", "second"])],
      demand: [recorded([50, 100, 150], [1, 0, 1])], window: ToyDesk.hours(1, 24),
      closedHours: .waitUntilOpen)
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(assignedTypes(diary) == [1, 0, 1])
    #expect(close(diary.assignments, [hour, hour + 1000, hour + 2000]))
    #expect(abs(record.total().answeredWait - 3000) < 1e-6)
  }

  @Test func `other shops' customers are held, wait and leave in counts of their own`() throws {
    var other = ToyDesk.recorded([100], name: "others")
    other.isBackground = true
    let held = try watch(
      ToyDesk.scenario(
        types: [ToyDesk.chat(.deterministic(100))], groups: [ToyDesk.group()], demand: [other],
        window: ToyDesk.hours(1, 24), closedHours: .waitUntilOpen), [ToyDesk.line(1)]
    ).record
    #expect(held.total().isEmpty)
    #expect(held.total(shop: ContactLayout.background).count(.count(.carriedOver)) == 1)
    #expect(held.total(shop: ContactLayout.background).arrived == 1)
    #expect(held.times.count(.answeredWait, type: 0) == 0)

    // The own one at 0 is served till 1000; of two others one leaves after 500, one is served.
    other = ToyDesk.recorded([200, 600], name: "others")
    other.isBackground = true
    let line = try watch(
      ToyDesk.scenario(
        types: [ToyDesk.chat(.deterministic(1000), patience: .deterministic(500))],
        groups: [ToyDesk.group()], demand: [ToyDesk.recorded([0]), other]), [ToyDesk.line(1)]
    ).record
    #expect(line.total(shop: ContactLayout.background).abandoned == 1)
    #expect(line.total(shop: ContactLayout.background).answered == 1)
    #expect(line.times.count(.abandonedWait, type: 0) == 0)
    #expect(line.times.count(.answeredWait, type: 0) == 1)
    #expect(line.times.zeros(.answeredWait, type: 0) == 1)
  }

  @Test func `an agent whom the overflow opens takes the chat at the very instant`() throws {
    // "second" is open to who has waited 120 s, and becomes free just then.
    let chat = ToyDesk.chat(.deterministic(1000), name: "chat")
    let other = ToyDesk.chat(.deterministic(220), name: "other")
    var second = ToyDesk.group("second", types: ["chat", "other"])
    second.skills[0].overflowDelay = 120
    let scenario = ToyDesk.scenario(
      types: [chat, other], groups: [ToyDesk.group("first"), second],
      demand: [ToyDesk.recorded([0, 0, 100], types: ["chat", "other"], indices: [0, 1, 0])])
    let (_, diary) = try watch(
      scenario, [ToyDesk.line(1, group: "first"), ToyDesk.line(1, group: "second")])
    #expect(close(diary.assignments, [0, 0, 220]))
  }

  @Test(arguments: [120, 116.6, 0.1, 33.3, 1e-3])
  func `an overflow is due when it was planned, to the last bit`(delay: Double) throws {
    // now − arrival may be less than the delay that was added to the arrival.
    for start in [1000, 1000.125, 5000.5, 70_000.25] {
      var second = ToyDesk.group("second")
      second.skills[0].preference = 2
      second.skills[0].overflowDelay = Seconds(delay)
      let scenario = ToyDesk.scenario(
        types: [ToyDesk.chat(.deterministic(90_000))], groups: [ToyDesk.group("first"), second],
        demand: [ToyDesk.recorded([900, start])])
      let (_, diary) = try watch(
        scenario, [ToyDesk.line(1, group: "first"), ToyDesk.line(1, group: "second")])
      #expect(diary.agents == [0, 1])
      #expect(diary.assignments.last == start + delay)
    }
  }

  @Test func `of several overflows the next one comes first`() throws {
    var second = ToyDesk.group("second")
    second.skills[0].overflowDelay = 100
    var third = ToyDesk.group("third")
    third.skills[0].overflowDelay = 200
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(5000))],
      groups: [ToyDesk.group("first"), second, third],
      demand: [ToyDesk.recorded([0, 10, 60, 70])])
    let (_, diary) = try watch(
      scenario,
      [
        ToyDesk.line(1, group: "first"), ToyDesk.line(2, group: "second"),
        ToyDesk.line(1, group: "third"),
      ])
    // 10 at 110 and 60 at 160 to the second group, 70 at 270 to the third.
    #expect(close(diary.assignments, [0, 110, 160, 270]))
    #expect(diary.agents == [0, 1, 2, 3])
  }

  @Test func `who waits when nobody is left to come leaves in his own way`() throws {
    for share in [0.0, 1] {
      var type = ToyDesk.chat(.deterministic(100), patience: .deterministic(50))
      type.silentAbandonment = SilentAbandonment(share: share)
      let scenario = ToyDesk.scenario(
        types: [type], groups: [ToyDesk.group()], demand: [ToyDesk.recorded([2 * hour])])
      let (record, diary) = try watch(
        scenario, [ToyDesk.line(1, hours: ToyDesk.hours(0, 1))])
      #expect(record.total().abandoned == 1)
      #expect(record.total().count(.count(.silentlyAbandoned)) == (share == 1 ? 1 : 0))
      #expect(record.total().abandonedWait == 50)
      #expect(record.times.count(.abandonedWait, type: 0) == 1)
      #expect(diary.moments.last?.time == 2 * hour + 50)
    }
  }

  @Test func `who has left a full room is not counted again at the end`() throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(100), patience: .deterministic(50))],
      groups: [ToyDesk.group()], demand: [ToyDesk.recorded([2 * hour, 2 * hour + 60])],
      routing: RoutingRules(waitingRoom: 1))
    let (record, _) = try watch(scenario, [ToyDesk.line(1, hours: ToyDesk.hours(0, 1))])
    #expect(record.total().abandoned == 2 && record.total().blocked == 0)
    #expect(record.total().abandonedWait == 100)
  }

  @Test func `an agent who finds a customer gone is named, and a warm-up is in no agent's sums`()
    throws
  {
    var type = ToyDesk.chat(.deterministic(1000), patience: .deterministic(60))
    type.silentAbandonment = SilentAbandonment(share: 1, idleClose: 30)
    let scenario = ToyDesk.scenario(
      types: [type], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([-3000, -500, 700, 710])],
      warmUpDays: 1)
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(diary.agents == [0, 0, 0, 0])
    #expect(close(diary.assignments, [-3000, -500, 700, 1700]))
    #expect(close(diary.closings, [-2000, 500, 1700, 1730]))
    let agent = record.agents[0]
    #expect(agent.chats == 2 && agent.answered == 1)
    #expect(agent.staffed == 86_400)
    // Half of the chat that was in hand when the horizon began, one whole, and an empty one held.
    #expect(abs(agent.busy - 1530) < 1e-6)
    #expect(abs(agent.composing - 1500) < 1e-6)
    #expect(record.total().abandoned == 1 && record.total().answered == 1)
  }

  @Test func `messages of closed hours whose opening lies after the horizon are counted apart`()
    throws
  {
    let scenario = ToyDesk.scenario(
      types: types(), groups: [ToyDesk.group(types: ["first", "second"])],
      demand: [recorded([50, 80_000, 81_000, 82_000], [1, 0, 1, 1])], window: ToyDesk.hours(1, 20),
      closedHours: .waitUntilOpen)
    let record = try watch(scenario, [ToyDesk.line(1)]).record
    #expect(record.waitingForOpening == [1, 2])
    #expect(record.total().arrived == 1 && record.total().unserved == 0)
  }
}
