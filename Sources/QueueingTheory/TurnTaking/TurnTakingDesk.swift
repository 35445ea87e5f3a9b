// SPDX-License-Identifier: GPL-3.0-or-later

/// One agent who keeps k chats open: she writes to one customer at a time while the others think.
///
/// A closed network of one server (the agent) and thinking customers, the finite-source queue; a
/// finished chat is replaced at once. Exact for exponential composing and any thinking law. It has no
/// arrivals, abandonment or idle slots: a screen and an oracle, not the product.
package struct TurnTakingDesk: Equatable, Sendable {
  /// Mean time to write one message when a single chat is open, above zero.
  package let composeTime: Double
  /// Mean time a customer takes until the next message, at least zero.
  package let thinkTime: Double
  /// Mean messages of the agent in a chat, at least 1.
  package let messages: Double
  /// Added to each composing when more than one chat is open, at least zero.
  package let switchingTime: Double
  /// Whether a new customer writes at once instead of thinking first.
  package let writesAtOnce: Bool

  /// - Throws: `.notPositive`, `.outOfRange`.
  package init(
    composeTime: Double, thinkTime: Double, messages: Double, switchingTime: Double = 0,
    writesAtOnce: Bool = false
  ) throws(QueueingError) {
    try Require.positive(composeTime, .composeTime)
    try Require.within(thinkTime, 0...1e12, .thinkTime)
    try Require.within(messages, 1...1e9, .messages)
    try Require.within(switchingTime, 0...1e12, .switchingTime)
    self.composeTime = composeTime
    self.thinkTime = thinkTime
    self.messages = messages
    self.switchingTime = switchingTime
    self.writesAtOnce = writesAtOnce
  }

  /// Mean thinking per agent message: only M - 1 of M follow a think when the customer writes at once.
  private var thinkPerMessage: Double {
    writesAtOnce ? thinkTime * (messages - 1) / messages : thinkTime
  }

  /// Time the agent spends on one message with `chats` open.
  private func effort(_ chats: Int) -> Double {
    composeTime + (chats > 1 ? switchingTime : 0)
  }

  /// The desk with `chats` always open, from 1 to 1,000,000.
  ///
  /// Mean value analysis (Reiser and Lavenberg 1980): a message finds what a desk with one chat less
  /// has waiting. No factorials, so stable for any number of chats.
  /// - Complexity: O(chats).
  package func measures(chats: Int) throws(QueueingError) -> TurnTakingMeasures {
    try Require.within(Double(chats), 1...1_000_000, .concurrency)
    let effort = effort(chats)
    var (reply, rate, waiting) = (effort, 0.0, 0.0)
    for open in 1...chats {
      reply = effort * (1 + waiting)
      rate = Double(open) / (reply + thinkPerMessage)
      waiting = rate * reply
    }
    let alone = 1 / (composeTime + thinkPerMessage)
    return TurnTakingMeasures(
      chats: chats, busyShare: rate * effort, replyTime: reply,
      chatDuration: messages * Double(chats) / rate, chatRate: rate / messages,
      throughputMultiple: rate / alone)
  }

  /// Chats beyond which throughput hardly grows while replies get slower: think / compose + 1.
  package var saturation: Double { thinkPerMessage / effort(2) + 1 }
}

/// Long-run averages of one agent with a constant number of open chats.
package struct TurnTakingMeasures: Equatable, Sendable {
  package let chats: Int
  /// Share of time the agent is writing, in [0, 1].
  package let busyShare: Double
  /// Mean time from a customer's message to its answer.
  package let replyTime: Double
  /// Mean time from a chat's start to its end.
  package let chatDuration: Double
  /// Chats finished per unit of time.
  package let chatRate: Double
  /// Chat rate over that of the same desk with one chat open.
  package let throughputMultiple: Double
}
