// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// What a model refuses, and what it defines instead.
@Suite struct BadInputTests {
  private func desk(
    _ type: InquiryType = ToyDesk.chat(.deterministic(60)), groups: [AgentGroup]? = nil,
    arrivals: [Double] = [0], routing: RoutingRules = RoutingRules()
  ) -> Scenario {
    ToyDesk.scenario(
      types: [type], groups: groups ?? [ToyDesk.group()], demand: [ToyDesk.recorded(arrivals)],
      routing: routing)
  }

  @Test(arguments: [
    Distribution.deterministic(0), .empirical(values: [0, 0], weights: [1, 1]),
  ])
  func `service that takes no time at all is refused`(law: Distribution) {
    #expect(throws: ModelError.zeroLengthService(inquiryType: "chat")) {
      try model(desk(ToyDesk.chat(law)), [ToyDesk.line(1)])
    }
    let exchange = MessageExchange(
      agentMessages: .fixed(3), composing: law, thinking: .exponential(mean: 10))
    #expect(throws: ModelError.zeroLengthService(inquiryType: "chat")) {
      try model(
        desk(InquiryType(name: "chat", service: .messages(exchange))), [ToyDesk.line(1)])
    }
  }

  @Test func `a chat of no length among others ends as it begins`() throws {
    // One in two takes 0 s: 400 arrivals at one instant are served one by one.
    let scenario = desk(
      ToyDesk.chat(.empirical(values: [0, 10], weights: [1, 1])),
      arrivals: [Double](repeating: 100, count: 400))
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    #expect(record.total().answered == 400)
    let long = diary.closings.filter { $0 > 100 }.count
    #expect(abs(record.groupTotal().work - (diary.closings.last ?? 0) + 100) < 1e-6)
    #expect(long > 300, "those behind a long chat wait for it")
  }

  @Test func `a law without mean or with an impossible parameter is refused with its key`() {
    for (law, found) in [
      (Distribution.exponential(mean: 0), 0), (.exponential(mean: -1), -1),
      (.lognormal(mean: 60, cv: -0.5), -0.5), (.gamma(mean: 60, cv: 200), 200),
      (.weibull(mean: 60, shape: 0), 0), (.exponential(mean: .infinity), .infinity),
    ] {
      #expect {
        try model(desk(ToyDesk.chat(law)), [ToyDesk.line(1)])
      } throws: { error in
        guard case ModelError.invalidLaw(let place, let value, _) = error else { return false }
        return place == "types.chat.handling" && value == found
      }
    }
    #expect(throws: (any Error).self) {
      try model(desk(ToyDesk.chat(.never)), [ToyDesk.line(1)])
    }
  }

  @Test func `a type whom no group serves, or no agent on the roster, is refused`() {
    #expect(throws: ModelError.noAgent(inquiryType: "chat")) {
      try model(desk(groups: [ToyDesk.group(types: [])]), [ToyDesk.line(1)])
    }
    let two = [ToyDesk.group("agents", types: ["chat"]), ToyDesk.group("others", types: [])]
    #expect(throws: ModelError.noAgent(inquiryType: "chat")) {
      try model(desk(groups: two), [ToyDesk.line(5, group: "others")])
    }
    #expect(throws: ModelError.noAgent(inquiryType: "chat")) {
      try model(desk(), [ToyDesk.line(0)])
    }
  }

  @Test func `a skill or a reserve for a type that is not there is refused with its name`() {
    #expect(
      throws: ModelError.unknownInquiryType(place: "groups.agents.skills", name: "returns")
    ) {
      try model(desk(groups: [ToyDesk.group(types: ["chat", "returns"])]), [ToyDesk.line(1)])
    }
    let reserve = RoutingRules(contactSelection: .reserved(inquiryType: "returns", slots: 1))
    #expect(
      throws: ModelError.unknownInquiryType(place: "routing.contact_selection", name: "returns")
    ) {
      try model(desk(routing: reserve), [ToyDesk.line(1)])
    }
  }

  @Test(arguments: [5, 6])
  func `a reserve of every slot, which nobody else could use, is refused`(slots: Int) throws {
    let types = [
      ToyDesk.chat(.deterministic(60), name: "a"), ToyDesk.chat(.deterministic(60), name: "b"),
    ]
    let scenario = ToyDesk.scenario(
      types: types, groups: [ToyDesk.group(types: ["a", "b"], limit: 3)],
      demand: [ToyDesk.recorded([10], mix: [TypeShare(inquiryType: "a", share: 1)])],
      routing: RoutingRules(contactSelection: .reserved(inquiryType: "b", slots: slots)))
    guard slots == 6 else {
      _ = try model(scenario, [ToyDesk.line(2)])
      return
    }
    #expect(
      throws: ModelError.reserveLeavesNothing(slots: 6, rostered: 6, reserved: "b", never: "a")
    ) {
      try model(scenario, [ToyDesk.line(2)])
    }
  }

  @Test(arguments: [
    AgentSelection.leastLoaded, .mostLoadedBelow(level: 2), .longestIdle, .roundRobin, .weighted,
    .random,
  ])
  func `without preferences every policy treats all groups of a type alike`(
    selection: AgentSelection
  ) throws {
    // Nobody wrote a matrix: preferences are 1 and weights are 1, so both groups get work.
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.exponential(mean: 300))],
      groups: [ToyDesk.group("first", limit: 2), ToyDesk.group("second", limit: 2)],
      demand: [ToyDesk.poisson(perSecond: 0.02)],
      routing: RoutingRules(agentSelection: selection, specialistsFirst: true))
    let (record, _) = try watch(
      scenario, [ToyDesk.line(3, group: "first"), ToyDesk.line(3, group: "second")])
    let chats = record.agents.map(\.chats)
    #expect(chats[..<3].reduce(0, +) > 100 && chats[3...].reduce(0, +) > 100)
    #expect(record.total().answered == record.total().arrived)
  }

  @Test func `a million agents are simulated and one more is refused`() throws {
    let scenario = desk(arrivals: (0..<1000).map { Double($0) })
    let (record, _) = try watch(scenario, [ToyDesk.line(1_000_000)])
    #expect(record.total().answered == 1000)
    #expect(record.total().answeredWait == 0)
    #expect(record.agents.count == 1_000_000)
    #expect(abs(record.groupTotal().staffed / 86_400e6 - 1) < 1e-9)
    #expect(throws: (any Error).self) { try model(scenario, [ToyDesk.line(1_000_001)]) }
  }

  @Test func `what happens at one instant happens in a fixed order`() throws {
    // 100: the chat of 0 ends before the arrival of 100 looks for an agent.
    let (chain, _) = try watch(
      desk(ToyDesk.chat(.deterministic(100)), arrivals: [0, 100, 200]), [ToyDesk.line(1)])
    #expect(chain.total().answeredWait == 0)
    // So that even without a place to wait nobody is turned away.
    var full = desk(ToyDesk.chat(.deterministic(100)), arrivals: [0, 100, 200])
    full.routing.waitingRoom = 0
    #expect(try watch(full, [ToyDesk.line(1)]).record.total().blocked == 0)
    // A shift begins before the arrival of the same instant, and has ended before it.
    let hour = 3600.0
    let (start, diary) = try watch(
      desk(arrivals: [hour, 2 * hour]), [ToyDesk.line(1, hours: ToyDesk.hours(1, 2))])
    #expect(start.total().answered == 1 && start.total().answeredWait == 0)
    #expect(diary.assignments == [hour])
    #expect(start.total().unserved == 1)
    // One shift's end and another's start: the newcomer is there for the arrival.
    let (change, agents) = try watch(
      desk(arrivals: [2 * hour]),
      [
        ToyDesk.line(1, hours: ToyDesk.hours(1, 2)), ToyDesk.line(1, hours: ToyDesk.hours(2, 3)),
      ])
    #expect(change.total().answeredWait == 0)
    #expect(agents.agents == [1])
  }

  @Test func `arrivals of one instant are served in the same order in every run`() throws {
    let scenario = desk(
      ToyDesk.chat(.exponential(mean: 30), patience: .exponential(mean: 500)),
      arrivals: [Double](repeating: 50, count: 60))
    let (record, diary) = try watch(scenario, [ToyDesk.line(2)])
    let (again, same) = try watch(scenario, [ToyDesk.line(2)])
    #expect(record == again)
    #expect(diary.moments == same.moments)
    #expect(record.total().answered + record.total().abandoned == 60)
  }
}
