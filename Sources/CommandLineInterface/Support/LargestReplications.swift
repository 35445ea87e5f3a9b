// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// How far replications may be added while it is open whether a target is met.
struct LargestReplications: ParsableArguments {
  @Option(
    name: .customLong("largest-replications"), parsing: .unconditional,
    help: ArgumentHelp(
      "Most replications that may be added to tell whether a target is met. Default: four times the "
        + "replications; as many as --replications adds none."))
  var largestReplications: Int?

  func validate() throws {
    if let largestReplications, !(1...1_000_000).contains(largestReplications) {
      throw ValidationError(
        "--largest-replications: found \(largestReplications), allowed 1 to 1000000.")
    }
  }

  var arguments: [String] {
    largestReplications.map { ["--largest-replications", String($0)] } ?? []
  }
}
