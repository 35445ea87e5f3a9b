// SPDX-License-Identifier: GPL-3.0-or-later

package import Money

/// A kind of inquiry: what serving it takes, how long its customers wait, and what it is worth.
package struct InquiryType: Equatable, Sendable {
  package var name: String
  package var service: ServiceProcess
  /// Time a customer waits for the first answer before leaving.
  package var patience: Distribution
  /// From getting a slot to the agent's first reply (greeting or canned answer included).
  package var firstReplyDelay: Distribution
  /// Work after the chat has ended that still holds the slot.
  package var wrapUp: Distribution
  /// Probability in [0, 1] that an answered inquiry becomes an order.
  package var conversion: Double
  /// Value of such an order.
  package var orderValue: Money
  /// Smaller is served first under priority routing.
  package var priority: Int
  /// Weight of a second of waiting under longest-weighted-wait routing.
  package var waitWeight: Double
  /// Due date of the first reply under due-date routing.
  package var replyTarget: Seconds
  /// Share in [0, 1] of the leavers who do not tell: their slot is found empty only later.
  package var silentAbandonment: SilentAbandonment?

  package init(
    name: String, service: ServiceProcess, patience: Distribution = .never,
    firstReplyDelay: Distribution = .deterministic(0), wrapUp: Distribution = .deterministic(0),
    conversion: Double = 0, orderValue: Money = .zero, priority: Int = 1, waitWeight: Double = 1,
    replyTarget: Seconds = 180, silentAbandonment: SilentAbandonment? = nil
  ) {
    self.name = name
    self.service = service
    self.patience = patience
    self.firstReplyDelay = firstReplyDelay
    self.wrapUp = wrapUp
    self.conversion = conversion
    self.orderValue = orderValue
    self.priority = priority
    self.waitWeight = waitWeight
    self.replyTarget = replyTarget
    self.silentAbandonment = silentAbandonment
  }
}

/// Customers who leave the queue without a word: an agent takes the chat, writes, waits and closes
/// it after the idle timer (Castellanos, Yom-Tov, Goldberg, Park, arXiv 2501.08869).
package struct SilentAbandonment: Equatable, Sendable {
  /// Share of abandoning customers who leave silently, in [0, 1].
  package var share: Double
  /// How long the slot is held before the agent closes it.
  package var idleClose: Seconds

  package init(share: Double, idleClose: Seconds = 120) {
    self.share = share
    self.idleClose = idleClose
  }
}

/// What an agent does for one inquiry.
public enum ServiceProcess: Equatable, Sendable {
  /// One handling requirement: seconds of service if the agent holds this chat alone. With more
  /// chats open each goes on at the speed of the group's `ConcurrencyCurve`.
  case conversation(handling: Distribution)
  /// Turn by turn: the customer thinks and writes, the agent answers one message at a time.
  case messages(MessageExchange)
}

/// The turns of a chat at message fidelity.
public struct MessageExchange: Equatable, Sendable {
  /// Number of agent messages, at least one.
  public var agentMessages: TurnCount
  /// Composing one agent message, in seconds.
  public var composing: Distribution
  /// From an agent's message to the customer's next one, in seconds.
  public var thinking: Distribution
  /// Added to composing when the agent holds more than one chat.
  public var switchingCost: Seconds
  /// From the last agent message until the slot is free.
  public var closing: Distribution
  /// Mean number of messages that the customer writes before an answer, at least one: 1, 2, 3 … with
  /// the same chance of each further one. The agent answers when the last is written.
  public var messagesARound: Double
  /// Between two messages of a round, in seconds.
  public var messageGap: Distribution
  /// From the last message of a round until the agent looks at it, however few chats he has; he may
  /// write to others meanwhile. In seconds.
  public var attentionDelay: Distribution

  /// Between messages of a round, where nothing else is said.
  public static let usualGap = Distribution.exponential(mean: 15)

  /// The turns of a chat; closing, switching and looking up take no time and rounds have one message
  /// unless given.
  public init(
    agentMessages: TurnCount, composing: Distribution, thinking: Distribution,
    switchingCost: Seconds = 0, closing: Distribution = .deterministic(0),
    messagesARound: Double = 1, messageGap: Distribution = usualGap,
    attentionDelay: Distribution = .deterministic(0)
  ) {
    self.agentMessages = agentMessages
    self.composing = composing
    self.thinking = thinking
    self.switchingCost = switchingCost
    self.closing = closing
    self.messagesARound = messagesARound
    self.messageGap = messageGap
    self.attentionDelay = attentionDelay
  }

  /// Mean seconds from an agent's message until the next answer may begin.
  package var meanPause: Double {
    thinking.mean + (messagesARound - 1) * messageGap.mean + attentionDelay.mean
  }
}

/// The law of the number of agent messages in a chat.
public enum TurnCount: Equatable, Sendable {
  case fixed(Int)
  /// 1, 2, 3 … with the given mean (≥ 1).
  case geometric(mean: Double)
  /// One plus a negative binomial of mean `mean − 1` and the given shape.
  case negativeBinomial(mean: Double, shape: Double)
}
