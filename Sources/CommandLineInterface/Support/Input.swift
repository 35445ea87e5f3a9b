// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import Plans
import Pricing
import Reporting
import ScenarioFiles
import Scenarios

/// A scenario file as it was read, once.
struct ScenarioSource {
  /// As the command line gives it.
  let path: String
  private let text: String

  init(_ path: String) throws(CommandFailure) {
    self.path = path
    text = try reading { () throws(ScenarioFileError) in try ScenarioFile.text(of: path) }
  }

  /// The scenario, or every mistake, one a line.
  func scenario(overrides: [(path: String, value: String)]) throws(CommandFailure)
    -> PlannedScenario
  {
    try reading { () throws(ScenarioFileError) in
      try ScenarioFile.parse(text: text, path: path, overrides: overrides)
    }
  }

  /// The contract, where the file is one on its own.
  func contract(
    overrides: [(path: String, value: String)]
  ) throws(CommandFailure) -> Contract? {
    guard ContractFile.isContract(text) else { return nil }
    return try reading { () throws(ScenarioFileError) in
      try ContractFile.parse(text: text, fileName: path, overrides: overrides)
    }
  }

  /// FNV-1a over the file's bytes, the settings and the records of histories: names the question,
  /// guards against mix-ups.
  func fingerprint(_ settings: [String], _ scenario: PlannedScenario) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ value: UInt64) { hash = (hash ^ value) &* 0x100_0000_01b3 }
    for part in [text, settings.joined(separator: "\n")] {
      for byte in part.utf8 { mix(UInt64(byte)) }
    }
    for stream in scenario.demand + scenario.plans.flatMap(\.staffing.background) {
      guard case .history(let history) = stream.source else { continue }
      switch history.records {
      case .arrivals(let log):
        for time in log.times { mix(time.bitPattern) }
        for byte in log.types.joined(separator: "\n").utf8 { mix(UInt64(byte)) }
        for type in log.typeIndices { mix(UInt64(type)) }
      case .counts(let log):
        for start in log.starts { mix(UInt64(bitPattern: Int64(start))) }
        for count in log.counts { mix(UInt64(bitPattern: Int64(count))) }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The text of a CSV file.
func loadText(_ path: String) throws(CommandFailure) -> String {
  var isFolder: ObjCBool = false
  guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
    throw CommandFailure(status: .noInput, message: "\(path): no such file.")
  }
  // A file handle reads pipes as well.
  guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path),
    let data = try? handle.readToEnd() ?? Data()
  else {
    throw CommandFailure(
      status: .noInput,
      message: isFolder.boolValue
        ? "\(path): a folder, not a file." : "\(path): cannot be read.")
  }
  guard let text = String(data: data, encoding: .utf8) else {
    throw CommandFailure(
      status: .badData,
      message: "\(path): not UTF-8; save it as \"CSV UTF-8\" in the spreadsheet program.")
  }
  return text
}

/// Runs a reader of YAML files and turns its failure into a message and a status.
func reading<Value>(
  _ body: () throws(ScenarioFileError) -> Value
) throws(CommandFailure) -> Value {
  do throws(ScenarioFileError) {
    return try body()
  } catch {
    // A file that cannot be read has no line to blame.
    let unreadable = error.problems.allSatisfy { $0.line == nil && $0.path.isEmpty }
    throw CommandFailure(
      status: unreadable ? .noInput : .badData, message: error.description)
  }
}
