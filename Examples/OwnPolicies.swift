// SPDX-License-Identifier: GPL-3.0-or-later

import InquirySimulation

/// Gives every chat to the free agent who comes first in the roster.
struct FirstInRoster: AgentSelector {
  private var free: [Set<Int>]

  init(_ desk: DeskLayout) { free = desk.groups.map { _ in [] } }

  mutating func add(_ agent: Int, group: Int, open: Int) { free[group].insert(agent) }
  mutating func remove(_ agent: Int, group: Int, open: Int) { free[group].remove(agent) }
  mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  mutating func candidate(group: Int) -> AgentCandidate? {
    free[group].min().map { AgentCandidate(agent: $0, cost: Double($0)) }
  }
}

/// The last type of the file first, whatever the wait.
struct LastTypeFirst: ContactSelector {
  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency {
    ContactUrgency(rank: -Double(type), value: arrival - time)
  }
}

/// A plan of a scenario file under its own routing and under policies of one's own: the same
/// customers, other waits.
public func ownPolicies(scenario path: String, plan: String) throws -> String {
  let desk = try Desk(scenario: path, plan: plan)
  let built = desk.simulate()
  let outcome = desk.simulate(
    policies: RoutingPolicies(agents: FirstInRoster.self, contacts: LastTypeFirst()))
  return "mean wait \(Int(built.total.meanWait)) s, with policies of our own "
    + "\(Int(outcome.total.meanWait)) s; chats of each agent \(outcome.chatsOfAgents)"
}
