// SPDX-License-Identifier: GPL-3.0-or-later

package import Plans
import Pricing
import ScenarioFiles
import Randomness
import Scenarios

/// A scenario file as it was read, once; or the text that a face holds itself.
package struct ScenarioSource: Sendable {
  /// As the face gives it.
  package let path: String
  let text: String
  /// Where many scenarios are read from the text; nil composes it each time.
  private var composed: ScenarioFile.Composed?
  /// Whether the scenario may name files that do not lie in its folder.
  private let allowsOutside: Bool

  /// - Parameter allowsOutside: Whether the scenario may name files that do not lie in its folder.
  /// - Throws: `FileProblem.scenario` for a file that cannot be read.
  package init(_ path: String, allowsOutside: Bool = false) throws(ApplicationError) {
    self.path = path
    self.allowsOutside = allowsOutside
    text = try reading(path) { () throws(ScenarioFileError) in try ScenarioFile.text(of: path) }
  }

  /// - Parameter path: What stands for the file in messages; a history is looked for beside it.
  package init(text: String, path: String) {
    self.path = path
    self.text = text
    allowsOutside = false
  }

  /// The same, whose YAML is read once however many scenarios come of it.
  ///
  /// - Throws: What is wrong with the YAML.
  func composedOnce() throws(ApplicationError) -> ScenarioSource {
    var source = self
    source.composed = try reading(path) { () throws(ScenarioFileError) in
      try ScenarioFile.Composed(text, path: path)
    }
    return source
  }

  /// The scenario, or every mistake of its file.
  package func scenario(
    overrides: [(path: String, value: String)] = []
  ) throws(ApplicationError) -> PlannedScenario {
    try reading(path) { () throws(ScenarioFileError) in
      if let composed {
        return try ScenarioFile.parse(
          composed, path: path, overrides: overrides, allowsOutside: allowsOutside)
      }
      return try ScenarioFile.parse(
        text: text, path: path, overrides: overrides, allowsOutside: allowsOutside)
    }
  }

  /// The contract, where the file is one on its own.
  func contract(
    overrides: [(path: String, value: String)]
  ) throws(ApplicationError) -> Contract? {
    guard ContractFile.isContract(text) else { return nil }
    return try reading(path) { () throws(ScenarioFileError) in
      try ContractFile.parse(text: text, fileName: path, overrides: overrides)
    }
  }

  /// FNV-1a over the file's bytes, the settings and the records of histories: names the question,
  /// guards against mix-ups.
  func fingerprint(_ settings: [String], _ scenario: PlannedScenario) -> String {
    var hash = FNV(hashing: text)
    hash.add(settings.joined(separator: "\n"))
    for stream in scenario.demand + scenario.plans.flatMap(\.staffing.background) {
      switch stream.source {
      case .seasonal: continue
      case .history(let history): hash.add(history.records)
      case .forecast(let paths):
        for number in paths.counts.indices { hash.add(.counts(paths.path(number))) }
      }
    }
    let digits = String(hash.hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension FNV {
  fileprivate mutating func add(_ records: HistoryRecords) {
    switch records {
    case .arrivals(let log):
      for time in log.times { add(time.bitPattern) }
      add(log.types.joined(separator: "\n"))
      for type in log.typeIndices { add(UInt64(type)) }
    case .counts(let log):
      for start in log.starts { add(UInt64(bitPattern: Int64(start))) }
      for count in log.counts { add(UInt64(bitPattern: Int64(count))) }
    }
  }
}

/// Runs a reader of YAML files.
func reading<Value>(
  _ path: String, _ body: () throws(ScenarioFileError) -> Value
) throws(ApplicationError) -> Value {
  do throws(ScenarioFileError) {
    return try body()
  } catch {
    throw .file(path, .scenario(error))
  }
}
