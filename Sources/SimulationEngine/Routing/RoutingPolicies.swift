// SPDX-License-Identifier: GPL-3.0-or-later

/// Routing policies of a user's own, in the place of the scenario's.
///
/// Calls into them are dynamic, and everything around them is the same loop that the built-in
/// policies run in. A policy that names an agent who was not added, or has been removed, is a
/// programming error and ends the process with a sentence.
public struct RoutingPolicies {
  let agents: ((DeskLayout) -> any SelectorBox)?
  let contacts: (any ContactSelector)?

  /// Chooses agents by a policy of one's own, and contacts as the scenario says.
  public init<Agents: AgentSelector & ~Copyable>(agents: Agents.Type) {
    self.agents = { SelectorBoxOf<Agents>($0) }
    contacts = nil
  }

  /// Chooses contacts by a policy of one's own, and agents as the scenario says.
  public init(contacts: any ContactSelector) {
    agents = nil
    self.contacts = contacts
  }

  /// Chooses agents and contacts by policies of one's own.
  public init<Agents: AgentSelector & ~Copyable>(
    agents: Agents.Type, contacts: any ContactSelector
  ) {
    self.agents = { SelectorBoxOf<Agents>($0) }
    self.contacts = contacts
  }

  /// Chooses agents by a policy that has settings of its own.
  ///
  /// - Parameters:
  ///   - makeAgents: Makes the policy; called once for each replication.
  ///   - contacts: Chooses contacts; nil for the scenario's rule.
  public init<Agents: AgentSelector & ~Copyable>(
    makeAgents: @escaping (DeskLayout) -> Agents, contacts: (any ContactSelector)? = nil
  ) {
    agents = { SelectorBoxOf(holding: makeAgents($0)) }
    self.contacts = contacts
  }
}

/// Some selector in a box: what is inside is known by its methods alone.
protocol SelectorBox: AnyObject {
  func add(_ agent: Int, group: Int, open: Int)
  func remove(_ agent: Int, group: Int, open: Int)
  func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double)
  func candidate(group: Int) -> AgentCandidate?
}

final class SelectorBoxOf<Selector: AgentSelector & ~Copyable>: SelectorBox {
  private var selector: Selector

  init(_ desk: DeskLayout) { selector = Selector(desk) }
  init(holding selector: consuming Selector) { self.selector = selector }

  func add(_ agent: Int, group: Int, open: Int) {
    selector.add(agent, group: group, open: open)
  }

  func remove(_ agent: Int, group: Int, open: Int) {
    selector.remove(agent, group: group, open: open)
  }

  func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {
    selector.assigned(agent, group: group, isFree: isFree, at: time)
  }

  func candidate(group: Int) -> AgentCandidate? { selector.candidate(group: group) }
}

/// A boxed selector as the loop sees it; what it names is checked.
struct BoxedSelector: AgentSelector {
  private let box: any SelectorBox
  private let groups: [Int]
  private var isFree: [Bool]

  init(_ desk: DeskLayout) { self.init(SelectorBoxOf<LeastLoaded>(desk), desk) }

  init(_ box: any SelectorBox, _ desk: DeskLayout) {
    self.box = box
    groups = desk.agentGroups
    isFree = Array(repeating: false, count: groups.count)
  }

  mutating func add(_ agent: Int, group: Int, open: Int) {
    isFree[agent] = true
    box.add(agent, group: group, open: open)
  }

  mutating func remove(_ agent: Int, group: Int, open: Int) {
    isFree[agent] = false
    box.remove(agent, group: group, open: open)
  }

  mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {
    box.assigned(agent, group: group, isFree: isFree, at: time)
  }

  mutating func candidate(group: Int) -> AgentCandidate? {
    guard let candidate = box.candidate(group: group) else { return nil }
    precondition(
      groups.indices.contains(candidate.agent) && groups[candidate.agent] == group
        && isFree[candidate.agent],
      "the agent selector named agent \(candidate.agent), who is not free in group \(group)")
    return candidate
  }
}

/// Some contact selector, called dynamically.
struct BoxedContacts: ContactSelector {
  let base: any ContactSelector

  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency {
    base.urgency(type: type, arrival: arrival, at: time)
  }

  func urgency(type: Int, group: Int, arrival: Double, at time: Double) -> ContactUrgency {
    base.urgency(type: type, group: group, arrival: arrival, at: time)
  }

  func admits(type: Int, freeSlots: Int) -> Bool {
    base.admits(type: type, freeSlots: freeSlots)
  }
}
