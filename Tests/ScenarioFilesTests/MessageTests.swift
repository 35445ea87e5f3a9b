// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Testing

@Suite struct MessageTests {
  @Test func `the tiny scenario is accepted`() {
    #expect(messages(tiny) == [])
  }

  @Test func `a number out of range names line, path, value and bounds`() {
    #expect(
      messages(changed(["chat_limit: 3": "chat_limit: 0"])) == [
        "scenario.yaml:12: agent_groups.team.chat_limit: found 0, allowed 1 to 64."
      ])
  }

  @Test(arguments: [
    ("daily_mean: 40", "daily_mean: 4,800", "demand.daily_mean: found 4,800, allowed 4800 without"),
    (
      "order_value: 100", "order_value: \"1,200.50 yuan\"",
      "inquiry_types.sale.order_value: found \"1,200.50 yuan\", allowed 1200.50 yuan without"
    ),
    (
      "order_value: 100", "order_value: 1,200",
      "inquiry_types.sale.order_value: found 1,200 with a comma, which parts entries here, "
        + "allowed 1200 without"
    ),
  ])
  func `a comma between thousands is told how to be written`(
    _ old: String, _ new: String, _ message: String
  ) {
    let found = messages(changed([old: new]))
    #expect(found.count == 1)
    #expect(found.first?.hasSuffix("\(message) a comma.") == true, "\(found)")
  }

  @Test(arguments: [
    ("order_value: 100", "order_value: 10000000001"),
    (
      "contract: seats",
      "contract: {clauses: [{kind: minimum_charge, monthly_minimum: 10000000000000}]}"
    ),
    ("contract: seats", "contract: {clauses: [{kind: seats, monthly_price: 10000000.000001}]}"),
  ])
  func `an amount that no invoice could bear is refused where it is written`(
    _ old: String, _ new: String
  ) {
    let found = messages(changed([old: new]))
    #expect(found.contains { $0.contains("allowed 0 to 10000000") }, "\(found)")
  }

  @Test(arguments: [
    ("nowhere.at.all", "nowhere: found an unknown key"),
    ("plans.other.title", "plans.other: found no key staffing"),
    ("demand.daily_mean.x", "no such place to set"),
  ])
  func `a setting that leads nowhere is blamed itself, and no line of the file`(
    _ path: String, _ words: String
  ) {
    let refusal = #expect(throws: ScenarioFileError.self) {
      try ScenarioFile.parse(text: tiny, overrides: [(path, "1")])
    }
    let found = refusal?.problems ?? []
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.file == "--set \(path)=1" && $0.line == nil })
    #expect(found.contains { $0.description.contains(words) }, "\(found)")
  }

  @Test func `an unknown key is answered with the nearest one`() {
    #expect(
      messages(changed(["chat_limit: 3": "chat_limt: 3"])) == [
        "scenario.yaml:12: agent_groups.team.chat_limt: found an unknown key, allowed skills, "
          + "chat_limit, concurrency, speed, conversion_factor, weight. Did you mean chat_limit?"
      ])
  }

  @Test func `an unknown name is answered with the nearest one`() {
    #expect(
      messages(changed(["group: team,": "group: taem,"])) == [
        "scenario.yaml:18: plans.seats.staffing[0].group: found unknown agent group taem, "
          + "allowed team. Did you mean team?"
      ])
  }

  @Test(arguments: ["-3", ".nan", ".inf", "0x10", "1e999", "many", "''", "[40]"])
  func `a rate is a plain number of zero or more`(_ written: String) {
    let found = messages(changed(["daily_mean: 40": "daily_mean: \(written)"]))
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("scenario.yaml:8: demand.daily_mean: found ") == true)
    #expect(found.first?.hasSuffix("allowed 0 to 10000000.") == true)
  }

  @Test func `a horizon that ends before it starts is refused`() {
    #expect(
      messages(changed(["end: 2026-01-31": "end: 2025-12-31"])) == [
        "scenario.yaml:2: horizon.end: found 2025-12-31, allowed 2026-01-01 or later."
      ])
  }

  @Test(arguments: ["2026-02-30", "2026-1-31", "31.01.2026", "20260131"])
  func `a date that the calendar does not have is refused`(_ date: String) {
    #expect(
      messages(changed(["2026-01-31": date])) == [
        "scenario.yaml:2: horizon.end: found \(date), allowed a date such as 2026-11-11."
      ])
  }

  @Test func `a share above one is refused`() {
    #expect(
      messages(changed(["conversion: 10 %": "conversion: 110 %"])) == [
        "scenario.yaml:6: inquiry_types.sale.conversion: found \"110 %\", "
          + "allowed 0 to 1, or 0 % to 100 %."
      ])
  }

  @Test func `money has at most two decimals`() {
    #expect(
      messages(changed(["order_value: 100": "order_value: 99.999"])) == [
        "scenario.yaml:6: inquiry_types.sale.order_value: found 99.999, "
          + "allowed 0 to 10000000000 yuan with at most two decimals."
      ])
  }

  @Test func `a missing key is named with what it holds`() {
    #expect(
      messages(changed(["\n    skills: [sale]": ""])).first
        == "scenario.yaml:10: agent_groups.team: found no key skills, "
        + "allowed skills: a list of 1 to 1000, or a mapping of inquiry types.")
  }

  @Test func `an empty shift is refused`() {
    #expect(
      messages(changed(["day: 09:00-17:00": "day: {start: 09:00, end: 09:00}"])).first
        == "scenario.yaml:14: shifts.day: found an empty shift 09:00–09:00, "
        + "allowed an end that differs from the start.")
  }

  @Test func `overlapping shifts on one line are refused`() {
    #expect(
      messages(changed(["shift: day,": "shift: [day, 16:00-24:00],"])) == [
        "scenario.yaml:18: plans.seats.staffing[0].shift: found overlapping shifts "
          + "day (09:00–17:00) and 16:00–24:00, "
          + "allowed shifts that do not overlap; write overlapping shifts as two lines."
      ])
  }

  @Test func `several mistakes are reported at once, in the order of the file`() {
    let text = changed([
      "end: 2026-01-31": "end: 2025-01-31", "daily_mean: 40": "daily_mean: -1",
      "chat_limit: 3": "chat_limit: 99", "shift: day,": "shift: dya,",
    ])
    let lines = messages(text).map { $0.split(separator: ":")[1] }
    #expect(lines == ["2", "8", "12", "18"])
  }

  @Test func `shares of inquiry types sum to one`() {
    #expect(
      messages(changed(["daily_mean: 40": "daily_mean: 40\n  mix: {sale: 90 %}"])) == [
        "scenario.yaml:9: demand.mix: found shares that sum to 0.9, allowed shares that sum to 1."
      ])
  }

  @Test func `an unknown promotion is answered with those that are dated`() {
    let found = messages(
      changed(["daily_mean: 40": "daily_mean: 40\n  promotions: [{preset: double_10}]"]))
    #expect(found.count == 1)
    #expect(found.first?.contains("demand.promotions[0].preset: found double_10, allowed") == true)
    #expect(found.first?.contains("Did you mean double_1") == true)
  }

  @Test func `a history that is not there is named`() {
    let found = messages(changed(["daily_mean: 40": "history: {file: nowhere.csv}"]))
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("scenario.yaml:8: demand.history.file: found no such file") == true)
    #expect(found.first?.contains("nowhere.csv") == true)
  }

  @Test func `names for readers are one line, and what a terminal would obey is not repeated`() {
    let found = messages(
      changed([
        "    seats:\n": "    seats:\n", "  seats:\n": "  seats:\n    title: \"a\\nb\\e[31m\"\n",
      ]))
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        "found \"a\\nb\\u{1B}[31m\", allowed one line of at most 200 visible characters that does not "
          + "begin with = + - @.")
        == true, "\(found)")
  }

  @Test(arguments: ["=cmd", "+1", "-a", "@b"])
  func `a key that a spreadsheet would take for a formula is refused`(_ name: String) {
    let found = messages(changed(["  seats:\n": "  \"\(name)\":\n"]))
    #expect(found.first?.contains("the name \"\(name)\"") == true, "\(found)")
  }

  @Test(arguments: ["=HYPERLINK(1)", "+1", "-a", "@b"])
  func `a title that a spreadsheet would take for a formula is refused`(_ title: String) {
    let found = messages(changed(["  seats:\n": "  seats:\n    title: \"\(title)\"\n"]))
    #expect(found.count == 1)
    #expect(found.first?.contains("plans.seats.title: found \"\(title)\"") == true, "\(found)")
  }

  @Test func `a roster that cannot be read is blamed once, not the contract that bills it`() {
    #expect(
      messages(
        changed([
          "      - {group: team, shift: day, agents: 2}":
            "      lines: [{group: team, shift: day, agents: 0}]"
        ])) == [
          "scenario.yaml:18: plans.seats.staffing.lines[0].agents: found 0, allowed 1 to 10000."
        ])
    #expect(
      messages(
        changed([
          "      - {group: team, shift: day, agents: 2}":
            "      shared_pool: {group: team, shift: day, background_demand: {daily_mean: -1}}",
          "contract: seats": "contract: shifts",
        ])) == [
          "scenario.yaml:18: plans.seats.staffing.shared_pool.background_demand.daily_mean: "
            + "found -1, allowed 0 to 10000000."
        ])
  }

  @Test func `a part that is missing is blamed once, not the names that it would define`() {
    let noGroups = changed(["agent_groups:\n  team:": "agent_group:\n  team:"])
    #expect(
      messages(noGroups).map { $0.split(separator: "found ")[1].prefix(20) } == [
        "no key agent_groups,", "an unknown key, allo",
      ])
    let noTypes = changed(["inquiry_types:\n": "inquiry_typ:\n"])
    #expect(
      messages(noTypes).map { $0.split(separator: "found ")[1].prefix(21) } == [
        "no key inquiry_types,", "an unknown key, allow",
      ])
  }
}
