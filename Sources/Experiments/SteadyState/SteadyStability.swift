// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

/// Whether those who never leave can all be served in the long run.
struct SteadyStability {
  let scenario: Scenario
  let moment: DeskMoment

  /// More types than this are looked at together and one by one, not in every combination.
  private static let mostTypes = 12

  /// Any set of types whose customers stay for ever must find agents enough among the groups that
  /// serve one of them. A waiting room without places for more sends the others away.
  ///
  /// - Throws: `.unstable`. Passing is necessary for a steady state, not sufficient: a priority
  ///   of others may still starve a type, which shows in the run.
  func check() throws(SteadyStateError) {
    guard scenario.routing.waitingRoom == nil else { return }
    let staying = scenario.inquiryTypes.indices.filter {
      moment.rates[$0] > 0 && scenario.inquiryTypes[$0].patience.endlessShare > 0
    }
    guard !staying.isEmpty else { return }
    for set in sets(of: staying) {
      let groups = scenario.agentGroups.indices.filter { group in
        moment.agents[group] > 0 && set.contains { serves(group, $0) }
      }
      let agents = groups.reduce(0) { $0 + moment.agents[$1] }
      let needed = set.reduce(0) { $0 + agentsNeeded(type: $1, groups) }
      guard needed < Double(agents) * (1 - 1e-9) else {
        throw .unstable(
          inquiryTypes: set.map { scenario.inquiryTypes[$0].name }, agentsNeeded: needed,
          agents: agents)
      }
    }
  }

  private func sets(of types: [Int]) -> [[Int]] {
    guard types.count <= Self.mostTypes else { return types.map { [$0] } + [types] }
    return (1..<1 << types.count).map { bits in
      types.indices.filter { bits >> $0 & 1 == 1 }.map { types[$0] }
    }
  }

  private func serves(_ group: Int, _ type: Int) -> Bool {
    scenario.agentGroups[group].skills.contains {
      $0.inquiryType == scenario.inquiryTypes[type].name
    }
  }

  /// Agents whom the work of the type's customers who stay keeps busy if the best of the groups did it
  /// all.
  private func agentsNeeded(type: Int, _ groups: [Int]) -> Double {
    let best = groups.filter { serves($0, type) }.map {
      agentSeconds(of: scenario.inquiryTypes[type], scenario.agentGroups[$0])
    }.min()
    return (best ?? .infinity) * moment.rates[type]
      * scenario.inquiryTypes[type].patience.endlessShare
  }

  /// Least seconds of one agent of the group that a chat of the type takes.
  private func agentSeconds(of type: InquiryType, _ group: AgentGroup) -> Double {
    switch type.service {
    case .conversation:
      return group.meanWork(for: type, open: 1) / group.greatestOutput
    case .messages(let exchange):
      let messages = exchange.agentMessages.mean
      let writing = type.meanWork(open: 1) / group.speed
      let open =
        writing + (messages - 1) * exchange.meanPause + exchange.closing.mean
        + type.wrapUp.mean
      // An agent writes one message at a time and has so many slots.
      return max(writing, open / Double(group.chatLimit))
    }
  }
}
