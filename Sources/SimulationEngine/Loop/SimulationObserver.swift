// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that happened to a contact.
public struct ChatMoment: Equatable, Sendable {
  /// What it was.
  public enum Kind: Equatable, Sendable {
    /// Came to the desk while it was open.
    case arrived
    /// Wrote in closed hours and is held until opening.
    case carriedOver
    /// Came in closed hours and gave up at once.
    case lostOutsideHours
    /// Was turned away by a full waiting room.
    case blocked
    /// Left the queue.
    case abandoned
    /// Left without a word; an agent may still take the chat and find it empty.
    case silentlyAbandoned
    /// An agent has taken the chat.
    case assigned(agent: Int)
    /// A further message of the customer; told as the reply before it is finished, with the time at
    /// which the customer will have written.
    case wrote
    /// A message of the agent; of a conversation that is simulated whole, the first reply alone.
    case replied(agent: Int)
    /// The customer will buy; told right after the assignment.
    case ordered
    /// An agent has taken the chat over from one whose shift ended.
    case handedOver(agent: Int)
    /// The chat has ended and its slot is free.
    case closed(agent: Int)
  }

  /// The customer's key: the same for all moments of one contact.
  public let contact: UInt64
  /// Seconds since the start of the horizon; negative in a warm-up.
  public let time: Double
  /// Index of the inquiry type.
  public let type: Int
  /// Whether the contact is of another shop that shares the agents.
  public let isBackground: Bool
  /// What happened.
  public let kind: Kind
}

/// Is told what happens to every contact.
///
/// Moments come in order of time, with three exceptions. A leaver is reported when the simulation
/// comes to his place in the queue, with the time at which he left. The first reply of a conversation
/// that is simulated whole is told with the assignment. What a customer writes is told when the reply
/// before it has been written.
///
/// An observer is a struct; it is changed in place and handed back when the replication is over.
public protocol SimulationObserver {
  /// Whether `note` is called at all. True unless said otherwise.
  static var isWatching: Bool { get }

  /// Called at every moment, while the simulation waits.
  mutating func note(_ moment: ChatMoment)
}

extension SimulationObserver {
  /// An observer watches unless it says otherwise.
  public static var isWatching: Bool { true }
}

/// Watches nothing.
struct NoObserver: SimulationObserver {
  /// An empty value has no address of its own, and the thread sanitizer would see threads that pass
  /// it along write to one place.
  private var place: UInt8 = 0

  static var isWatching: Bool { false }
  mutating func note(_ moment: ChatMoment) {}
}
