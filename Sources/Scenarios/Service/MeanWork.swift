// SPDX-License-Identifier: GPL-3.0-or-later

extension InquiryType {
  /// Mean seconds of an agent's work for one chat, at a group speed of 1: handling and wrap-up of a
  /// conversation, composing of all answers where the chat is simulated message by message.
  ///
  /// - Parameter chats: Chats that the agent holds, at least 1; beyond one, the switching cost is part
  ///   of every answer, as in the simulation.
  package func meanWork(open chats: Int) -> Double {
    switch service {
    case .conversation(let handling): handling.mean + wrapUp.mean
    case .messages(let exchange):
      exchange.agentMessages.mean
        * (exchange.composing.mean + (chats > 1 ? exchange.switchingCost.value : 0))
    }
  }
}

extension AgentGroup {
  /// Mean seconds of an agent's work for one chat of the type, at a speed of 1, by the group's own
  /// handling where it has one.
  ///
  /// - Parameter chats: As in `InquiryType.meanWork(open:)`.
  package func meanWork(for type: InquiryType, open chats: Int) -> Double {
    let skill = skills.first { $0.inquiryType == type.name }
    guard let handling = skill?.handling else { return type.meanWork(open: chats) }
    return handling.mean + type.wrapUp.mean
  }
}

extension Scenario {
  /// Mean seconds of work for a chat of each inquiry type, by agents who hold as many chats as the
  /// largest limit of any group allows. Where groups have a handling of their own, the mean of those
  /// that prefer the type most.
  package var meanWork: [Double] {
    let chats = agentGroups.map(\.chatLimit).max() ?? 1
    return inquiryTypes.map { type in
      let able = agentGroups.compactMap { group in
        group.skills.first { $0.inquiryType == type.name }.map { (group, $0.preference) }
      }
      let best = able.map(\.1).min()
      let works = able.filter { $0.1 == best }.map { $0.0.meanWork(for: type, open: chats) }
      guard let first = works.first, works.contains(where: { $0 != first }) else {
        return works.first ?? type.meanWork(open: chats)
      }
      return works.reduce(0, +) / Double(works.count)
    }
  }
}

extension TurnCount {
  /// Mean number of agent messages in a chat, at least 1.
  package var mean: Double {
    switch self {
    case .fixed(let count): Double(count)
    case .geometric(let mean), .negativeBinomial(let mean, _): mean
    }
  }
}

extension Scenario {
  /// An agent of the group with the largest chat limit, with as many chats as she may hold: how many,
  /// and the speed of each.
  package var fullAgent: (chats: Int, speed: Double) {
    let group = agentGroups.max { $0.chatLimit < $1.chatLimit }
    let chats = max(1, group?.chatLimit ?? 1)
    return (chats, max(1e-6, group?.concurrency.speed(open: chats) ?? 1) * (group?.speed ?? 1))
  }
}
