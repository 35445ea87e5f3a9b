// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Foundation
import Reporting
import Tables
import Testing
import Wording

struct DecisionDocumentTests {
  private var outcome: DecideUseCase.Outcome {
    let first = CivilDate(unchecked: 2026, 3, 2)
    let sizes: [(advice: Int, kept: Bool, hindsight: Int?)] = [
      (6, true, 5), (5, false, 6), (7, true, nil), (6, true, 6),
    ]
    return DecideUseCase.Outcome(
      plan: "seats",
      decisions: sizes.enumerated().map { index, size in
        let start = first.advanced(by: 7 * index)
        return Decision(
          days: DateSpan(unchecked: start, start.advanced(by: 6)),
          choices: [
            .init(rule: .advice, size: size.advice, isKept: size.kept),
            .init(rule: .peakLoad, size: 9, isKept: true),
          ], hindsight: size.hindsight)
      })
  }

  @Test func `rows of rules are those of decisions, added up`() throws {
    let folder = try OutputFolder(path: NSTemporaryDirectory() + "decisions-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let manifest = Manifest(
      product: .init(version: "1", revision: ""), command: "backtest", arguments: [], inputs: [],
      run: .init(startedAt: "", seconds: 0, threads: 1))
    let written = try DecisionDocuments.write(
      outcome, manifest: manifest, to: folder, options: DocumentOptions())
    #expect(Set(written.names) == Set(DecisionDocuments.names + ["datapackage.json"]))
    func rows(_ name: String) throws -> [[String]] {
      try String(contentsOfFile: folder.place(of: name), encoding: .utf8)
        .split(separator: "\r\n").dropFirst()
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    }
    let decisions = try rows("decisions.csv")
    #expect(decisions.count == 8)
    for rule in try rows("decision-rules.csv") {
      let own = decisions.filter { $0[3] == rule[0] }
      #expect(rule[1] == "\(own.count)")
      #expect(rule[2] == "\(own.count { $0[5] == "true" })")
      let judged = own.filter { !$0[6].isEmpty }.compactMap { row in
        Double(row[4]).flatMap { size in Double(row[6]).map { (size, $0) } }
      }
      let excess = judged.reduce(0) { $0 + $1.0 } / judged.reduce(0) { $0 + $1.1 } - 1
      #expect(abs((Double(rule[5]) ?? .nan) - excess) < 1e-6)
    }
  }

  @Test(arguments: Language.allCases)
  func `the page sets what was kept against what it took`(language: Language) throws {
    let folder = try OutputFolder(path: NSTemporaryDirectory() + "decisions-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let manifest = Manifest(
      product: .init(version: "1", revision: ""), command: "backtest", arguments: [], inputs: [],
      run: .init(startedAt: "", seconds: 0, threads: 1))
    try DecisionDocuments.write(
      outcome, manifest: manifest, to: folder, options: DocumentOptions(language: language))
    let page = try String(
      contentsOfFile: folder.place(of: DecisionDocuments.pageName), encoding: .utf8)
    #expect(page.contains("<svg") && page.contains("3/4"))
  }

  @Test func `a document has the rows of the files`() {
    guard case .object(let members) = DecisionDocuments.json(outcome) else {
      Issue.record("not an object")
      return
    }
    #expect(members.map(\.name) == ["schema_version", "decisions", "rules"])
  }
}
