// SPDX-License-Identifier: GPL-3.0-or-later

/// The smallest share of the chat limit in use; ties to the one longest at that level.
package struct LeastLoaded: AgentSelector, ~Copyable {
  private var lists: OccupancyLists
  private let shares: FixedArray<Double>

  package init(_ desk: DeskLayout) {
    lists = OccupancyLists(agentCount: desk.agentGroups.count, groupCount: desk.groups.count)
    shares = FixedArray(desk.groups.map { 1 / Double($0.chatLimit) })
  }

  @inline(__always)
  package mutating func add(_ agent: Int, group: Int, open: Int) {
    lists.add(agent, group: group, level: open)
  }

  @inline(__always)
  package mutating func remove(_ agent: Int, group: Int, open: Int) {
    lists.remove(agent, group: group, level: open)
  }

  @inline(__always)
  package mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {}

  @inline(__always)
  package mutating func candidate(group: Int) -> AgentCandidate? {
    let levels = lists.levels(group: group)
    guard levels != 0 else { return nil }
    let level = levels.trailingZeroBitCount
    return AgentCandidate(
      agent: lists.first(group: group, level: level), cost: Double(level) * shares[group])
  }
}
