// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Tables
import Wording

/// What is needed to repeat a run, and what it wrote: `manifest.json`.
///
/// Everything but the block `run` is the same whenever the same question is asked.
package struct Manifest: Equatable, Sendable {
  /// Facts of one particular run.
  package struct Run: Equatable, Sendable {
    /// ISO 8601 with offset.
    package var startedAt: String
    /// Wall-clock seconds.
    package var seconds: Double
    package var threads: Int

    package init(startedAt: String, seconds: Double, threads: Int) {
      self.startedAt = startedAt
      self.seconds = seconds
      self.threads = threads
    }
  }

  /// Version of the product.
  package var version: String
  package var command: String
  /// Arguments that repeat the run, those that do not change the result left out.
  package var arguments: [String]
  package var scenarioName: String
  package var scenarioHash: String
  package var seed: UInt64
  package var replications: Int
  package var horizon: DateSpan
  package var run: Run

  package init(
    version: String, command: String, arguments: [String], scenarioName: String,
    scenarioHash: String, seed: UInt64, replications: Int, horizon: DateSpan, run: Run
  ) {
    self.version = version
    self.command = command
    self.arguments = arguments
    self.scenarioName = scenarioName
    self.scenarioHash = scenarioHash
    self.seed = seed
    self.replications = replications
    self.horizon = horizon
    self.run = run
  }

  func json(files: [String]) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "product": "inquiry-planner",
      "version": .string(version),
      "command": .string(command),
      "arguments": .strings(arguments),
      "scenario": [
        "name": .string(scenarioName), "hash": .string(scenarioHash),
        "first_day": .string(horizon.first.description),
        "last_day": .string(horizon.last.description),
      ],
      // As text: JSON readers keep only 53 bits of a number.
      "seed": .string(String(seed)),
      "replications": .integer(replications),
      "confidence_level": .number(0.95),
      "files": .strings(files),
      "run": [
        "started_at": .string(run.startedAt),
        "seconds": .optional(Double(Decimals.fixed(run.seconds, places: 3))),
        "threads": .integer(run.threads),
      ],
    ]
  }
}
