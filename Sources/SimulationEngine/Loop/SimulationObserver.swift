// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that happened to a contact.
package struct ChatMoment: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case arrived
    /// Wrote in closed hours and is held until opening.
    case carriedOver
    case lostOutsideHours
    case blocked
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
    case closed(agent: Int)
  }

  /// The customer's key: the same for all moments of one contact.
  package let contact: UInt64
  package let time: Double
  /// Index of the inquiry type.
  package let type: Int
  package let isBackground: Bool
  package let kind: Kind
}

/// Is told what happens to every contact. Moments come in order of time, but for leavers, who are
/// reported when their place in the line is reached, with the time at which they left, the first
/// reply of a conversation that is simulated whole, which is told with the assignment, and what the
/// customer writes.
package protocol SimulationObserver {
  /// Whether `note` is to be called at all; a constant, so that the loop pays nothing without one.
  static var isWatching: Bool { get }

  mutating func note(_ moment: ChatMoment)
}

/// Watches nothing.
struct NoObserver: SimulationObserver {
  /// An empty value has no address of its own, and the thread sanitizer would see threads that pass
  /// it along write to one place.
  private var place: UInt8 = 0

  static var isWatching: Bool { false }
  mutating func note(_ moment: ChatMoment) {}
}
