// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Calendars
package import Tables
import Wording

/// What is needed to repeat a run, and what it wrote: `manifest.json`.
///
/// Everything but the block `run` is the same whenever the same question is asked.
package struct Manifest: Equatable, Sendable {
  /// The program and its build.
  package struct Product: Equatable, Sendable {
    package var version: String
    /// Commit of its sources; empty where nobody knows.
    package var revision: String

    package init(version: String, revision: String) {
      self.version = version
      self.revision = revision
    }
  }

  /// The scenario that was simulated.
  package struct Scenario: Equatable, Sendable {
    package var name: String
    /// Names the question: of the file's text, the settings and the records of histories.
    package var hash: String
    package var horizon: DateSpan
    /// IANA zone of every date and time of the files.
    package var timeZone: String
    package var seed: UInt64
    package var replications: Int

    package init(
      name: String, hash: String, horizon: DateSpan, timeZone: String, seed: UInt64,
      replications: Int
    ) {
      self.name = name
      self.hash = hash
      self.horizon = horizon
      self.timeZone = timeZone
      self.seed = seed
      self.replications = replications
    }
  }

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

  package var product: Product
  package var command: String
  /// Arguments that repeat the run, those that do not change the result left out.
  package var arguments: [String]
  /// Nil where nothing was simulated.
  package var scenario: Scenario?
  /// IANA zone of the times in the files, where it is not the scenario's.
  package var timeZone: String?
  /// In the order in which the command names them, the main one first.
  package var inputs: [InputRecord]
  /// Nil where nothing of a particular run is to be told.
  package var run: Run?
  /// What only one command has to say.
  package var further: [JSONValue.Member]

  package init(
    product: Product, command: String, arguments: [String], scenario: Scenario? = nil,
    timeZone: String? = nil, inputs: [InputRecord], run: Run?, further: [JSONValue.Member] = []
  ) {
    self.product = product
    self.command = command
    self.arguments = arguments
    self.scenario = scenario
    self.timeZone = timeZone
    self.inputs = inputs
    self.run = run
    self.further = further
  }

  package var version: String { product.version }

  /// What the run is about: its scenario, or the command alone.
  var title: String { scenario?.name ?? command }

  func json(files: [String]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema_version", .integer(CSVSchema.version)),
      .init("product", "inquiry-planner"),
      .init("version", .string(product.version)),
      .init("revision", product.revision.isEmpty ? .null : .string(product.revision)),
      .init("command", .string(command)),
      .init("arguments", .strings(arguments)),
    ]
    if let scenario {
      members += [
        .init(
          "scenario",
          [
            "name": .string(scenario.name), "hash": .string(scenario.hash),
            "first_day": .string(scenario.horizon.first.description),
            "last_day": .string(scenario.horizon.last.description),
            "time_zone": .string(scenario.timeZone),
          ]),
        // As text: JSON readers keep only 53 bits of a number.
        .init("seed", .string(String(scenario.seed))),
        .init("replications", .integer(scenario.replications)),
        .init("confidence_level", .number(0.95)),
      ]
    }
    if let timeZone { members.append(.init("time_zone", .string(timeZone))) }
    members += [
      .init("inputs", .array(inputs.map(Self.json))),
      .init("files", .strings(files)),
    ]
    members += further
    if let run {
      members.append(
        .init(
          "run",
          [
            "started_at": .string(run.startedAt),
            "seconds": .optional(Double(Decimals.fixed(run.seconds, places: 3))),
            "threads": .integer(run.threads),
          ]))
    }
    return .object(members)
  }

  private static func json(_ input: InputRecord) -> JSONValue {
    [
      "name": .string(input.name), "bytes": .optional(input.bytes),
      "sha256": input.sha256.map { .string($0) } ?? .null,
      "text": input.text.map { .string($0) } ?? .null,
    ]
  }
}
