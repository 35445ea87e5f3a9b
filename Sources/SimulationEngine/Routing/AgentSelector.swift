// SPDX-License-Identifier: GPL-3.0-or-later

/// Which free agent gets a contact. A policy is a struct that conforms, passed in
/// `RoutingPolicies`.
///
/// A selector keeps an index of its own of the agents who can take a chat, so that choosing need
/// not scan them. An agent is added when on duty, not on a break or on hold and below the chat
/// limit, and removed when one of these ends. A selector belongs to one replication and one thread.
public protocol AgentSelector: ~Copyable {
  /// Made once for each replication, with no agent added yet.
  init(_ desk: DeskLayout)

  /// - Parameters:
  ///   - agent: Index into the desk's `agentGroups`.
  ///   - group: The agent's group.
  ///   - open: Chats in hand at this moment.
  mutating func add(_ agent: Int, group: Int, open: Int)
  /// - Parameter open: The number that the agent was added with.
  mutating func remove(_ agent: Int, group: Int, open: Int)
  /// Tells that the agent was given a chat; called after the index is up to date.
  ///
  /// - Parameters:
  ///   - isFree: Whether the agent can take another one.
  ///   - time: Seconds since the start of the horizon.
  mutating func assigned(_ agent: Int, group: Int, isFree: Bool, at time: Double)
  /// The group's best agent; nil if none was added.
  mutating func candidate(group: Int) -> AgentCandidate?
}

/// An agent and a cost by which candidates of groups of equal preference are compared; the least
/// wins, then the group that comes first.
public struct AgentCandidate {
  /// Index into the desk's `agentGroups`.
  public var agent: Int
  /// Compared among groups of equal preference; the least wins.
  public var cost: Double

  /// A candidate of a group.
  @inlinable
  public init(agent: Int, cost: Double) {
    self.agent = agent
    self.cost = cost
  }
}
