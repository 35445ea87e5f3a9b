// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import InquirySimulation
import SimulationEngine
import Testing

/// Gives every chat to the free agent who comes first in the roster.
private struct FirstInRoster: AgentSelector {
  private var free: [Set<Int>]

  init(_ desk: DeskLayout) { free = desk.groups.map { _ in [] } }

  mutating func add(_ agent: Int, group: Int, open: Int) { free[group].insert(agent) }
  mutating func remove(_ agent: Int, group: Int, open: Int) { free[group].remove(agent) }
  mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  mutating func candidate(group: Int) -> AgentCandidate? {
    free[group].min().map { AgentCandidate(agent: $0, cost: Double($0)) }
  }
}

/// The built-in least loaded, written once more: the fewest chats, then the longest at that number.
private struct FewestChats: AgentSelector {
  private struct Entry {
    var open: Int
    var ticket: Int
  }
  private var free: [[Int: Entry]]
  private var tickets = 0

  init(_ desk: DeskLayout) { free = desk.groups.map { _ in [:] } }

  mutating func add(_ agent: Int, group: Int, open: Int) {
    tickets += 1
    free[group][agent] = Entry(open: open, ticket: tickets)
  }

  mutating func remove(_ agent: Int, group: Int, open: Int) { free[group][agent] = nil }
  mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  mutating func candidate(group: Int) -> AgentCandidate? {
    free[group].min {
      ($0.value.open, $0.value.ticket) < ($1.value.open, $1.value.ticket)
    }.map { AgentCandidate(agent: $0.key, cost: Double($0.value.open)) }
  }
}

/// Gives a chat to one agent if she is free, else to the first free of the roster.
private struct Favourite: AgentSelector {
  private var others: FirstInRoster
  private let favourite: Int
  private var isFree = false

  init(_ desk: DeskLayout) { self.init(desk, agent: 0) }

  init(_ desk: DeskLayout, agent: Int) {
    others = FirstInRoster(desk)
    favourite = agent
  }

  mutating func add(_ agent: Int, group: Int, open: Int) {
    if agent == favourite { isFree = true }
    others.add(agent, group: group, open: open)
  }

  mutating func remove(_ agent: Int, group: Int, open: Int) {
    if agent == favourite { isFree = false }
    others.remove(agent, group: group, open: open)
  }

  mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  mutating func candidate(group: Int) -> AgentCandidate? {
    isFree ? AgentCandidate(agent: favourite, cost: 0) : others.candidate(group: group)
  }
}

/// The last type of the file first, whatever the wait.
private struct LastTypeFirst: ContactSelector {
  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency {
    ContactUrgency(rank: -Double(type), value: arrival - time)
  }
}

/// Policies written outside the engine, with nothing but its public names.
@Suite struct OwnPolicyTests {
  private static let shop = """
    name: two types
    seed: 3
    horizon: {start: 2026-03-02, end: 2026-03-08, time_zone: Asia/Shanghai}
    service_window: 09:00-21:00
    closed_hours: lost
    inquiry_types:
      orders:
        handling: {distribution: exponential, mean: 300 s}
        patience: {distribution: exponential, mean: 600 s}
      returns:
        handling: {distribution: exponential, mean: 300 s}
        patience: {distribution: exponential, mean: 600 s}
    demand:
      daily_mean: 700
      mix: {orders: 50 %, returns: 50 %}
    agent_groups:
      team: {skills: [orders, returns], chat_limit: 2, concurrency: independent_of_load}
    shifts:
      day: 09:00-21:00
    plans:
      seats:
        staffing:
          - {group: team, shift: day, agents: 3}
        contract: {clauses: [{kind: seats, monthly_price: 5000}]}
    """

  private func desk() throws -> Desk {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "inquiry-\(UUID().uuidString).yaml")
    try Self.shop.write(to: place, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: place) }
    return try Desk(scenario: place.path, plan: "seats")
  }

  @Test func `a policy of one's own that does what a built-in one does gives the same bits`() throws
  {
    let desk = try desk()
    let own = desk.simulate(policies: RoutingPolicies(agents: FewestChats.self))
    #expect(own == desk.simulate())
    #expect(own.total.arrived > 3000)
  }

  @Test func `the roster's first agent gets the most chats under a policy that says so`() throws {
    let desk = try desk()
    let own = desk.simulate(policies: RoutingPolicies(agents: FirstInRoster.self))
    let chats = own.chatsOfAgents
    #expect(chats.count == 3)
    #expect(chats[0] > chats[1] && chats[1] > chats[2])
    let even = desk.simulate().chatsOfAgents
    #expect((even.max() ?? 0) - (even.min() ?? 0) < chats[0] - chats[2])
    // The same customers came, whoever answers them.
    #expect(own.total.arrived == desk.simulate().total.arrived)
  }

  @Test func `a policy may have settings of its own`() throws {
    let desk = try desk()
    func chats(favouring agent: Int) -> [Int] {
      desk.simulate(policies: RoutingPolicies(makeAgents: { Favourite($0, agent: agent) }))
        .chatsOfAgents
    }
    let (first, last) = (chats(favouring: 0), chats(favouring: 2))
    #expect(first[0] > first[2] && last[2] > last[0])
    let both = RoutingPolicies(
      makeAgents: { Favourite($0, agent: 0) }, contacts: LastTypeFirst())
    #expect(desk.simulate(policies: both).chatsOfAgents != first)
  }

  @Test func `a contact policy decides whose wait is short`() throws {
    let desk = try desk()
    let fair = desk.simulate()
    let own = desk.simulate(policies: RoutingPolicies(contacts: LastTypeFirst()))
    #expect(own.types[1].meanWait < 0.75 * fair.types[1].meanWait)
    #expect(own.types[0].meanWait > fair.types[0].meanWait)
    let both = desk.simulate(
      policies: RoutingPolicies(agents: FewestChats.self, contacts: LastTypeFirst()))
    #expect(both == own)
  }

  @Test func `a plan that is not there is named`() throws {
    let place = FileManager.default.temporaryDirectory
      .appending(path: "inquiry-\(UUID().uuidString).yaml")
    try Self.shop.write(to: place, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: place) }
    #expect(throws: DeskError.unknownPlan(name: "chairs", known: ["seats"])) {
      _ = try Desk(scenario: place.path, plan: "chairs")
    }
  }
}
