// SPDX-License-Identifier: GPL-3.0-or-later

import Plans
import Pricing
import ScenarioFiles
import Scenarios
import Testing

@Suite struct SizingFileTests {
  private let staffing = "    staffing:\n      - {group: team, shift: day, agents: 2}\n"

  /// The tiny shop with a target, under a plan of these lines of YAML.
  private func sized(_ lines: String, contract: String = "contract: seats") -> String {
    tiny.replacing(
      staffing,
      with: "    staffing:\n" + lines.split(separator: "\n").map { "      \($0)\n" }.joined()
    )
    .replacing("contract: seats", with: contract)
    .replacing(
      "shifts:\n",
      with: "service_targets: [{measure: abandonment, at_most: 5 %, scope: every_month}]\nshifts:\n"
    )
    .replacing("end: 2026-01-31", with: "end: 2026-03-31")
  }

  private func read(_ text: String) throws -> StaffingPlan {
    try ScenarioFile.parse(text: text).plans[0].staffing
  }

  @Test func `sizes by month and line`() throws {
    let staffing = try read(
      sized(
        """
        fewest: {by: month, lines: {early: {from: 1, to: 4}, day: {from: 2, to: 6}}}
        lines:
          - {name: early, group: team, shift: 09:00-12:00}
          - {group: team, shift: [day]}
        """))
    #expect(
      staffing.sizing
        == Sizing(
          subject: .lines([
            SizedLine(name: "early", range: 1...4), SizedLine(name: "day", range: 2...6),
          ]), range: 1...6, periods: .months))
    #expect(staffing.lines.map(\.sizingName) == ["early", "day"])
  }

  @Test func `a group as before keeps its meaning`() throws {
    let staffing = try read(
      sized("fewest: {group: team, from: 1, to: 4}\nlines: [{group: team, shift: day}]"))
    #expect(staffing.sizing == Sizing(subject: .group("team"), range: 1...4))
    #expect(staffing.sizing?.isUniform == true)
  }

  @Test func `an unknown line is named with those that there are`() {
    #expect(
      messages(
        sized(
          "fewest: {by: month, lines: {night: {from: 1, to: 4}}}\n"
            + "lines: [{group: team, shift: day}]")
      ).contains { $0.contains("found no line night, allowed day.") })
  }

  @Test func `periods that overlap or leave a gap are refused`() {
    let lines = "lines: [{group: team, shift: day}]"
    let gap = sized(
      "fewest: {group: team, from: 1, to: 4, by: {a: 2026-01-01/2026-01-31, b: "
        + "2026-03-01/2026-03-31}}\n" + lines)
    #expect(
      messages(gap).contains {
        $0.contains(
          "plans.seats.staffing.fewest.by: found 2026-02-01 in no period, allowed periods that hold "
            + "every day of the horizon once.")
      })
    let overlap = sized(
      "fewest: {group: team, from: 1, to: 4, by: {a: 2026-01-01/2026-02-28, b: "
        + "2026-02-01/2026-03-31}}\n" + lines)
    #expect(messages(overlap).contains { $0.contains("found 2026-02-01 in a + b") })
  }

  @Test func `a period off the first of a month needs seats by the day`() {
    let by =
      "fewest: {group: team, from: 1, to: 4, by: {a: 2026-01-01/2026-02-09, b: "
      + "2026-02-10/2026-03-31}}\nlines: [{group: team, shift: day}]"
    #expect(
      messages(sized(by)).contains {
        $0.contains("found a period from 2026-02-10, allowed the first of a month")
      })
    let daily = "contract: {clauses: [{kind: seats, seat_terms: {step: day}}]}"
    #expect(messages(sized(by, contract: daily)) == [])
  }

  @Test func `written seats that break a minimum term are refused`() {
    let lines = """
      lines:
        - {group: team, shift: [day], agents: 2}
        - {name: more, group: team, shift: [day], agents: 3, dates: 2026-02-01/2026-02-28}
      """
    let terms = "contract: {clauses: [{kind: seats, seat_terms: {minimum_term: 2 months}}]}"
    #expect(
      messages(sized(lines, contract: terms)) == [
        "scenario.yaml:18: plans.seats.staffing: found 2 seats from 2026-03-01, allowed at least 3 "
          + "then, by seat_terms: notice to add 0 days, notice to return 1 month, minimum term 2 "
          + "months."
      ])
    #expect(messages(sized(lines)) == [])
  }

  @Test func `agreed seats that are returned before the notice are refused`() {
    let terms =
      "contract: {clauses: [{kind: seats, agreed_seats: 3, seat_changes: [{added: 2, from: "
      + "2026-02-01}, {returned: 2, last_day: 2026-02-28}], seat_terms: {notice_to_return: 3 months}}]}"
    #expect(
      messages(sized("- {group: team, shift: day, agents: 2}", contract: terms)).contains {
        $0.contains("found 3 seats from 2026-03-01, allowed at least")
      })
  }

  @Test func `shrinkage and absence on one line are refused`() {
    #expect(
      messages(
        changed(["agents: 2}": "agents: 2, shrinkage: 10 %, absence: 5 %}"])
      ).contains { $0.contains("found shrinkage and absence on one line") })
  }

  @Test(arguments: ["shrinkage", "absence"])
  func `nobody at all is no share of absence`(_ key: String) {
    #expect(
      messages(changed(["agents: 2}": "agents: 2, \(key): 100 %}"])).contains {
        $0.contains("\(key): found \"100 %\", allowed 0 to 0.9")
      })
  }

  @Test func `the line of a pool has no size by month`() {
    let pool = """
      fewest: {by: month, lines: {day: {from: 1, to: 4}}}
      shared_pool: {group: team, shift: day, background_demand: {daily_mean: 100}}
      """
    #expect(
      messages(sized(pool, contract: "contract: tiered")).contains {
        $0.contains("fewest.lines.day: found ")
      })
  }

  @Test func `planned shifts come of the lines, of a design, or of the contract`() throws {
    let lines = try read(sized("planned: true\nlines: [{group: team, shift: day}]"))
    #expect(lines.sizing == .planned && lines.sizing?.isUniform == false)
    #expect(lines.lines.count == 1 && lines.design == nil)
    let design = try read(sized("planned: true\ndesign: {supplies: [{group: team}]}"))
    #expect(design.sizing == .planned && design.lines.isEmpty)
    let alone = try read(
      sized("lines: [{group: team, shift: day}]").replacing(
        "staffing:\n      lines: [{group: team, shift: day}]\n", with: "staffing: planned\n"))
    #expect(alone.design?.supplies.map(\.group) == ["team"])
    #expect(alone.design?.supplies.map(\.engagement) == [.dedicated])
  }

  @Test func `a setting of planned keeps who is written, as those who may be booked`() throws {
    let fewest = sized("fewest: {group: team, from: 1, to: 4}\nlines: [{group: team, shift: day}]")
    let list = tiny.replacing(
      "shifts:\n", with: "service_targets: [{measure: abandonment, at_most: 5 %}]\nshifts:\n")
    for text in [fewest, list] {
      let staffing = try ScenarioFile.parse(
        text: text, overrides: [("plans.seats.staffing", "planned")]
      ).plans[0].staffing
      #expect(staffing.sizing == .planned)
      #expect(staffing.lines.map(\.group) == ["team"])
    }
  }

  @Test func `planned is refused without targets, beside fewest and in a shared pool`() {
    let line = "lines: [{group: team, shift: day}]"
    #expect(
      messages(sized("planned: true\nfewest: {group: team, from: 1, to: 4}\n" + line)).contains {
        $0.contains("found planned beside fewest, allowed one of them")
      })
    #expect(
      messages(
        sized("planned: true\n" + line).replacing(
          "service_targets: [{measure: abandonment, at_most: 5 %, scope: every_month}]\n", with: "")
      ).contains { $0.contains("plans.seats.staffing: found planned without service_targets") })
    #expect(
      messages(
        sized(
          "planned: true\nshared_pool: {group: team, shift: day, background_demand: "
            + "{daily_mean: 100}}", contract: "contract: tiered")
      ).contains {
        $0.contains(
          "plans.seats.staffing: found planned in a shared pool, allowed dedicated or own seats only"
        )
      })
  }

  @Test func `planned alone asks for people where the contract does not say whom`() {
    let alone = sized("lines: [{group: team, shift: day}]").replacing(
      "staffing:\n      lines: [{group: team, shift: day}]\n", with: "staffing: planned\n")
    let two = alone.replacing(
      "agent_groups:\n", with: "agent_groups:\n  other: {skills: [sale]}\n")
    #expect(
      messages(two).contains {
        $0.contains("found planned alone, with several agent groups, allowed lines or a design")
      })
    #expect(
      messages(alone.replacing("contract: seats", with: "contract: tiered")).contains {
        $0.contains("found planned alone, with a contract that bills nobody")
      })
  }
}
