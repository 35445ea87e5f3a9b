// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// What a search for people to hold or book is asked with.
struct SearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A plan; may be repeated. Default: every plan whose people are the shop's to book."))
  var plan: [String] = []

  @Option(
    help: ArgumentHelp(
      "How surely the targets must be kept, as 90%. Default: as the targets say, else in the mean.")
  )
  var confidence: String?

  @Option(help: "Gap to the cheapest at which a choice of people is good enough, as 1%.")
  var gap = "1%"

  @Option(help: "Seconds that one choice of people may take; what was found by then is used.")
  var seconds = 60.0

  func validate() throws {
    if !(0.01...86_400).contains(seconds) {
      throw ValidationError("--seconds", found: seconds, allowed: "0.01 to 86400")
    }
    _ = try leastConfidence
    _ = try largestGap
  }

  var leastConfidence: Double? {
    get throws { try share(confidence, "--confidence", in: 0.5...0.99) }
  }

  var largestGap: Double {
    get throws { try share(gap, "--gap", in: 0...0.5) ?? 0.01 }
  }

  /// To repeat the run.
  var arguments: [String] {
    var arguments = ["--gap", gap, "--seconds", "\(seconds)"]
    for name in plan { arguments += ["--plan", name] }
    if let confidence { arguments += ["--confidence", confidence] }
    return arguments
  }
}
