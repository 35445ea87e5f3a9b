// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine

/// Parts of the engine at work alone, for measuring; each returns what it did, so that nothing is
/// optimised away.
public enum EngineParts {
  /// Takes the next completion and plans another one, as the loop does.
  public static func eventList(agents: Int, operations: Int) -> Double {
    var tree = EventTree(count: agents, origin: 0)
    var stream = RandomStream(key: 1, purpose: 1)
    for agent in 0..<agents { tree.set(agent, to: Ziggurat.shared.exponential(&stream)) }
    for _ in 0..<operations {
      let now = tree.minimum
      tree.set(tree.first, to: now + Ziggurat.shared.exponential(&stream))
    }
    return tree.minimum
  }

  /// Ends the first of so many conversations and begins another one, as the loop does.
  public static func completionCalendar(conversations: Int, operations: Int) -> Double {
    var calendar = CompletionCalendar(
      capacity: conversations, slotCount: conversations, meanLength: 1)
    var stream = RandomStream(key: 1, purpose: 1)
    for slot in 0..<conversations {
      calendar.push(Ziggurat.shared.exponential(&stream), slot: slot)
    }
    for _ in 0..<operations {
      let (now, slot) = (calendar.minimum, calendar.leastSlot)
      calendar.removeFirst()
      calendar.push(now + Ziggurat.shared.exponential(&stream), slot: slot)
    }
    return calendar.minimum
  }

  /// The laws that are drawn from.
  public enum Law: String, CaseIterable, Sendable {
    case exponential, normal, lognormal, gamma, weibull, empirical, poisson, geometric

    fileprivate var distribution: Distribution? {
      switch self {
      case .exponential: .exponential(mean: 1)
      case .lognormal: .lognormal(mean: 1, cv: 0.8)
      case .gamma: .gamma(mean: 1, cv: 0.8)
      case .weibull: .weibull(mean: 1, shape: 1.5)
      case .empirical: .empirical(values: [1, 2, 3, 5], weights: [1, 2, 3, 4])
      case .normal, .poisson, .geometric: nil
      }
    }
  }

  /// Draws from a law so many times and sums the draws up.
  public static func draw(_ law: Law, count: Int) -> Double {
    var compiler = SamplerCompiler()
    let sampler = law.distribution.flatMap { try? compiler.compile($0, place: "benchmark") }
    let rows = compiler.aliases + [AliasRow(chance: 1, value: 0, other: 0)]
    return rows.withUnsafeBufferPointer { rows in
      guard let base = rows.baseAddress else { return 0 }
      let draws = Draws(aliases: base)
      var stream = RandomStream(key: 2, purpose: 1)
      var sum = 0.0
      for _ in 0..<count {
        switch law {
        case .normal: sum += Ziggurat.shared.normal(&stream)
        case .poisson: sum += Double(draws.poisson(mean: 12, &stream))
        case .geometric: sum += Double(draws.turns(.geometric, mean: 7, shape: 0, stream.next()))
        default: if let sampler { sum += draws.value(sampler, stream.next(), 4) }
        }
      }
      return sum
    }
  }

  /// The policies that choose.
  public enum Policy: String, CaseIterable, Sendable {
    case leastLoaded = "least loaded"
    case mostLoadedBelow = "most loaded below three"
    case longestIdle = "longest idle"
    case roundRobin = "round robin"
    case weighted, random
  }

  /// Gives chats to agents with four slots each and ends as many, two thirds of the slots in use.
  public static func route(_ policy: Policy, agents: Int, chats: Int) -> Int {
    let desk = DeskLayout(
      groups: [DeskLayout.Group(chatLimit: 4)], agentGroups: [Int](repeating: 0, count: agents),
      coinKey: 3)
    switch policy {
    case .leastLoaded: return route(LeastLoaded(desk), agents, chats)
    case .mostLoadedBelow: return route(MostLoadedBelow(desk, level: 3), agents, chats)
    case .longestIdle: return route(LongestIdle(desk), agents, chats)
    case .roundRobin: return route(RoundRobin(desk), agents, chats)
    case .weighted: return route(WeightedAgent(desk), agents, chats)
    case .random: return route(RandomAgent(desk), agents, chats)
    }
  }

  private static func route<Selector: AgentSelector & ~Copyable>(
    _ policy: consuming Selector, _ agents: Int, _ chats: Int
  ) -> Int {
    var selector = policy
    var open = [Int](repeating: 0, count: agents)
    var stream = RandomStream(key: 4, purpose: 1)
    for agent in 0..<agents { selector.add(agent, group: 0, open: 0) }
    var inHand: [Int] = []
    var sum = 0
    for chat in 0..<chats {
      if let agent = selector.candidate(group: 0)?.agent {
        selector.remove(agent, group: 0, open: open[agent])
        open[agent] += 1
        if open[agent] < 4 { selector.add(agent, group: 0, open: open[agent]) }
        selector.assigned(agent, group: 0, isFree: open[agent] < 4, at: Double(chat))
        inHand.append(agent)
        sum &+= agent
      }
      guard inHand.count > agents * 8 / 3 else { continue }
      let place = Int(truncatingIfNeeded: stream.next() >> 33) % inHand.count
      let agent = inHand[place]
      inHand.swapAt(place, inHand.count - 1)
      inHand.removeLast()
      if open[agent] < 4 { selector.remove(agent, group: 0, open: open[agent]) }
      open[agent] -= 1
      selector.add(agent, group: 0, open: open[agent])
    }
    return sum
  }

  /// Contacts join a line and leave it at its head.
  public static func waitingLine(operations: Int) -> Int {
    var lines = WaitingLines(count: 1)
    var stream = RandomStream(key: 5, purpose: 1)
    var sum = 0
    for number in 0..<operations {
      if stream.next() & 1 == 0 || lines.count(0) == 0 {
        lines.append(
          WaitingContact(
            arrival: Double(number), deadline: .infinity, work: 0, key: UInt64(number), cell: 0,
            flags: []),
          to: 0)
      } else {
        sum &+= Int(lines[0, 0].key)
        lines.removeFirst(0)
      }
    }
    return sum
  }
}
