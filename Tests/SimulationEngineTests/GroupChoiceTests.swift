// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// How groups of equal preference are told apart, by every agent selection.
@Suite struct GroupChoiceTests {
  /// Agents who are given long chats one after the other; one agent in each of two groups.
  private func order(
    _ selection: AgentSelection, limits: (Int, Int), chats: Int
  ) throws -> [Int] {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(50_000))],
      groups: [
        ToyDesk.group("first", limit: limits.0), ToyDesk.group("second", limit: limits.1),
      ],
      demand: [ToyDesk.recorded((0..<chats).map { Double($0) })],
      routing: RoutingRules(agentSelection: selection))
    return try watch(
      scenario, [ToyDesk.line(1, group: "first"), ToyDesk.line(1, group: "second")]
    ).diary.agents
  }

  @Test func `the least loaded has the smallest share of the limit in use, not the fewest chats`()
    throws
  {
    // With one chat each a half of the limit is more than a quarter.
    #expect(try order(.leastLoaded, limits: (2, 4), chats: 6) == [0, 1, 1, 0, 1, 1])
  }

  @Test func `below the level the fullest of all groups comes first, above it the emptiest`()
    throws
  {
    #expect(
      try order(.mostLoadedBelow(level: 2), limits: (4, 4), chats: 7) == [0, 0, 1, 1, 0, 1, 0])
  }

  @Test func `idle times and turns are compared across groups`() throws {
    #expect(try order(.longestIdle, limits: (3, 3), chats: 4) == [0, 1, 0, 1])
    #expect(try order(.roundRobin, limits: (3, 3), chats: 4) == [0, 1, 0, 1])
  }

  @Test func `all groups of a preference are asked before any of the next`() throws {
    // Two specialists with a chat each of two, and an idle generalist.
    var third = ToyDesk.group("third", limit: 2)
    third.skills[0].preference = 2
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(50_000))],
      groups: [third, ToyDesk.group("first", limit: 2), ToyDesk.group("second", limit: 2)],
      demand: [ToyDesk.recorded([0, 1, 2, 3, 4])])
    let lines = ["third", "first", "second"].map { ToyDesk.line(1, group: $0) }
    #expect(try watch(scenario, lines).diary.agents == [1, 2, 1, 2, 0])
  }

  /// Share of 50,000 chats of one second that the one agent of the first group is given; the second
  /// group has so many agents. Everybody is idle at each arrival.
  private func share(
    _ selection: AgentSelection, limit: Int = 1, weight: Double = 1, agents: Int
  ) throws -> Double {
    var second = ToyDesk.group("second", limit: limit)
    second.weight = weight
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(1))], groups: [ToyDesk.group("first"), second],
      demand: [ToyDesk.recorded((0..<50_000).map { Double($0) * 1.7 })],
      routing: RoutingRules(agentSelection: selection))
    let model = try model(
      scenario, [ToyDesk.line(1, group: "first"), ToyDesk.line(agents, group: "second")])
    return Double(simulate(model, replication: 0).agents[0].chats) / 50_000
  }

  @Test func `random and weighted choices give every agent of all groups the said chance`() throws {
    for (found, exact) in [
      (try share(.random, agents: 3), 0.25),
      // One slot of weight one beside two agents' six slots of weight two, or of a half.
      (try share(.weighted, limit: 3, weight: 2, agents: 2), 1.0 / 13),
      (try share(.weighted, limit: 3, weight: 0.5, agents: 2), 1.0 / 4),
    ] {
      let error = (exact * (1 - exact) / 50_000).squareRoot()
      #expect(error < 0.002 && abs(found - exact) < 4 * error, "\(found), exact \(exact)")
    }
  }

  @Test(arguments: [AgentSelection.random, .weighted])
  func `each replication throws coins of its own, the same whenever it is repeated`(
    selection: AgentSelection
  ) throws {
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(1))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded((0..<40).map { Double($0) * 10 })],
      routing: RoutingRules(agentSelection: selection))
    let agents = try [0, 1, 1].map {
      try watch(scenario, [ToyDesk.line(8)], replication: $0).diary.agents
    }
    #expect(agents[0] != agents[1] && agents[1] == agents[2])
  }

  @Test func `a reserve counts the free slots of all groups that serve its type`() throws {
    let types = ["a", "b"].map { ToyDesk.chat(.deterministic(500), name: $0) }
    let scenario = ToyDesk.scenario(
      types: types,
      groups: [
        ToyDesk.group("first", types: ["a", "b"]), ToyDesk.group("second", types: ["a", "b"]),
      ],
      demand: [ToyDesk.recorded([0, 10, 20], types: ["a", "b"], indices: [0, 0, 1])],
      routing: RoutingRules(contactSelection: .reserved(inquiryType: "b", slots: 1)))
    let (_, diary) = try watch(
      scenario, [ToyDesk.line(1, group: "first"), ToyDesk.line(1, group: "second")])
    // The first "a" leaves one slot, which is "b"'s; the second one waits until two are free.
    #expect(close(diary.assignments, [0, 20, 520]))
  }

  @Test func `a reserve does not count the slots of who is away`() throws {
    let hour = 3600.0
    let types = ["a", "b"].map { ToyDesk.chat(.deterministic(500), name: $0) }
    let scenario = ToyDesk.scenario(
      types: types, groups: [ToyDesk.group(types: ["a", "b"])],
      demand: [ToyDesk.recorded([hour + 10], types: ["a", "b"], indices: [0])],
      routing: RoutingRules(contactSelection: .reserved(inquiryType: "b", slots: 1)))
    let (_, diary) = try watch(
      scenario,
      [
        ToyDesk.line(1, hours: ToyDesk.hours(0, 4)),
        ToyDesk.line(1, hours: ToyDesk.hours(0, 4), breaks: [ToyDesk.hours(1, 2)]),
      ])
    #expect(close(diary.assignments, [2 * hour]))
  }

  @Test func `who comes back with a chat in hand brings the other slots only`() throws {
    let hour = 3600.0
    let types = ["a", "b"].map { ToyDesk.chat(.deterministic(7000), name: $0) }
    let scenario = ToyDesk.scenario(
      types: types, groups: [ToyDesk.group(types: ["a", "b"], limit: 2)],
      demand: [ToyDesk.recorded([3500, 2 * hour + 100], types: ["a", "b"], indices: [1, 0])],
      routing: RoutingRules(contactSelection: .reserved(inquiryType: "b", slots: 1)))
    let (_, diary) = try watch(
      scenario, [ToyDesk.line(1, hours: ToyDesk.hours(0, 8), breaks: [ToyDesk.hours(1, 2)])])
    #expect(close(diary.assignments, [3500, 10_500]))
  }
}
