// SPDX-License-Identifier: GPL-3.0-or-later

import Plans
import Pricing
import ScenarioFiles
import Scenarios
import Testing

@Suite struct CheckTests {
  private let coverage =
    "allowed an agent with the skill in every open hour in which inquiries arrive, or "
    + "unstaffed: allow."

  @Test func `an open hour without staff is refused`() {
    #expect(
      messages(changed(["day: 09:00-17:00": "day: 09:00-16:00"])) == [
        "scenario.yaml:17: plans.seats.staffing: found nobody for sale on 2026-01-01 "
          + "from 16:00 to 17:00, \(coverage)"
      ])
  }

  @Test func `an hour without staff is one mistake, whatever types are missed in it`() {
    #expect(
      messages(
        changed([
          "sale: {handling": "return: {handling: 480 s}\n  sale: {handling",
          "daily_mean: 40": "daily_mean: 40\n  mix: {sale: 0.5, return: 0.5}",
          "skills: [sale]": "skills: [sale, return]", "day: 09:00-17:00": "day: 09:00-16:00",
        ])) == [
          "scenario.yaml:19: plans.seats.staffing: found nobody for return, sale on 2026-01-01 "
            + "from 16:00 to 17:00, \(coverage)"
        ])
  }

  @Test func `an eight-hour team leaves the evenings uncovered (F28)`() {
    #expect(
      messages(changed(["service_window: 09:00-17:00": "service_window: 09:00-24:00"])) == [
        "scenario.yaml:17: plans.seats.staffing: found nobody for sale on 2026-01-01 "
          + "from 17:00 to 24:00, \(coverage)"
      ])
  }

  @Test func `a weekday without staff is refused`() {
    #expect(
      messages(changed(["agents: 2}": "weekdays: [mon, tue, wed, thu, fri]}"])) == [
        "scenario.yaml:17: plans.seats.staffing: found nobody for sale on 2026-01-03 "
          + "from 09:00 to 17:00, \(coverage)"
      ])
  }

  @Test func `an open hour without demand needs no staff`() {
    let night = Array(repeating: "0", count: 10) + Array(repeating: "1", count: 14)
    let text = changed([
      "service_window: 09:00-17:00": "service_window: 09:00-24:00",
      "day: 09:00-17:00": "day: 10:00-24:00",
      "daily_mean: 40": "daily_mean: 40\n  profile: [\(night.joined(separator: ", "))]",
    ])
    #expect(messages(text) == [])
  }

  @Test func `a night shift covers the morning of the next day`() {
    let text = changed([
      "service_window: 09:00-17:00": "service_window: 00:00-24:00",
      "day: 09:00-17:00": "day: 08:00-22:00",
      "agents: 2}": "agents: 2}\n      - {group: team, shift: 22:00-08:00}",
    ])
    // The horizon's first morning belongs to the shift of the evening before.
    #expect(messages(text) == [])
  }

  @Test func `demand in closed hours needs a rule`() {
    #expect(
      messages(changed(["closed_hours: lost\n": ""])) == [
        "scenario.yaml:1: closed_hours: found no rule, though inquiries arrive on 2026-01-01 "
          + "from 00:00 to 09:00, allowed lost or wait_until_open."
      ])
  }

  @Test
  func `messages of the night need a rule that keeps them, and may leave their patience open`()
    throws
  {
    #expect(
      messages(changed(["closed_hours: lost": "closed_hours: lost\novernight: {}"])) == [
        "scenario.yaml:5: overnight: found messages that are not kept, "
          + "allowed closed_hours: wait_until_open with it."
      ])
    let open = try read(["closed_hours: lost": "closed_hours: wait_until_open\novernight: {}"])
    #expect(open.overnight == OvernightMessages())
    #expect(try #require(open.overnight).isAssumed)
    #expect(open.overnight?.patience == .exponential(mean: 14_400))
    let given = try read([
      "closed_hours: lost": "closed_hours: wait_until_open\novernight: {patience: 2 h}"
    ])
    #expect(given.overnight == OvernightMessages(patience: .deterministic(7200)))
    #expect(try #require(given.overnight).isAssumed == false)
    #expect(try read(["closed_hours: lost": "closed_hours: wait_until_open"]).overnight == nil)
  }

  @Test func `of recruiting what is not given stays assumed, whoever is already there`() throws {
    func assumed(_ recruiting: String) throws -> [String] {
      let clause = "{clauses: [{kind: in_house, group: team, wage: 5000\(recruiting)}]}"
      let plan = try #require(try read(["contract: seats": "contract: \(clause)"]).plans.first)
      return plan.contract.clauses[0].assumed.map(\.rawValue).filter { $0.hasPrefix("recruiting") }
    }
    let all = [
      "recruiting.lead_months", "recruiting.training_per_hire", "recruiting.monthly_turnover",
    ]
    #expect(try assumed("") == all)
    #expect(try assumed(", recruiting: {existing_team: 2}") == all)
    #expect(try assumed(", recruiting: {lead_months: 0, monthly_turnover: 3 %}") == [all[1]])
  }

  @Test func `a skill that nobody has is refused`() {
    let text = changed([
      "  sale: {": "  other: {}\n  sale: {", "daily_mean: 40": "daily_mean: 40\n  mix: {sale: 1}",
    ])
    #expect(
      messages(text) == [
        "scenario.yaml:6: inquiry_types.other: found a skill that no agent group has, "
          + "allowed inquiry types named under agent_groups.….skills."
      ])
  }

  @Test func `the fewest seats of a shared pool cannot be sought`() {
    let text = changed([
      "      - {group: team, shift: day, agents: 2}": """
            fewest: {group: team, from: 1, to: 4}
            shared_pool: {group: team, shift: day, background_demand: {daily_mean: 100}}
      """,
      "contract: seats": "contract: tiered",
    ])
    #expect(
      messages(text) == [
        "scenario.yaml:18: plans.seats.staffing.fewest: found fewest beside a shared pool, allowed "
          + "dedicated or own seats only, as a provider's pool is not the shop's to size."
      ])
  }

  @Test func `tiers with a gap are refused`() {
    let text = changed([
      "contract: seats": """
      contract:
            - kind: tiered
              tiers:
                - {up_to: 50, price: 900}
                - {from: 60, up_to: 100, price: 1600}
      """
    ])
    #expect(
      messages(text) == [
        "scenario.yaml:23: plans.seats.contract[0].tiers[1].from: found 60, "
          + "allowed 50, where the bracket before ends, as brackets must meet."
      ])
  }

  @Test func `a contract bills only staff that the plan has`() {
    #expect(
      messages(changed(["contract: seats": "contract: [seats, shifts]"])) == [
        "scenario.yaml:19: plans.seats.contract[1]: found no short_term staff to bill, "
          + "allowed group: dedicated, team, team/dedicated."
      ])
  }

  @Test func `a group cannot be named like an engagement`() {
    let text = tiny.replacing("team", with: "own")
    #expect(
      messages(text).contains(
        "scenario.yaml:10: agent_groups.own: found the name own, "
          + "allowed any other, as contracts use it for a kind of engagement."))
  }

  @Test func `holds lie inside their shift`() {
    let text = changed([
      "day: 09:00-17:00": "day: {start: 09:00, end: 17:00, holds: [10:00-11:00, 10:30-12:00]}"
    ])
    #expect(
      messages(text) == [
        "scenario.yaml:14: shifts.day: found holds 10:00–11:00, 10:30–12:00, "
          + "allowed holds inside 09:00–17:00, in order, not overlapping."
      ])
  }

  @Test func `a shift that is all breaks and holds is refused`() {
    let text = changed([
      "day: 09:00-17:00":
        "day: {start: 09:00, end: 17:00, breaks: [12:00-13:00], holds: [09:00-12:30, 13:00-17:00]}"
    ])
    #expect(
      messages(text) == [
        "scenario.yaml:14: shifts.day: found breaks and holds all through 09:00–17:00, "
          + "allowed some time of the shift in which chats are given."
      ])
  }

  @Test func `breaks lie inside their shift`() {
    let text = changed([
      "day: 09:00-17:00": "day: {start: 09:00, end: 17:00, breaks: [16:30-17:30]}"
    ])
    #expect(
      messages(text) == [
        "scenario.yaml:14: shifts.day: found breaks 16:30–17:30, "
          + "allowed breaks inside 09:00–17:00, in order, not overlapping."
      ])
  }

  @Test(arguments: ["breaks", "holds"])
  func `everybody at lunch at once is refused`(_ pause: String) {
    let text = changed([
      "day: 09:00-17:00": "day: {start: 09:00, end: 17:00, \(pause): [12:00-12:30]}"
    ])
    #expect(
      messages(text) == [
        "scenario.yaml:17: plans.seats.staffing: found everybody for sale on a break or hold on "
          + "2026-01-01 from 12:00 to 12:30, allowed breaks and holds that leave somebody in every "
          + "open half hour, or unstaffed: allow."
      ])
    // One who eats later, a shorter pause, or a word for it.
    #expect(
      messages(
        text.replacing(
          "agents: 2}",
          with: """
            agents: 1}
                  - {group: team, shift: 09:00-17:00, agents: 1}
            """)) == [])
    #expect(messages(text.replacing("12:00-12:30", with: "12:00-12:29")) == [])
    #expect(
      messages(
        text.replacing(
          "      - {group: team, shift: day, agents: 2}",
          with: "      lines: [{group: team, shift: day, agents: 2}]\n      unstaffed: allow"))
        == [])
  }

  @Test func `breaks past midnight leave the night without anybody`() {
    let text = changed([
      "service_window: 09:00-17:00": "service_window: 20:00-26:00",
      "day: 09:00-17:00": "day: {start: 20:00, end: 26:00, breaks: [00:30-01:15]}",
    ])
    #expect(messages(text).count == 1)
    #expect(
      messages(text).first?.contains("on a break or hold on 2026-01-01 from 00:30 to 01:15")
        == true)
  }

  @Test func `hours that no shift covers can be allowed too`() throws {
    let scenario = try ScenarioFile.parse(
      text: changed([
        "day: 09:00-17:00": "day: 09:00-16:00",
        "      - {group: team, shift: day, agents: 2}":
          "      lines: [{group: team, shift: day, agents: 2}]\n      unstaffed: allow",
      ]))
    #expect(scenario.plans[0].staffing.unstaffed == .allow)
  }

  @Test func `a chat limit beyond the speeds is refused, the usual speeds included`() {
    #expect(
      messages(changed(["chat_limit: 3": "chat_limit: 5\n    concurrency: [1, 0.9, 0.8, 0.7]"]))
        == [
          "scenario.yaml:10: agent_groups.team: found chat_limit 5 and 4 speeds, allowed a speed for "
            + "each chat up to chat_limit, or concurrency: {speeds: […], extend: true}."
        ])
    #expect(
      messages(changed(["chat_limit: 3": "chat_limit: 6"])) == [
        "scenario.yaml:10: agent_groups.team: found chat_limit 6 and no concurrency, whose usual "
          + "speeds are 5, allowed a speed for each chat up to chat_limit, or concurrency: "
          + "{speeds: […], extend: true}."
      ])
    #expect(
      messages(changed(["chat_limit: 3": "chat_limit: 64\n    concurrency: independent_of_load"]))
        == [])
  }

  @Test func `speeds are extended by the ratio of the last two, where the file says so`() throws {
    let group = try read([
      "chat_limit: 3": "chat_limit: 4\n    concurrency: {speeds: [1, 0.8], extend: true}"
    ]).agentGroups[0]
    guard case .speeds(let speeds) = group.concurrency else {
      Issue.record("\(group.concurrency)")
      return
    }
    #expect(zip(speeds, [1, 0.8, 0.64, 0.512]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(speeds.count == 4 && group.extrapolatedBeyond == 2)
    let frozen = try read([
      "chat_limit: 3": "chat_limit: 3\n    concurrency: {frozen_at_start: [0.9], extend: true}"
    ]).agentGroups[0]
    #expect(frozen.concurrency == .frozenAtStart([0.9, 0.9, 0.9]))
    // What is long enough is kept, and nothing is assumed.
    let whole = try read([
      "chat_limit: 3": "chat_limit: 2\n    concurrency: {speeds: [1, 0.8, 0.5], extend: true}"
    ]).agentGroups[0]
    #expect(whole.concurrency == .speeds([1, 0.8, 0.5]) && whole.extrapolatedBeyond == nil)
  }

  @Test func `a group's own handling and order are read with the skill`() throws {
    let skill = "{sale: {preference: 2, handling: 5 min, priority: 3}}"
    let group = try read([
      "skills: [sale]": "skills: \(skill)",
      "demand:": "routing: {contact_selection: priority}\ndemand:",
    ]).agentGroups[0]
    #expect(
      group.skills == [
        Skill(inquiryType: "sale", preference: 2, handling: .deterministic(300), priority: 3)
      ])
  }

  @Test func `a handling beside messages, or a priority that no rule asks for, is refused`() {
    let found = messages(
      changed([
        "skills: [sale]": "skills: {sale: {handling: 5 min, priority: 3}}",
        "sale: {handling: 480 s": "sale: {messages: {}",
      ]))
    #expect(
      found.map { String($0.prefix { $0 != "," }) } == [
        "scenario.yaml:11: agent_groups.team.skills.sale.handling: found a handling time of a type "
          + "with messages",
        "scenario.yaml:11: agent_groups.team.skills.sale.priority: found a priority that no rule "
          + "asks for",
      ])
  }
}
