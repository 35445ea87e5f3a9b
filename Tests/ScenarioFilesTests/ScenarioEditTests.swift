// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Plans
import ScenarioFiles
import Scenarios
import Testing

struct ScenarioEditTests {
  private let text = StarterScenario.text

  /// Lines of the new text that the old one does not have at their place.
  private func changed(_ old: String, _ new: String) -> [String] {
    let before = old.split(separator: "\n", omittingEmptySubsequences: false)
    let after = new.split(separator: "\n", omittingEmptySubsequences: false)
    let difference = after.difference(from: before)
    return difference.insertions.compactMap {
      if case .insert(_, let line, _) = $0 { String(line) } else { nil }
    }
  }

  @Test func `a number is replaced and its line's comment stays`() throws {
    let next = try ScenarioEdit.set("seed", to: "7", in: text)
    #expect(
      changed(text, next) == ["seed: 7                             # same seed, same customers"])
    #expect(next.utf8.count == text.utf8.count)
  }

  @Test func `a value in a flow mapping is replaced where it stands`() throws {
    let next = try ScenarioEdit.set("service_targets[0].at_least", to: "85 %", in: text)
    #expect(
      changed(text, next) == [
        "  - {measure: service_level, within: 60 s, at_least: 85 %, scope: every_month}"
      ])
  }

  @Test func `a list is replaced as it is typed and the comment behind it stays`() throws {
    let next = try ScenarioEdit.set(
      "agent_groups.team.concurrency", to: "[1, 0.8, 0.6, 0.5, 0.4]", in: text)
    #expect(
      changed(text, next) == [
        "    concurrency: [1, 0.8, 0.6, 0.5, 0.4]   # speed of each chat with 1 … 5 open"
      ])
  }

  @Test func `a new key goes where the schema has it`() throws {
    let next = try ScenarioEdit.set("refund_share", to: "20 %", in: text)
    #expect(next.contains("gross_margin: 45 %\nrefund_share: 20 %\n"))
    let flow = try ScenarioEdit.set("demand.busyness.slot_variance", to: "0.03", in: text)
    #expect(
      flow.contains(
        "busyness: {shape: 50, correlation: 0.6, slot_variance: 0.03}   # how days differ"))
    let first = try ScenarioEdit.set("plans.seats.title", to: "Seats", in: text)
    #expect(first.contains("    title: Seats\n"))
  }

  @Test func `a new key in a part that is not there brings the part along`() throws {
    let next = try ScenarioEdit.set("routing.specialists_first", to: "true", in: text)
    #expect(next.contains("routing: {specialists_first: true}"))
    #expect(try ScenarioFile.parse(text: next).routing.specialistsFirst)
  }

  @Test func `words that YAML would read otherwise are put into quotation marks`() throws {
    for word in ["a: b", "# none", "- x", "yes & no", "[", "it's", "\"", "50% {off}"] {
      guard let next = try? ScenarioEdit.set("summary", to: word, in: text) else {
        #expect(word == "[" || word == "\"")
        continue
      }
      #expect(try ScenarioFile.parse(text: next).summary == word)
    }
  }

  @Test func `every field of every scenario can be written back without changing anything`()
    throws
  {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    #expect(!names.isEmpty)
    for name in names {
      let text = try ScenarioFile.text(of: folder.appending(path: name).path)
      let form = try #require(FilledForm.of(text))
      let written = form.fields.filter { $0.text != nil }
      #expect(written.count > 50)
      for field in written where field.kind != .structure {
        do throws(EditProblem) {
          let next = try ScenarioEdit.set(field.path, to: field.text ?? "", in: text)
          // A text of several lines comes back on one.
          #expect(next == text || field.key == "summary", "\(name): \(field.path)")
        } catch {
          // Behind an anchor one is asked first.
          guard case .shared = error else { throw error }
        }
      }
    }
  }

  @Test func `a value behind an anchor is asked about, changed everywhere or only here`() throws {
    let text = """
      demand:
        daily_mean: &mean 100   # both
      other:
        daily_mean: *mean
      """
    #expect(
      throws: EditProblem.shared(path: "demand.daily_mean", anchor: "mean", places: 2)
    ) { try ScenarioEdit.set("demand.daily_mean", to: "200", in: text) }
    #expect(
      throws: EditProblem.shared(path: "other.daily_mean", anchor: "mean", places: 2)
    ) { try ScenarioEdit.set("other.daily_mean", to: "200", in: text) }
    let everywhere = try ScenarioEdit.set(
      "other.daily_mean", to: "200", in: text, sharing: .everywhere)
    #expect(everywhere == text.replacing("&mean 100", with: "&mean 200"))
    let here = try ScenarioEdit.set("other.daily_mean", to: "200", in: text, sharing: .here)
    #expect(here == text.replacing("*mean", with: "200"))
  }

  @Test func `a block that is replaced leaves the comments behind it`() throws {
    let text = "a:\n  b: 1  # one\n  c: 2\n# of d\nd: 3\n"
    #expect(
      try ScenarioEdit.set("a", to: "{b: 2}", in: text) == "a: {b: 2}\n# of d\nd: 3\n")
  }

  @Test func `Chinese text and line ends of Windows stay as they are`() throws {
    let text = "name: 服装旗舰店  # 名称\r\nseed: 1\r\n"
    #expect(
      try ScenarioEdit.set("seed", to: "2", in: text) == "name: 服装旗舰店  # 名称\r\nseed: 2\r\n")
    #expect(
      try ScenarioEdit.set("name", to: "鞋店", in: text) == "name: 鞋店  # 名称\r\nseed: 1\r\n")
  }

  @Test func `a text that is no YAML, a place that is not there and half a bracket are refused`() {
    #expect(throws: EditProblem.notYAML) { try ScenarioEdit.set("a", to: "1", in: "a: [") }
    #expect(throws: EditProblem.noPlace("a[3]")) {
      try ScenarioEdit.set("a[3]", to: "1", in: "a: [1, 2]")
    }
    #expect(throws: EditProblem.noPlace("a.b")) {
      try ScenarioEdit.set("a.b", to: "1", in: "a: 5")
    }
    #expect(throws: EditProblem.badValue("[1")) { try ScenarioEdit.set("a", to: "[1", in: "a: 5") }
  }

  @Test func `settings written into the text read as they do on the command line`() throws {
    let values = [
      ("demand.daily_mean", "300"), ("demand.growth_per_year", "20 %"),
      ("plans.seats.contract.clauses[0].monthly_price", "5200.50"), ("refund_share", "0.1"),
    ]
    let next = try ScenarioEdit.set(values, in: text)
    #expect(
      try ScenarioFile.parse(text: next)
        == ScenarioFile.parse(text: text, overrides: values.map { (path: $0.0, value: $0.1) }))
  }

  @Test func `the form tells value, range, default and a slider of each number`() throws {
    let form = try #require(FilledForm.of(text))
    let fields = Dictionary(form.fields.map { ($0.path, $0) }) { first, _ in first }
    let mean = try #require(fields["demand.daily_mean"])
    #expect(mean.text == "120" && mean.kind == .number && mean.minimum == 0)
    #expect(mean.slide?.low == 0 && mean.slide?.high == 500 && mean.slide?.suffix == "")
    let margin = try #require(fields["gross_margin"])
    #expect(margin.kind == .share && margin.slide?.suffix == " %")
    #expect(margin.slide?.low == 0 && margin.slide?.high == 100)
    let refund = try #require(fields["refund_share"])
    #expect(refund.text == nil && refund.standard == "0")
    #expect(fields["closed_hours"]?.choices == ["lost", "wait_until_open"])
    #expect(FilledForm.of("a: [") == nil)
  }
}
