// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Plans
import Pricing
import RosterFiles
import Rostering
import Scenarios

/// A roster's file as the people of a plan: who is on duty on which day.
struct RosterOfTheTime {
  let path: String
  let days: DateSpan
  private let entries: [(entry: RosterEntry, line: StaffingLine)]

  /// - Parameters:
  ///   - shifts: Path of the kinds of shifts, where the roster names them without their times.
  ///   - plan: Says how the people of a group are engaged, and how often they are absent.
  init(
    _ path: String, shifts: String?, plan: Plan, scenario: Scenario
  ) throws(ApplicationError) {
    self.path = path
    var kinds: [RosterShift] = []
    if let shifts {
      kinds = try reading(shifts) { () throws(RosterFileError) in try ShiftFile.read(path: shifts) }
    }
    let file = try reading(path) { () throws(RosterFileError) in
      try RosterFile(path: path, kinds: &kinds, areGiven: shifts != nil)
    }
    days = file.days
    let groups = scenario.agentGroups.map(\.name)
    let planned = Set(plan.staffing.lines.map(\.group))
    entries = try reading(path) { () throws(RosterFileError) in
      var entries: [(entry: RosterEntry, line: StaffingLine)] = []
      for entry in file.entries {
        guard let group = entry.group ?? (planned.count == 1 ? planned.first : nil) else {
          throw RosterFileError(line: entry.line, column: "group", .record(.mustNotBeEmpty))
        }
        guard groups.contains(group) else {
          throw RosterFileError(
            line: entry.line, column: "group", .record(.notOneOf(group, allowed: groups)))
        }
        entries.append((entry, Self.line(entry, group, plan.staffing)))
      }
      return entries
    }
  }

  /// Of one person on the entry's date, engaged and absent as the plan's people of the group are.
  private static func line(
    _ entry: RosterEntry, _ group: String, _ staffing: StaffingPlan
  ) -> StaffingLine {
    let (start, shift) = (entry.shift.start * 60, entry.shift)
    let pause = start + shift.pause.lowerBound * 60..<start + shift.pause.upperBound * 60
    let own = staffing.lines.filter { $0.group == group }
    let like =
      own.first { $0.engagement == .own } ?? own.first { $0.engagement == .dedicated } ?? own.first
    return StaffingLine(
      name: entry.person, group: group,
      shift: ShiftPattern(
        name: shift.name, hours: ClockSpan(seconds: start..<start + shift.length * 60),
        breaks: shift.pause.isEmpty ? [] : [ClockSpan(seconds: pause)]),
      agents: 1, engagement: like?.engagement ?? .own,
      dates: [DateSpan(unchecked: entry.date, entry.date)], absence: like?.absence ?? 0)
  }

  /// Who works on the day, those of the evening before whose shift goes on too.
  func people(on day: CivilDate) -> [DutyPerson] {
    entries.filter { entry, line in
      let end = line.shift.hours.start.secondsSinceMidnight + line.shift.hours.length
      return entry.date == day || (entry.date == day.advanced(by: -1) && end > 86_400)
    }.map { DutyPerson(name: $0.entry.person, line: $0.line) }
  }

  /// Equal shifts of equal groups together, each on its dates.
  ///
  /// - Parameter isCertain: Whether whoever is rostered was there.
  func lines(isCertain: Bool) -> [StaffingLine] {
    var lines: [StaffingLine] = []
    for (entry, line) in entries {
      var line = line
      line.name = entry.person
      if isCertain { line.absence = 0 }
      if let index = lines.firstIndex(where: {
        $0.name == line.name && $0.group == line.group && $0.shift == line.shift
      }) {
        lines[index].dates? += line.dates ?? []
      } else {
        lines.append(line)
      }
    }
    return lines
  }
}
