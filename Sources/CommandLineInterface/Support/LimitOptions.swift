// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Reporting
import Wording

/// What a scenario may ask for: files outside its folder, and memory.
struct LimitOptions: ParsableArguments {
  @Flag(
    name: .customLong("allow-outside"),
    help: "Let the scenario name files that do not lie in its folder.")
  var allowsOutside = false

  @Option(
    name: .customLong("limit-memory"), parsing: .unconditional,
    help: "GB that a run may be estimated to need; a larger one is refused at once. Default: 4.")
  var gigabytes: Double?

  func validate() throws {
    if let gigabytes, !(0.1...1_000_000).contains(gigabytes) {
      throw ValidationError("--limit-memory", found: gigabytes, allowed: "0.1 to 1000000")
    }
  }

  var memoryLimit: Double { gigabytes.map { $0 * 1e9 } ?? RunLoad.memoryLimit }

  /// To repeat the run.
  var arguments: [String] {
    (allowsOutside ? ["--allow-outside"] : [])
      + (gigabytes.map { ["--limit-memory", Decimals.shortest($0)] } ?? [])
  }

  func source(_ path: String) throws(ApplicationError) -> ScenarioSource {
    try ScenarioSource(path, allowsOutside: allowsOutside)
  }
}
