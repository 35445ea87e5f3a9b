// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Foundation
import Scorecards
import Wording

/// Reply rules by which the simulated chats of every plan are graded.
struct ScorecardOptions: ParsableArguments {
  @Option(
    help: """
      Grade every plan's chats by a reply rule, as jd.first30s, or by a platform's rules; may be repeated. \
      Every replication is then simulated twice.
      """,
    completion: .list(RuleBook.presets.entries.map(\.key)))
  var rule: [String] = []

  @Option(
    help: "CSV of the shop's own reply rules, beside those of platforms.", completion: .tables)
  var rules: String?

  func validate() throws {
    if rules != nil, rule.isEmpty { throw ValidationError(saying: "--rules needs --rule.") }
  }

  var choice: RuleChoice { RuleChoice(rule, ownRules: rules) }

  var arguments: [String] {
    var arguments = rule.flatMap { ["--rule", $0] }
    if let rules { arguments += ["--rules", URL(fileURLWithPath: rules).lastPathComponent] }
    return arguments
  }
}
