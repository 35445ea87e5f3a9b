// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// From a scenario to shifts, and from shifts to people.
struct PlanningTests {
  /// Own staff by day, and helpers by the shift of whom hardly anybody is needed.
  static let shop = """
    name: Tea
    seed: 3
    horizon: {start: 2026-06-01, end: 2026-06-30}
    service_window: {open: 10:00, close: 18:00}
    closed_hours: lost
    inquiry_types:
      question:
        handling: {distribution: exponential, mean: 5 min}
        patience: {distribution: exponential, mean: 4 min}
    demand: {daily_mean: 60, mix: {question: 100 %}}
    agent_groups:
      team: {skills: [question], chat_limit: 2, concurrency: [1, 0.9]}
      helpers: {skills: [question], chat_limit: 2, concurrency: [1, 0.9], speed: 0.2}
    shifts: {day: 10:00-18:00}
    service_targets: [{measure: service_level, within: 60 s, at_least: 60 %}]
    plans:
      own:
        staffing:
          lines:
            - {group: team, shift: day, agents: 1, engagement: own}
            - {group: helpers, shift: day, agents: 1, engagement: short_term, dates: [2026-06-08/2026-06-14]}
          design:
            supplies:
              - {group: team, engagement: own, lengths: [8 h], unpaid_break: 30 min, notice_days: 45}
              - {group: helpers, engagement: short_term, lengths: [8 h], dates: [2026-06-08/2026-06-14]}
        contract:
          clauses:
            - {kind: in_house, group: team, wage: 4500}
            - {kind: shifts, group: helpers, ordinary_price: 900}
    experiment: {replications: 10}
    """

  @Test func `a plan's people are those of its files, and a roster names them`() throws {
    let folder = try Folder()
    let path = try folder.write("tea.yaml", Self.shop)
    let run = try Program.run(
      "plan", path, "--dates", "2026-06-08/2026-06-14", "--output", folder.path("out"))
    // Helpers are dear and slow: their clause bills nobody, and is no reason to refuse.
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let bookings = try folder.rows("out/staff-bookings.csv")
    let cover = try folder.rows("out/roster-cover.csv")
    func people(_ rows: [[String: String]]) -> Int {
      rows.reduce(0) { $0 + (Int($1["people"] ?? "") ?? 0) }
    }
    #expect(people(bookings) == people(cover))
    #expect(people(cover) >= 7)
    #expect(Set(bookings.map { $0["book_by"] }) == ["2026-04-17"])
    #expect(bookings.allSatisfy { $0["is_notice_assumed"] == "false" })
    // Half an hour of eight is without pay.
    let names = (0..<people(cover)).map { "\($0),2700" }
    let staff = try folder.write(
      "staff.csv", (["name,most_minutes"] + names).joined(separator: "\n"))
    let roster = try Program.run(
      "roster", "make", folder.path("out/roster-cover.csv"), "--shifts",
      folder.path("out/roster-shifts.csv"), "--staff", staff, "--output", folder.path("roster"))
    #expect(roster.status == 0, "\(roster.errors)")
    #expect(try folder.rows("roster/roster.csv").count == people(cover))
    let check = try Program.run(
      "roster", "check", folder.path("roster/roster.csv"), "--shifts",
      folder.path("out/roster-shifts.csv"), "--staff", staff)
    #expect(check.status == 0, "\(check.errors)")
  }

  @Test func `the same plan is the same bytes on one thread and on two`() throws {
    let folder = try Folder()
    let path = try folder.write("tea.yaml", Self.shop)
    let runs = try ["1", "2"].map {
      try Program.run("plan", path, "--dates", "2026-06-08", "--threads", $0, "--format", "json")
    }
    #expect(runs[0].status == 0)
    #expect(runs[0].output == runs[1].output)
  }

  @Test func `days outside the horizon and shares that are none are refused in both languages`()
    throws
  {
    let folder = try Folder()
    let path = try folder.write("tea.yaml", Self.shop)
    let outside = try Program.run("plan", path, "--dates", "2026-07")
    #expect(outside.status == 64 && outside.errors.contains("2026-06-01/2026-06-30"))
    let chinese = try Program.run("plan", path, "--gap", "90%", "--lang", "zh")
    #expect(chinese.status == 64 && chinese.errors.contains("90%"))
  }
}
