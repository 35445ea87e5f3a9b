// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Wording

/// What only the chats one by one can tell.
struct ObservationOptions: ParsableArguments {
  @Flag(
    help: """
      states.csv and agent_days.csv too: shares of time with 0, 1, 2 … customers waiting and chats in \
      hand; hours, chats and utilisation by agent and day. Every replication is then simulated twice.
      """)
  var states = false

  @Flag(
    help: """
      errors.csv too: every figure by type, month, day, time of day, interval and group, and every \
      quantile of the waits, with its standard error. Every replication is then simulated twice.
      """)
  var errors = false

  var isAsked: Bool { states || errors }

  /// Refuses what would be seen nowhere.
  func requirePlace(hasFolder: Bool, _ format: OutputFormat) throws {
    guard !hasFolder, format == .table else { return }
    for (name, isAsked) in [("--states", states), ("--errors", errors)] where isAsked {
      throw ValidationError(saying: "\(name) needs --output or --format json.")
    }
  }

  var arguments: [String] { (states ? ["--states"] : []) + (errors ? ["--errors"] : []) }
}
