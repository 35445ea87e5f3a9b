// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios
import Scorecards

extension MessageFit {
  /// Where the log tells nothing of a law the program's own stands for it.
  func exchange(attention: SampleLaw) -> MessageExchange {
    func law(_ law: Law?, _ standard: Distribution) -> Distribution {
      law.map { .lognormal(mean: $0.mean, cv: $0.cv) } ?? standard
    }
    func law(_ law: SampleLaw) -> Distribution {
      .empirical(values: law.values, weights: law.weights)
    }
    return MessageExchange(
      agentMessages: .geometric(mean: max(1, observed.roundsAChat)),
      composing: law(composing, .exponential(mean: 20)),
      thinking: law(thinking, .exponential(mean: 40)),
      messagesARound: max(1, observed.messagesARound),
      messageGap: gap.map(law) ?? MessageExchange.usualGap, attentionDelay: law(attention))
  }

  /// For an inquiry type of a scenario, with how much data each figure has.
  func block(attention: SampleLaw) -> String {
    func text(_ value: Double) -> String {
      guard value >= 1000 else { return String(format: "%.3g", locale: nil, value) }
      return String(format: "%.0f", locale: nil, value)
    }
    func line(_ key: String, _ law: Law?, of what: String) -> String {
      guard let law else { return "  # \(key): too few \(what) in the log" }
      return "  \(key): {distribution: lognormal, mean: \(text(law.mean)) s, cv: \(text(law.cv))}"
        + "  # \(law.count) \(what)"
    }
    func lines(_ key: String, _ law: SampleLaw?, of what: String) -> [String] {
      guard let law else { return ["  # \(key): too few \(what) in the log"] }
      func list(_ values: [Double]) -> String {
        "[" + values.map(text).joined(separator: ", ") + "]"
      }
      return [
        "  \(key):  # \(law.count) \(what); seconds, mean \(text(law.mean))",
        "    distribution: empirical",
        "    values: " + list(law.values),
      ] + (law.isEven ? [] : ["    weights: " + list(law.weights)])
    }
    var all = [
      "messages:",
      "  agent_messages: {distribution: geometric, mean: \(text(max(1, observed.roundsAChat)))}"
        + "  # \(observed.chats) chats",
      line(
        "composing", composing,
        of: "messages that follow an own one" + (writing == nil ? "" : ", by length")),
    ]
    if let writing {
      let (low, high) = (text(writing.interval.lowerBound), text(writing.interval.upperBound))
      all.append(
        "  # against length: \(text(writing.base)) s and \(text(writing.aCharacter)) s a character"
          + " (95 %: \(low) to \(high))")
    }
    all.append(line("thinking", thinking, of: "pauses of customers"))
    all.append(
      "  messages_a_round: \(text(max(1, observed.messagesARound)))  # \(observed.count) rounds")
    all += lines("message_gap", gap, of: "gaps in rounds")
    all += lines("attention_delay", attention, of: "replies, found by simulation")
    return all.joined(separator: "\n") + "\n"
  }
}
