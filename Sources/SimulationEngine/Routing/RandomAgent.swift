// SPDX-License-Identifier: GPL-3.0-or-later

/// Any free agent of the most preferred groups, all with the same chance.
package struct RandomAgent: AgentSelector, ~Copyable {
  private var free: FreeAgents
  private var coins: RandomStream

  package init(_ desk: DeskLayout) {
    free = FreeAgents(desk)
    coins = RandomStream(key: desk.coinKey, purpose: Purpose.routing)
  }

  package mutating func add(_ agent: Int, group: Int, open: Int) { free.add(agent, group: group) }
  package mutating func remove(_ agent: Int, group: Int, open: Int) {
    free.remove(agent, group: group)
  }
  package mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  package mutating func candidate(group: Int) -> AgentCandidate? {
    let count = free.count(group: group)
    guard count > 0 else { return nil }
    let place = min(Int(coins.uniform() * Double(count)), count - 1)
    // Of exponential clocks with these rates a group's rings first with chance ∝ its free agents.
    let clock = Ziggurat.shared.exponential(&coins) / Double(count)
    return AgentCandidate(agent: free.agent(group: group, place: place), cost: clock)
  }
}
