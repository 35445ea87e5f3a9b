// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Plans
package import Pricing
import Scenarios
import Wording

/// A file that names what can be billed: a contract on its own, or a scenario with one in each plan.
package enum ContractFile: Equatable, Sendable {
  case contract(Contract)
  case scenario(PlannedScenario)

  /// Reads and checks a file's text; a contract is named after it.
  ///
  /// A file is a scenario if it has `plans`. Otherwise it holds what a plan has under `contract`: a
  /// mapping with `clauses`, a list of clauses, or one clause.
  ///
  /// - Parameters:
  ///   - overrides: Values that replace those of the file, by path.
  ///   - allowsOutside: Whether a scenario may name files that do not lie in its folder.
  /// - Throws: every problem that could be seen at once.
  package static func read(
    _ text: String, path: String, overrides: [(path: String, value: String)] = [],
    allowsOutside: Bool = false
  ) throws(ScenarioFileError) -> ContractFile {
    guard try YAMLNode.compose(text, file: path)["plans"] == nil else {
      return .scenario(
        try ScenarioFile.parse(
          text: text, path: path, overrides: overrides, allowsOutside: allowsOutside))
    }
    return .contract(try parse(text: text, fileName: path, overrides: overrides))
  }

  /// Whether a text is plainly a contract on its own and no scenario, however faulty.
  package static func isContract(_ text: String) -> Bool {
    guard let root = try? YAMLNode.compose(text, file: "") else { return false }
    if case .sequence = root.content { return true }
    return (root["clauses"] ?? root["kind"]) != nil
      && ["plans", "horizon", "demand"].allSatisfy { root[$0] == nil }
  }

  /// Reads and checks the text of a contract.
  ///
  /// - Throws: every problem that could be seen at once.
  package static func parse(
    text: String, fileName: String, overrides: [(path: String, value: String)] = []
  ) throws(ScenarioFileError) -> Contract {
    var root = try YAMLNode.compose(text, file: fileName)
    let reading = Reading(file: fileName, baseDirectory: ".")
    reading.apply(overrides, to: &root)
    let name = URL(fileURLWithPath: fileName).lastPathComponent
    let base = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    var contract = form(of: root).read(root, reading)
    contract?.name = base.isEmpty ? name : base
    if let contract, reading.problems.isEmpty { reading.check(contract, at: "") }
    guard let contract, reading.problems.isEmpty else {
      throw reading.error
    }
    return contract
  }

  /// One clause may stand alone as a mapping with its `kind`.
  private static func form(of root: YAMLNode) -> Form<Contract> {
    root["kind"] == nil ? Form<Contract>.contract : Form<Contract>.singleClause
  }
}

extension Reading {
  /// Reports what is wrong with a contract at its place in the file.
  ///
  /// A contract may be written as a bare list of clauses, whose paths then begin at the contract, or as
  /// a single clause, whose own path is the contract's.
  func check(_ contract: Contract, at path: String) {
    let list = "clauses"
    let isMapping = isWritten(path.isEmpty ? list : "\(path).\(list)")
    for problem in contract.validate() {
      var place = problem.path
      if place.hasPrefix(list), !isMapping { place.removeFirst(list.count) }
      if !path.isEmpty { place = place.hasPrefix("[") ? path + place : "\(path).\(place)" }
      report(at: place, found: problem.foundInWords, allowed: problem.rule.allowedInWords)
    }
  }
}
