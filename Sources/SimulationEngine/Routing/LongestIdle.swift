// SPDX-License-Identifier: GPL-3.0-or-later

/// The longest time since the last assignment; those never asked first, in order.
package struct LongestIdle: AgentSelector, ~Copyable {
  /// One tree over all groups would mix them: each group has its own.
  private let trees: UnsafeMutablePointer<MinimumTree>
  private let groupCount: Int
  private let ranks: FixedArray<Int32>
  private let lastAssigned: FixedArray<Double>
  private let firstMember: FixedArray<Int>
  private let members: FixedArray<Int32>

  package init(_ desk: DeskLayout) {
    groupCount = desk.groups.count
    trees = .allocate(capacity: groupCount)
    var starts: [Int] = []
    var flat: [Int] = []
    for (group, agents) in desk.members.enumerated() {
      (trees + group).initialize(to: MinimumTree(count: agents.count))
      starts.append(flat.count)
      flat += agents
    }
    ranks = FixedArray(desk.ranks.map { Int32($0) })
    lastAssigned = FixedArray(repeating: -1e18, count: desk.agentGroups.count)
    firstMember = FixedArray(starts)
    members = FixedArray(flat.map { Int32($0) })
  }

  deinit {
    trees.deinitialize(count: groupCount)
    trees.deallocate()
  }

  package mutating func add(_ agent: Int, group: Int, open: Int) {
    trees[group].set(Int(ranks[agent]), to: lastAssigned[agent])
  }

  package mutating func remove(_ agent: Int, group: Int, open: Int) {
    trees[group].set(Int(ranks[agent]), to: .infinity)
  }

  package mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double) {
    lastAssigned[agent] = time
    if isFree { trees[group].set(Int(ranks[agent]), to: time) }
  }

  package mutating func candidate(group: Int) -> AgentCandidate? {
    let since = trees[group].minimum
    guard since < .infinity else { return nil }
    let rank = trees[group].leastPlace()
    return AgentCandidate(agent: Int(members[firstMember[group] + rank]), cost: since)
  }
}
