// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Plans
import ScenarioFiles
import Scenarios
import Tables
import Testing
import Wording

@Suite struct YAMLTests {
  @Test(arguments: ["", "# only a comment\n", "---\n"])
  func `an empty file is refused`(_ text: String) {
    #expect(messages(text).count == 1)
    #expect(messages(text).first?.contains("found ") == true)
  }

  @Test func `a list or a word is not a scenario`() {
    #expect(
      messages("- a\n- b\n") == [
        "scenario.yaml:1: found a list, allowed a mapping (scenario)."
      ])
    #expect(messages("hello").count == 1)
  }

  @Test func `a key written twice is refused with both lines`() {
    #expect(
      messages(changed(["  daily_mean: 40": "  daily_mean: 40\n  daily_mean: 50"])) == [
        "scenario.yaml:9: daily_mean: found a key written twice (first on line 8), "
          + "allowed each key once."
      ])
  }

  @Test func `a tab in the indentation is refused`() {
    #expect(
      messages(changed(["  daily_mean: 40": "\tdaily_mean: 40"])) == [
        "scenario.yaml:8: found a tab in the indentation, allowed spaces only."
      ])
  }

  @Test func `brackets that are not closed are refused`() {
    let found = messages(changed(["skills: [sale]": "skills: [sale"]))
    #expect(found.count == 1)
    #expect(found.first?.contains("text that is not YAML") == true)
  }

  @Test func `aliases that multiply are refused before they fill the memory`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    #expect(messages(text).first?.contains("more than 200000 values") == true)
  }

  @Test func `anchors and merge keys are understood`() throws {
    let text = changed([
      "    staffing:": "    title: A\n    staffing: &roster",
      "    contract: seats":
        "    contract: seats\n  again:\n    staffing: *roster\n    contract: seats",
    ])
    let scenario = try ScenarioFile.parse(text: text)
    #expect(scenario.plans.map(\.name) == ["seats", "again"])
    #expect(scenario.plans[0].staffing == scenario.plans[1].staffing)
    let merged = try read([
      "  team:\n    skills: [sale]\n    chat_limit: 3":
        "  team: &team\n    skills: [sale]\n    chat_limit: 3\n  fast: {<<: *team, chat_limit: 5}"
    ])
    #expect(merged.agentGroups.map(\.chatLimit) == [3, 5])
    #expect(merged.agentGroups[1].skills == merged.agentGroups[0].skills)
  }

  @Test func `JSON is read as YAML`() throws {
    let json = """
      {"name": "Tiny", "horizon": {"start": "2026-01-01", "end": "2026-01-31"},
       "service_window": "09:00-17:00", "closed_hours": "lost",
       "inquiry_types": {"sale": {"handling": 480, "conversion": 0.1, "order_value": 100}},
       "demand": {"daily_mean": 40}, "agent_groups": {"team": {"skills": ["sale"], "chat_limit": 3}},
       "shifts": {"day": "09:00-17:00"},
       "plans": {"seats": {"staffing": [{"group": "team", "shift": "day", "agents": 2}],
                           "contract": "seats"}}}
      """
    #expect(try ScenarioFile.parse(text: json) == ScenarioFile.parse(text: tiny))
  }

  @Test func `an override replaces, adds and reaches into lists`() throws {
    let scenario = try ScenarioFile.parse(
      text: tiny,
      overrides: [
        ("demand.daily_mean", "800"), ("experiment.replications", "77"),
        ("plans.seats.staffing[0].agents", "9"),
      ])
    guard case .seasonal(let demand) = scenario.demand[0].source else {
      Issue.record("a modelled stream was expected")
      return
    }
    #expect(demand.dailyMean == 800)
    #expect(scenario.experiment.replications == 77)
    #expect(scenario.plans[0].staffing.lines[0].agents == 9)
  }

  @Test func `an override may be a list, a mapping, quoted text or a path`() throws {
    let scenario = try ScenarioFile.parse(
      text: tiny,
      overrides: [
        ("service_targets", "[{measure: mean_wait, at_most: 90 s}]"),
        ("plans.seats.staffing", "[{group: team, shift: day, agents: 4}]"),
        ("name", "\"a, b: c\""), ("summary", "../a..b.csv"),
      ])
    #expect(scenario.serviceTargets.count == 1)
    #expect(scenario.plans[0].staffing.lines.map(\.agents) == [4])
    #expect(scenario.name == "a, b: c")
    #expect(scenario.summary == "../a..b.csv")
    let none = try ScenarioFile.parse(
      text: tiny + "\nservice_targets: [{measure: mean_wait, at_most: 90 s}]",
      overrides: [("service_targets", "[]")])
    #expect(none.serviceTargets.isEmpty)
  }

  @Test func `a mistake in an override is told with the override, not with a line`() {
    do throws(ScenarioFileError) {
      _ = try ScenarioFile.parse(text: tiny, overrides: [("demand.daily_mean", "-5")])
      Issue.record("a negative rate was accepted")
    } catch {
      #expect(
        error.description
          == "--set demand.daily_mean=-5: demand.daily_mean: found -5, allowed 0 to 10000000.")
    }
  }

  @Test func `an override that leads nowhere is refused`() {
    #expect(throws: ScenarioFileError.self) {
      try ScenarioFile.parse(text: tiny, overrides: [("plans.seats.staffing[4].agents", "9")])
    }
    #expect(throws: ScenarioFileError.self) {
      try ScenarioFile.parse(text: tiny, overrides: [("demand.daly_mean", "9")])
    }
  }

  @Test func `files that are missing, folders, binary or huge are refused`() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("scenario-files-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let binary = folder.appendingPathComponent("binary.yaml")
    try Data([0xFF, 0xFE, 0x00, 0xC3, 0x28]).write(to: binary)
    let huge = folder.appendingPathComponent("huge.yaml")
    try Data(repeating: UInt8(ascii: "#"), count: ReadingLimits.scenario.bytes + 1).write(to: huge)
    let missing = folder.appendingPathComponent("missing.yaml")
    for (url, found) in [
      (missing, "no such file"), (folder, "a folder"), (binary, "text that is not UTF-8"),
      (huge, "more than 10 MB"),
    ] {
      do throws(ScenarioFileError) {
        _ = try ScenarioFile.load(url.path)
        Issue.record("\(url.lastPathComponent) was accepted")
      } catch {
        #expect(error.problems.map(\.found.english) == [found])
      }
    }
  }
}
