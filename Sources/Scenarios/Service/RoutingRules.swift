// SPDX-License-Identifier: GPL-3.0-or-later

/// Who gets a new contact, who is taken next from the queue, and what a shift's end means.
public struct RoutingRules: Equatable, Sendable {
  /// Which free agent gets an arriving contact.
  public var agentSelection: AgentSelection
  /// Which waiting contact a freed agent takes.
  public var contactSelection: ContactSelection
  /// Whether groups of a smaller skill preference are asked first (specialists before generalists).
  public var specialistsFirst: Bool
  /// Most contacts waiting at once; nil is unbounded. A contact beyond it is blocked.
  public var waitingRoom: Int?
  /// What happens to an agent's chats when the shift ends.
  public var shiftEnd: ShiftEndRule
  /// Order in which an agent answers the messages of the chats in hand (message fidelity).
  public var messageOrder: MessageOrder

  /// The rules of a desk that says nothing: least loaded agent, longest waiting contact first.
  public init(
    agentSelection: AgentSelection = .leastLoaded, contactSelection: ContactSelection = .fifo,
    specialistsFirst: Bool = true, waitingRoom: Int? = nil,
    shiftEnd: ShiftEndRule = .finishThenLeave, messageOrder: MessageOrder = .arrival
  ) {
    self.agentSelection = agentSelection
    self.contactSelection = contactSelection
    self.specialistsFirst = specialistsFirst
    self.waitingRoom = waitingRoom
    self.shiftEnd = shiftEnd
    self.messageOrder = messageOrder
  }
}

/// Which free agent gets an arriving contact.
public enum AgentSelection: Equatable, Sendable {
  /// Smallest share of the chat limit in use; ties to the longest idle.
  case leastLoaded
  /// Fullest agent still below `level` chats, then least loaded (Tezcan–Zhang two-level pool).
  case mostLoadedBelow(level: Int)
  /// Longest time since the last assignment.
  case longestIdle
  /// The next free agent in turn.
  case roundRobin
  /// In proportion to the group's weight and free capacity.
  case weighted
  /// Any free agent, all alike.
  case random
}

/// Which waiting contact a freed agent takes.
public enum ContactSelection: Equatable, Sendable {
  /// Longest waiting first, across types.
  case fifo
  /// Smallest priority number first, then longest waiting.
  case priority
  /// Largest wait × weight of the type.
  case longestWeightedWait
  /// Least time left to the type's reply target.
  case dueDate
  /// FIFO, but the last `slots` free slots of the skilled agents are kept for one type.
  case reserved(inquiryType: String, slots: Int)
}

/// What happens to an agent's chats when the shift ends.
public enum ShiftEndRule: String, CaseIterable, Sendable {
  /// The named agent takes no more, finishes the chats in hand, then leaves.
  case finishThenLeave = "finish_then_leave"
  /// Heads count, not names: an agent of the group who is idle as the shift ends leaves in the place
  /// of a busy one, who takes over the other's duty. If nobody is idle, as `finishThenLeave`.
  case poolExchangeable = "pool_exchangeable"
  /// Chats in hand go to colleagues with a free slot, remaining work unchanged, else to the
  /// head of the queue.
  case handOver = "hand_over"
}

/// Order of the messages at one agent.
public enum MessageOrder: String, CaseIterable, Sendable {
  /// The message that came first.
  case arrival
  /// The message whose answer takes least time.
  case shortestFirst = "shortest_first"
}
