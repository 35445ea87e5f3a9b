// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Foundation
import Measures
import Planning
import Reporting
import Tables
import Testing
import Wording

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ExplorationReportTests {
  /// Two assumptions of the sample's first two plans, and a frontier of three points.
  private func exploration() async throws -> Exploration {
    let comparison = try await SampleComparison.make()
    let names = comparison.plans.map(\.name)
    func point(_ cost: Double, _ share: Double) -> FrontierPoint {
      FrontierPoint(
        plan: names[0], source: .size(2), cost: cost, service: share,
        netResult: cost * share, answer: .met)
    }
    return Exploration(
      comparison: comparison, favourite: names[0], span: 0.1,
      tornado: [
        TornadoRow(
          assumption: .price(plan: names[1], clause: "a <b>"), leadAtLow: -120, leadAtHigh: 800,
          cheapestAtLow: names[1], cheapestAtHigh: names[0]),
        TornadoRow(assumption: .volume, leadAtLow: 300, leadAtHigh: 400),
      ],
      surface: nil, hybrids: [], providers: [],
      frontier: Frontier.marked([point(100, 0.5), point(200, 0.4), point(300, 0.9)]))
  }

  @Test func `what moves the lead and what is efficient is told in either language`() async throws {
    let exploration = try await exploration()
    let english = ExplorationText(exploration, style: NumberStyle(.english)).text()
    #expect(english.contains("−10%"))
    #expect(english.contains("-120"))
    #expect(english.components(separatedBy: "service and net").count == 3, "two of three")
    let chinese = ExplorationText(exploration, style: NumberStyle(.chinese)).text()
    #expect(chinese.contains("什么会改变"))
    #expect(chinese.split(separator: "\n").allSatisfy { $0.utf8.count < 400 })
  }

  @Test func `the folder has a file for every part, its page and its manifest`() async throws {
    let folder = try OutputFolder(path: NSTemporaryDirectory() + "explore-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    let exploration = try await exploration()
    let comparison = exploration.comparison
    let manifest = Manifest(
      product: .init(version: "1", revision: ""), command: "explore", arguments: [],
      scenario: .init(
        name: comparison.scenarioName, hash: comparison.scenarioHash, horizon: comparison.horizon,
        timeZone: "Asia/Shanghai", seed: comparison.seed, replications: comparison.replications),
      inputs: [],
      run: Manifest.Run(startedAt: "", seconds: 0, threads: 1))
    let names = try ExplorationDocuments.write(
      exploration, manifest: manifest, to: folder, options: DocumentOptions()
    ).names
    #expect(
      names == [
        "comparison.csv", "risk.csv", "tornado.csv", "frontier.csv", "exploration.html",
        "datapackage.json", "manifest.json",
      ])
    let tornado = try String(contentsOfFile: folder.place(of: "tornado.csv"), encoding: .utf8)
    #expect(tornado.split(whereSeparator: \.isNewline).count == 3)
    let page = try String(contentsOfFile: folder.place(of: "exploration.html"), encoding: .utf8)
    let body = page.replacingOccurrences(of: "<!DOCTYPE html>\n", with: "")
    #expect(XMLParser(data: Data(body.utf8)).parse())
    #expect(page.contains("a &lt;b&gt;") && !page.contains("a <b>"))
    // A tornado and two frontiers.
    #expect(page.components(separatedBy: "role=\"img\"").count - 1 == 3)
    #expect(
      page.components(separatedBy: "</svg>").count == page.components(separatedBy: "<svg").count)
  }
}
