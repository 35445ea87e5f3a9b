// SPDX-License-Identifier: GPL-3.0-or-later

/// The fullest agent still below a level, else the least loaded: keeps agents at the level of best
/// throughput or one below it (Tezcan, Zhang 2014).
package struct MostLoadedBelow: AgentSelector, ~Copyable {
  private var lists: OccupancyLists
  private let shares: FixedArray<Double>
  private var below: UInt64 = 0

  package init(_ desk: DeskLayout) {
    lists = OccupancyLists(agentCount: desk.agentGroups.count, groupCount: desk.groups.count)
    shares = FixedArray(desk.groups.map { 1 / Double($0.chatLimit) })
  }

  package init(_ desk: DeskLayout, level: Int) {
    self.init(desk)
    below = level >= 64 ? .max : (1 << UInt64(level)) - 1
  }

  package mutating func add(_ agent: Int, group: Int, open: Int) {
    lists.add(agent, group: group, level: open)
  }

  package mutating func remove(_ agent: Int, group: Int, open: Int) {
    lists.remove(agent, group: group, level: open)
  }

  package mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  package mutating func candidate(group: Int) -> AgentCandidate? {
    let levels = lists.levels(group: group)
    guard levels != 0 else { return nil }
    if levels & below != 0 {
      let level = 63 - (levels & below).leadingZeroBitCount
      return AgentCandidate(
        agent: lists.first(group: group, level: level), cost: -Double(level) * shares[group])
    }
    let level = levels.trailingZeroBitCount
    return AgentCandidate(
      agent: lists.first(group: group, level: level), cost: 1 + Double(level) * shares[group])
  }
}
