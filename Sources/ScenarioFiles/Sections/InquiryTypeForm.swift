// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Scenarios
import Wording

extension Form<InquiryType> {
  /// An inquiry type without its name. Defaults are those of an ordinary consumer chat.
  static let inquiryType = Form.object("inquiry_type") { f in
    let handling = f.optional(
      "handling", Form<Distribution>.work,
      "Working time of one chat if the agent holds it alone. Left out: lognormal, 480 s, cv 0.66.")
    let messages = f.optional(
      "messages", Form<MessageExchange>.messageExchange,
      "Simulate each message instead of one handling time.")
    let patience = f.value(
      "patience", Form<Distribution>.distribution, default: .exponential(mean: 360),
      "How long a customer waits for the first answer. Left out: exponential, 6 min.")
    let balking = f.value(
      "balking", Form<Double>.share(), default: 0,
      "Share of customers who leave at once if nobody is free; abandoned after no wait.")
    let firstReplyDelay = f.value(
      "first_reply_delay", Form<Distribution>.finite, default: .deterministic(7),
      "From a free slot to the first reply. Left out: 7 s.")
    let wrapUp = f.value(
      "wrap_up", Form<Distribution>.finite, default: .deterministic(0),
      "Work after the chat that still holds the slot; with `messages` the agent writes to others meanwhile."
    )
    let conversion = f.value(
      "conversion", Form<Double>.share(), default: 0,
      "Share of answered inquiries that become an order.")
    let orderValue = f.value(
      "order_value", Form<Money>.money(), default: .zero, "Value of such an order.")
    let priority = f.value(
      "priority", Form<Int>.integer(1...100), default: 1,
      "Smaller is served first under priority routing.")
    let waitWeight = f.value(
      "wait_weight", Form<Double>.positive(upTo: 1e6), default: 1,
      "Weight of a second of waiting under longest_weighted_wait routing.")
    let replyTarget = f.value(
      "reply_target", Form<Seconds>.seconds(1...86_400), default: 180,
      "When the first reply is due under due_date routing.")
    let silent = f.optional(
      "silent_abandonment", Form<SilentAbandonment>.silentAbandonment,
      "Customers who leave without a word, so that an agent still opens the chat.")
    if f.has("handling"), f.has("messages") {
      f.reading?.report(found: "both handling and messages", allowed: "one of them")
    }
    let service =
      messages.map(ServiceProcess.messages)
      ?? .conversation(handling: handling ?? .lognormal(mean: 480, cv: 0.66))
    return InquiryType(
      name: "", service: service, patience: patience.withBalking(balking),
      firstReplyDelay: firstReplyDelay,
      wrapUp: wrapUp, conversion: conversion, orderValue: orderValue, priority: priority,
      waitWeight: waitWeight, replyTarget: replyTarget, silentAbandonment: silent)
  }
}

extension Form<SilentAbandonment> {
  fileprivate static let silentAbandonment = Form.object("silent_abandonment") { f in
    SilentAbandonment(
      share: f.value(
        "share", Form<Double>.share(), default: 0.5, "Share of the leavers who do not tell."),
      idleClose: f.value(
        "idle_close", Form<Seconds>.seconds(1...86_400), default: 120,
        "How long the slot is held before the agent closes the chat."))
  }
}

extension Form<MessageExchange> {
  fileprivate static let messageExchange = Form.object("messages") { f in
    MessageExchange(
      agentMessages: f.value(
        "agent_messages", Form<TurnCount>.turnCount, default: .geometric(mean: 8),
        "Number of agent messages. Left out: geometric, mean 8."),
      composing: f.value(
        "composing", Form<Distribution>.work, default: .exponential(mean: 20),
        "Composing one agent message. Left out: exponential, 20 s."),
      thinking: f.value(
        "thinking", Form<Distribution>.finite, default: .exponential(mean: 40),
        "From an agent's message to the customer's next. Left out: exponential, 40 s."),
      switchingCost: f.value(
        "switching_cost", Form<Seconds>.seconds(0...3600), default: 0,
        "Added to composing while the agent holds more than one chat."),
      closing: f.value(
        "closing", Form<Distribution>.finite, default: .deterministic(0),
        "From the last agent message until the slot is free."),
      messagesARound: f.value(
        "messages_a_round", Form<Double>.number(1...100), default: 1,
        "Mean number of messages that a customer writes before an answer; the agent answers when the "
          + "last is written."),
      messageGap: f.value(
        "message_gap", Form<Distribution>.finite, default: MessageExchange.usualGap,
        "Between two messages of a round. Left out: exponential, 15 s."),
      attentionDelay: f.value(
        "attention_delay", Form<Distribution>.finite, default: .deterministic(0),
        "From the last message of a round until an agent looks at it, however idle; he may write to "
          + "others meanwhile. Left out: none."))
  }
}

extension Form<TurnCount> {
  /// A whole number is fixed; a mapping names the law.
  fileprivate static let turnCount = Form.scalar(
    Form<Int>.integer(1...1000).map { .fixed($0) },
    orElse: .variants(
      "turn_count", by: "distribution",
      [("fixed", fixed), ("geometric", geometric), ("negative_binomial", negativeBinomial)]))

  @Sendable private static func fixed(_ f: Fields) -> TurnCount? {
    f.required("value", Form<Int>.integer(1...1000), "Messages.").map { .fixed($0) }
  }

  @Sendable private static func geometric(_ f: Fields) -> TurnCount? {
    f.required("mean", Form<Double>.number(1...1000), "Mean, 1 or more.")
      .map { .geometric(mean: $0) }
  }

  @Sendable private static func negativeBinomial(_ f: Fields) -> TurnCount? {
    let mean = f.required("mean", Form<Double>.number(1...1000), "Mean, 1 or more.")
    let shape = f.required(
      "shape", Form<Double>.number(0.001...1_000_000), "Shape; smaller varies more.")
    guard let mean, let shape else { return nil }
    return .negativeBinomial(mean: mean, shape: shape)
  }
}
