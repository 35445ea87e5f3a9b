// SPDX-License-Identifier: GPL-3.0-or-later

/// Agents with chances in proportion to their group's weight × their free slots.
package struct WeightedAgent: AgentSelector, ~Copyable {
  private var free: FreeAgents
  private let open: FixedArray<Int32>
  /// Free slots of the group's free agents.
  private let slots: FixedArray<Int>
  private let limits: FixedArray<Int32>
  private let weights: FixedArray<Double>
  private var coins: RandomStream

  package init(_ desk: DeskLayout) {
    free = FreeAgents(desk)
    open = FixedArray(repeating: 0, count: desk.agentGroups.count)
    slots = FixedArray(repeating: 0, count: desk.groups.count)
    limits = FixedArray(desk.groups.map { Int32($0.chatLimit) })
    weights = FixedArray(desk.groups.map(\.weight))
    coins = RandomStream(key: desk.coinKey, purpose: Purpose.routing)
  }

  package mutating func add(_ agent: Int, group: Int, open: Int) {
    free.add(agent, group: group)
    self.open[agent] = Int32(open)
    slots[group] += Int(limits[group]) - open
  }

  package mutating func remove(_ agent: Int, group: Int, open: Int) {
    free.remove(agent, group: group)
    slots[group] -= Int(limits[group]) - open
  }

  package mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  package mutating func candidate(group: Int) -> AgentCandidate? {
    let count = free.count(group: group)
    guard count > 0 else { return nil }
    let clock = Ziggurat.shared.exponential(&coins) / (weights[group] * Double(slots[group]))
    let limit = Double(limits[group])
    // Drawn with equal chances and kept in proportion to the free slots: at most `limit` tries on
    // average.
    while true {
      let agent = free.agent(
        group: group, place: min(Int(coins.uniform() * Double(count)), count - 1))
      if coins.uniform() * limit < limit - Double(open[agent]) {
        return AgentCandidate(agent: agent, cost: clock)
      }
    }
  }
}
