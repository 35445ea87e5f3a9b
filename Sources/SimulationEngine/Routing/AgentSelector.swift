// SPDX-License-Identifier: GPL-3.0-or-later

/// Which free agent gets a contact.
///
/// A selector keeps an index of its own of the agents who can take a chat, so that choosing need
/// not scan them. An agent is added when on duty, not on a break and below the chat limit, and
/// removed when one of these ends; `open` is the number of chats in hand at that moment.
protocol AgentSelector: ~Copyable {
  init(_ desk: DeskLayout)

  mutating func add(_ agent: Int, group: Int, open: Int)
  mutating func remove(_ agent: Int, group: Int, open: Int)
  /// Tells that the agent was given a chat; called after the index is up to date.
  mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double)
  /// The group's best agent, if any is free.
  mutating func candidate(group: Int) -> AgentCandidate?
}

/// An agent and a cost by which candidates of groups of equal preference are compared; the least
/// wins, then the group that comes first.
struct AgentCandidate {
  var agent: Int
  var cost: Double
}

/// What a selector may know of the desk when it is made.
struct DeskLayout {
  /// Group of each agent.
  let agentGroups: [Int32]
  /// Place of each agent among the agents of the group.
  let ranks: [Int32]
  /// The agents of each group, in order.
  let members: [[Int32]]
  let groups: [GroupRule]
  /// Key of the policy's own coins.
  let coinKey: UInt64

  init(model: SimulationModel, replication: Int) {
    agentGroups = model.agentGroups
    groups = model.groups
    var members = [[Int32]](repeating: [], count: model.groups.count)
    var ranks: [Int32] = []
    for (agent, group) in model.agentGroups.enumerated() {
      ranks.append(Int32(members[Int(group)].count))
      members[Int(group)].append(Int32(agent))
    }
    self.members = members
    self.ranks = ranks
    coinKey = StreamKey.replication(seed: model.seed, replication: replication)
  }
}
