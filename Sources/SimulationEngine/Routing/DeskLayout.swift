// SPDX-License-Identifier: GPL-3.0-or-later

/// What a selector may know of the desk when it is made.
public struct DeskLayout {
  /// A group of agents, as far as routing goes.
  public struct Group: Equatable {
    /// Most chats in the hands of one agent.
    public var chatLimit: Int
    /// The scenario's weight of the group.
    public var weight: Double

    /// A group of a weight, the same for all unless given.
    public init(chatLimit: Int, weight: Double = 1) {
      self.chatLimit = chatLimit
      self.weight = weight
    }
  }

  /// Group of each agent.
  public let agentGroups: [Int]
  /// Place of each agent among the agents of the group.
  public let ranks: [Int]
  /// The agents of each group, in order.
  public let members: [[Int]]
  /// The groups, in the order of every `group` index.
  public let groups: [Group]
  /// Seed of the policy's own random numbers: the same whenever the replication is repeated.
  public let coinKey: UInt64

  /// - Parameter agentGroups: Indices into `groups`.
  public init(groups: [Group], agentGroups: [Int], coinKey: UInt64) {
    self.groups = groups
    self.agentGroups = agentGroups
    self.coinKey = coinKey
    var members = [[Int]](repeating: [], count: groups.count)
    var ranks: [Int] = []
    for (agent, group) in agentGroups.enumerated() {
      ranks.append(members[group].count)
      members[group].append(agent)
    }
    self.members = members
    self.ranks = ranks
  }

  init(model: SimulationModel, replication: Int) {
    self.init(
      groups: model.groups.map { Group(chatLimit: Int($0.chatLimit), weight: $0.weight) },
      agentGroups: model.agentGroups.map(Int.init),
      coinKey: StreamKey.replication(seed: model.seed, replication: replication))
  }
}
