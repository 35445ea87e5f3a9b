// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios
package import Workforce

/// The days beside those that are simulated, and who is there on them.
extension ShiftSearch {
  /// The other days of the months, for which seats are held and staff is paid, one for each weekday of a
  /// month: the modified offered load, scaled by what the simulation found against it on its own days.
  func otherDays(like requirement: Requirement) throws -> [ShiftNeed.Day] {
    let days = question.requirement.days
    var others: [ShiftNeed.Day] = []
    for month in question.months {
      let outside = month.filter { !days.contains($0) }
      guard !outside.isEmpty else { continue }
      var asked = question.requirement
      asked.days = month
      var offered = OfferedProfile(try RequirementDesk(asked))
      let profile = offered.modifiedOfferedLoad()
      let shares = try shares(requirement)
      let byWeekday = Dictionary(grouping: outside, by: \.weekday).sorted {
        $0.key.rawValue < $1.key.rawValue
      }
      for (_, dates) in byWeekday {
        others.append(
          ShiftNeed.Day(
            date: dates[0], dates: dates,
            people: mean(profile, dates, from: month.first, shares), isSimulated: false))
      }
    }
    return others
  }

  /// Of each group the people found ÷ those of the formula, on the simulated days.
  private func shares(_ requirement: Requirement) throws -> [Double] {
    let formula = requirement.candidates.first { $0.method == .modifiedOfferedLoad }
    return requirement.found.profile.counts.enumerated().map { group, counts in
      let offered = formula?.profile.counts[group].reduce(0, +) ?? 0
      return offered > 0 ? Double(counts.reduce(0, +)) / Double(offered) : 1
    }
  }

  /// The mean of some days of a profile, times each group's share, to whole people.
  private func mean(
    _ profile: StaffProfile, _ dates: [CivilDate], from first: CivilDate, _ shares: [Double]
  ) -> [[Int]] {
    let perDay = profile.interval.perDay
    return profile.counts.enumerated().map { group, counts in
      (0..<perDay).map { place in
        let people = dates.map { counts[first.days(to: $0) * perDay + place] }
        guard people.contains(where: { $0 > 0 }) else { return 0 }
        let mean = Double(people.reduce(0, +)) / Double(people.count)
        return max(1, Int((mean * shares[group]).rounded()))
      }
    }
  }

  /// People of each lead group on duty by interval, others at what they are worth of one, rounded down.
  func onDuty(_ plan: ShiftPlan) throws -> [[Int]] {
    let days = question.requirement.days
    var scenario = question.requirement.scenario
    scenario.horizon = days
    let lines = plan.lines(on: days)
    let timeline = try StaffingTimeline(scenario: scenario, lines: lines)
    let groups = scenario.agentGroups.map(\.name)
    let names = question.design.supplies.map(\.group)
    return question.requirement.groups.indices.map { lead in
      var people = [Double](repeating: 0, count: timeline.intervalCount)
      for (index, name) in groups.enumerated() {
        guard let supply = names.firstIndex(of: name), worth(supply, lead) > 0 else { continue }
        for (place, count) in timeline.staffedAgents(group: index).enumerated() {
          people[place] += count * worth(supply, lead)
        }
      }
      return people.map { Int($0 + 1e-9) }
    }
  }

  /// People on duty by group and interval of the days, whoever they can stand for.
  func staffed(_ plan: ShiftPlan) throws -> StaffProfile {
    try StaffProfile(
      plan.lines(on: question.requirement.days), on: question.requirement.days,
      scenario: question.requirement.scenario)
  }
}

extension StaffProfile {
  /// Whom some lines have on duty: the mean of each interval, rounded down.
  package init(
    _ lines: [StaffingLine], on days: DateSpan, scenario whole: Scenario
  ) throws(WorkforceError) {
    var scenario = whole
    scenario.horizon = days
    scenario.experiment.warmUpDays = 0
    scenario.experiment.warmUpHours = nil
    let timeline = try StaffingTimeline(scenario: scenario, lines: lines)
    let names = scenario.agentGroups.map(\.name).filter { name in
      lines.contains { $0.group == name }
    }
    let counts = names.map { name in
      timeline.staffedAgents(group: scenario.agentGroups.firstIndex { $0.name == name })
        .map { Int($0 + 1e-9) }
    }
    self.init(days: days, interval: scenario.interval, groups: names, counts: counts)
  }
}
