// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Testing

/// The selectors' indices of free agents against a plain list that is searched from end to end.
@Suite struct AgentSelectorTests {
  static let seeds: [UInt64] = [1, 2, 3, 4]
  /// Group sizes: one word of bits, many, and more than one block of words.
  static let layouts = [[3, 1, 5], [70, 64, 63, 65], [5000, 2]]

  /// A free agent of the obvious model.
  struct Free {
    var agent: Int
    var open: Int
    /// Number of the operation that added the agent with these chats.
    var since: Int
  }

  /// The desk of the obvious model, with all that a policy may look at.
  struct Desk {
    let layout: DeskLayout
    var open: [Int]
    var isAccepting: [Bool]
    var since: [Int]
    var lastAssigned: [Double]
    var lastRank: [Int]
    var lastTurn: [Int]

    init(_ sizes: [Int]) {
      layout = DeskLayout(
        groups: sizes.indices.map { DeskLayout.Group(chatLimit: 2 + $0, weight: 1) },
        // Members of the groups lie mixed, so that a rank is not an offset.
        agentGroups: Self.mixed(sizes), coinKey: 9)
      open = [Int](repeating: 0, count: layout.agentGroups.count)
      isAccepting = [Bool](repeating: false, count: open.count)
      since = open
      lastAssigned = [Double](repeating: -1e18, count: open.count)
      lastRank = [Int](repeating: -1, count: sizes.count)
      lastTurn = [Int](repeating: -1, count: sizes.count)
    }

    private static func mixed(_ sizes: [Int]) -> [Int] {
      var left = sizes
      var groups: [Int] = []
      while left.contains(where: { $0 > 0 }) {
        for group in left.indices where left[group] > 0 {
          left[group] -= 1
          groups.append(group)
        }
      }
      return groups
    }

    func limit(_ agent: Int) -> Int { layout.groups[layout.agentGroups[agent]].chatLimit }
    func isFree(_ agent: Int) -> Bool { isAccepting[agent] && open[agent] < limit(agent) }
    func free(_ group: Int) -> [Free] {
      layout.members[group].filter(isFree).map {
        Free(agent: $0, open: open[$0], since: since[$0])
      }
    }
  }

  /// Plays comings, goings, assignments and ends of chats, and compares every candidate.
  ///
  /// - Parameter best: The agent that the policy must name among the free ones of a group.
  private func play<Selector: AgentSelector & ~Copyable>(
    _ make: (DeskLayout) -> Selector, sizes: [Int], seed: UInt64,
    best: (Desk, Int, [Free]) -> Int?
  ) -> Int {
    var choices = OperationSequence(seed: seed)
    var desk = Desk(sizes)
    var selector = make(desk.layout)
    var differences = 0
    var turn = 0
    func change(_ agent: Int, _ step: Int, _ body: (inout Desk) -> Void) {
      let group = desk.layout.agentGroups[agent]
      if desk.isFree(agent) { selector.remove(agent, group: group, open: desk.open[agent]) }
      body(&desk)
      desk.since[agent] = step
      if desk.isFree(agent) { selector.add(agent, group: group, open: desk.open[agent]) }
    }
    for step in 0..<(desk.open.count > 1000 ? 2500 : 6000) {
      let agent = choices.below(desk.open.count)
      switch choices.below(6) {
      case 0: change(agent, step) { $0.isAccepting[agent].toggle() }
      case 1:
        if desk.open[agent] > 0 { change(agent, step) { $0.open[agent] -= 1 } }
      case 2: if !desk.isAccepting[agent] { change(agent, step) { $0.isAccepting[agent] = true } }
      default:
        let group = choices.below(sizes.count)
        let wanted = best(desk, group, desk.free(group))
        let found = selector.candidate(group: group)?.agent
        if wanted != found { differences += 1 }
        guard let taken = found, desk.isFree(taken) else { continue }
        change(taken, step) { $0.open[taken] += 1 }
        turn += 1
        desk.lastAssigned[taken] = Double(step)
        desk.lastRank[group] = desk.layout.ranks[taken]
        desk.lastTurn[group] = turn
        selector.assigned(
          taken, group: group, isFree: desk.isFree(taken), at: Double(step))
      }
    }
    return differences
  }

  @Test(arguments: layouts, seeds)
  func `the least loaded is the one with the fewest chats, longest at that level`(
    sizes: [Int], seed: UInt64
  ) {
    let differences = play({ LeastLoaded($0) }, sizes: sizes, seed: seed) { _, _, free in
      free.min { ($0.open, $0.since) < ($1.open, $1.since) }?.agent
    }
    #expect(differences == 0)
  }

  @Test(arguments: layouts, seeds)
  func `below a level the fullest comes first, above it the least loaded`(
    sizes: [Int], seed: UInt64
  ) {
    for level in [1, 2, 3] {
      let differences = play(
        { MostLoadedBelow($0, level: level) }, sizes: sizes, seed: seed
      ) { _, _, free in
        let below = free.filter { $0.open < level }
        return below.isEmpty
          ? free.min { ($0.open, $0.since) < ($1.open, $1.since) }?.agent
          : below.min { (-$0.open, $0.since) < (-$1.open, $1.since) }?.agent
      }
      #expect(differences == 0)
    }
  }

  @Test(arguments: layouts, seeds)
  func `the longest idle is the one whose last assignment is oldest`(sizes: [Int], seed: UInt64) {
    let differences = play({ LongestIdle($0) }, sizes: sizes, seed: seed) { desk, _, free in
      free.min {
        (desk.lastAssigned[$0.agent], $0.agent) < (desk.lastAssigned[$1.agent], $1.agent)
      }?.agent
    }
    #expect(differences == 0)
  }

  @Test(arguments: layouts, seeds)
  func `round robin goes on behind the last one asked`(sizes: [Int], seed: UInt64) {
    let differences = play({ RoundRobin($0) }, sizes: sizes, seed: seed) { desk, group, free in
      let count = sizes[group]
      let next = desk.lastRank[group] + 1
      return free.min {
        (desk.layout.ranks[$0.agent] - next + count) % count
          < (desk.layout.ranks[$1.agent] - next + count) % count
      }?.agent
    }
    #expect(differences == 0)
  }

  @Test(arguments: layouts, seeds)
  func `random and weighted choices are always free agents, and nobody if none is`(
    sizes: [Int], seed: UInt64
  ) {
    for isWeighted in [false, true] {
      var wrong = 0
      var choices = OperationSequence(seed: seed)
      var desk = Desk(sizes)
      var random = RandomAgent(desk.layout)
      var weighted = WeightedAgent(desk.layout)
      for _ in 0..<6000 {
        let agent = choices.below(desk.open.count)
        let group = desk.layout.agentGroups[agent]
        if desk.isFree(agent) {
          random.remove(agent, group: group, open: desk.open[agent])
          weighted.remove(agent, group: group, open: desk.open[agent])
        }
        desk.isAccepting[agent] = choices.below(3) > 0
        desk.open[agent] = choices.below(desk.limit(agent) + 1)
        if desk.isFree(agent) {
          random.add(agent, group: group, open: desk.open[agent])
          weighted.add(agent, group: group, open: desk.open[agent])
        }
        let found =
          isWeighted ? weighted.candidate(group: group) : random.candidate(group: group)
        if let found {
          if !desk.isFree(found.agent) || desk.layout.agentGroups[found.agent] != group {
            wrong += 1
          }
        } else if desk.layout.members[group].contains(where: desk.isFree) {
          wrong += 1
        }
      }
      #expect(wrong == 0)
    }
  }

  @Test func `every free agent is drawn as often as the policy says`() {
    // Three agents of limit 4 with 0, 1 and 3 chats: weights 4, 3 and 1.
    let layout = DeskLayout(
      groups: [DeskLayout.Group(chatLimit: 4)], agentGroups: [0, 0, 0], coinKey: 77)
    var random = RandomAgent(layout)
    var weighted = WeightedAgent(layout)
    for (agent, open) in [0, 1, 3].enumerated() {
      random.add(agent, group: 0, open: open)
      weighted.add(agent, group: 0, open: open)
    }
    var counts = [[Double](repeating: 0, count: 3), [Double](repeating: 0, count: 3)]
    let draws = 200_000.0
    for _ in 0..<Int(draws) {
      if let found = random.candidate(group: 0) { counts[0][found.agent] += 1 }
      if let found = weighted.candidate(group: 0) { counts[1][found.agent] += 1 }
    }
    for (found, shares) in zip(
      counts, [[1.0 / 3, 1.0 / 3, 1.0 / 3], [4.0 / 8, 3.0 / 8, 1.0 / 8]])
    {
      let statistic = zip(found, shares).reduce(0) {
        $0 + ($1.0 - draws * $1.1) * ($1.0 - draws * $1.1) / (draws * $1.1)
      }
      // The 0.999 quantile of chi-square with two degrees of freedom.
      #expect(statistic < 13.816)
    }
  }
}
