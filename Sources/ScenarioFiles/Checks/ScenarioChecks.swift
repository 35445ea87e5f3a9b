// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import Pricing
import Scenarios
import Wording

/// Checks that concern several parts of a scenario at once.
struct ScenarioChecks {
  let scenario: PlannedScenario
  let reading: Reading
  private let open: OpenHours

  init(scenario: PlannedScenario, reading: Reading) {
    self.scenario = scenario
    self.reading = reading
    open = OpenHours(scenario.serviceWindow)
  }

  func run() {
    checkGroupNames()
    checkSkills()
    checkContracts()
    checkHistories()
    checkScorecards()
    let arrivals = ArrivalHours(scenario.scenario)
    checkClosedHours(arrivals)
    for plan in scenario.plans {
      checkSizing(of: plan)
      checkCoverage(of: plan, arrivals)
    }
  }

  /// A group named like an engagement would make billing groups ambiguous.
  private func checkGroupNames() {
    for group in scenario.agentGroups where Engagement(rawValue: group.name) != nil {
      reading.report(
        at: "agent_groups.\(group.name)", found: "the name \(group.name)",
        allowed: "any other, as contracts use it for a kind of engagement")
    }
  }

  private func checkSkills() {
    let mastered = Set(scenario.agentGroups.flatMap(\.skills).map(\.inquiryType))
    for type in scenario.inquiryTypes where !mastered.contains(type.name) {
      reading.report(
        at: "inquiry_types.\(type.name)", found: "a skill that no agent group has",
        allowed: "inquiry types named under agent_groups.….skills")
    }
    for group in scenario.agentGroups {
      for (index, skill) in group.skills.enumerated()
      where group.skills[..<index].contains(where: { $0.inquiryType == skill.inquiryType }) {
        reading.report(
          at: "agent_groups.\(group.name).skills", found: "\(skill.inquiryType) twice",
          allowed: "each skill once")
      }
      for skill in group.skills { checkOwnWays(of: group, skill) }
    }
  }

  /// A law or an order of the group's own that nothing would ask for.
  private func checkOwnWays(of group: AgentGroup, _ skill: Skill) {
    let place = "agent_groups.\(group.name).skills.\(skill.inquiryType)"
    let type = scenario.inquiryTypes.first { $0.name == skill.inquiryType }
    if skill.handling != nil, case .messages = type?.service {
      reading.report(
        at: "\(place).handling", found: "a handling time of a type with messages",
        allowed: "no handling, as messages say how long a chat takes")
    }
    if skill.priority != nil, scenario.routing.contactSelection != .priority {
      reading.report(
        at: "\(place).priority", found: "a priority that no rule asks for",
        allowed: "routing: {contact_selection: priority} beside it")
    }
  }

  private func checkClosedHours(_ arrivals: ArrivalHours) {
    guard !reading.isWritten("closed_hours"),
      let gap = firstGap(
        arrivals, in: { _ in ClockSet.full },
        covered: open.hours(on:))
    else { return }
    let rules = ClosedHoursRule.allCases.map { Phrase.verbatim($0.rawValue) }
    reading.report(
      at: "closed_hours", found: "no rule, though inquiries arrive on \(gap)",
      allowed: rules.dropFirst().reduce(rules[0]) { "\($0) or \($1)" })
  }

  /// Every open hour in which a type may arrive needs somebody on duty who can answer it, and no open
  /// half hour may pass in which all of them are on a break or hold. A shorter pause is no gap: the
  /// agent is there and the customer waits.
  private func checkCoverage(of plan: Plan, _ arrivals: ArrivalHours) {
    // Who is planned comes when somebody is needed.
    guard plan.staffing.unstaffed == .refuse, plan.staffing.sizing?.isPlanned != true else {
      return
    }
    let planned =
      plan.staffing.background.isEmpty
      ? arrivals : ArrivalHours(scenario.scenario, with: plan.staffing.background)
    // Types that the same people answer miss the same hours, and that is one mistake.
    var missed: [(gap: Phrase, types: [String], isPause: Bool)] = []
    for type in scenario.inquiryTypes {
      guard let (gap, isPause) = firstGap(for: type, in: plan, planned) else { continue }
      if let index = missed.firstIndex(where: { $0.gap == gap && $0.isPause == isPause }) {
        missed[index].types.append(type.name)
      } else {
        missed.append((gap, [type.name], isPause))
      }
    }
    for (gap, types, isPause) in missed {
      let names = Harmless.list(types)
      if isPause {
        reading.report(
          at: "plans.\(plan.name).staffing",
          found: "everybody for \(names) on a break or hold on \(gap)",
          allowed: "breaks and holds that leave somebody in every open half hour, or "
            + "unstaffed: allow")
      } else {
        reading.report(
          at: "plans.\(plan.name).staffing", found: "nobody for \(names) on \(gap)",
          allowed: "an agent with the skill in every open hour in which inquiries arrive, or "
            + "unstaffed: allow")
      }
    }
  }

  /// When nobody answers a type first, and whether it is for a break or hold.
  private func firstGap(
    for type: InquiryType, in plan: Plan, _ arrivals: ArrivalHours
  ) -> (gap: Phrase, isPause: Bool)? {
    let groups = Set(
      scenario.agentGroups.filter { group in
        group.skills.contains { $0.inquiryType == type.name }
      }.map(\.name))
    guard !groups.isEmpty else { return nil }
    let lines = plan.staffing.lines.filter { groups.contains($0.group) }
    if let gap = firstGap(arrivals, of: type.name, without: DutyHours(lines)) {
      return (gap, false)
    }
    guard lines.contains(where: { !$0.shift.breaks.isEmpty || !$0.shift.holds.isEmpty }) else {
      return nil
    }
    return firstGap(
      arrivals, of: type.name, without: DutyHours(lines, pauses: true), ofAtLeast: 30
    ).map { ($0, true) }
  }

  private func firstGap(
    _ arrivals: ArrivalHours, of type: String, without duty: DutyHours, ofAtLeast minutes: Int = 1
  ) -> Phrase? {
    firstGap(
      arrivals, of: type, in: open.hours(on:),
      covered: duty.hours(on:), ofAtLeast: minutes)
  }

  /// The first stretch of a day in which inquiries arrive and nobody covers them, as text.
  private func firstGap(
    _ arrivals: ArrivalHours, of type: String? = nil, in open: (CivilDate) -> ClockSet,
    covered: (CivilDate) -> ClockSet, ofAtLeast minutes: Int = 1
  ) -> Phrase? {
    var sound: (open: ClockSet, covered: ClockSet)?
    for date in scenario.horizon {
      let (wanted, had) = (open(date), covered(date))
      // Most days are like the one before.
      if let sound, sound == (wanted, had) { continue }
      let uncovered = wanted.subtracting(had)
      guard !uncovered.isEmpty else {
        sound = (wanted, had)
        continue
      }
      let missed = uncovered.intersection(arrivals.hours(on: date, of: type))
      if let span = missed.firstSpan(ofAtLeast: minutes) {
        return "\(date) from \(span.start) to \(span.end)"
      }
    }
    return nil
  }

  private func checkContracts() {
    let currency = scenario.plans.first?.contract.currency
    for plan in scenario.plans {
      let path = "plans.\(plan.name).contract"
      reading.check(plan.contract, at: path)
      if plan.contract.currency != currency {
        reading.report(
          at: "\(path).currency", found: .verbatim(plan.contract.currency),
          allowed: "\(currency ?? "") as in the first plan")
      }
    }
  }
}
