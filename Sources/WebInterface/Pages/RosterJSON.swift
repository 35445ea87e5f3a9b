// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Reporting
import Rostering
import Tables
import Wording

/// A roster for the page that draws and edits it: people, days, kinds of shifts, who works when.
struct RosterJSON {
  private let problem: RosterProblem
  private let roster: Roster

  init(_ problem: RosterProblem, _ roster: Roster) {
    self.problem = problem
    self.roster = roster
  }

  func value(violations: [RosterViolation], _ language: Language) -> JSONValue {
    [
      "days": .strings(problem.days.map(\.description)),
      "weekend": .array(problem.days.map { .bool($0.weekday.isWeekend) }),
      "groups": .strings(problem.groups),
      "kinds": .array(problem.kinds.map(kind)),
      "people": .array(
        problem.people.map { person in
          [
            "name": .string(person.name),
            "leave": .array(person.leave.sorted().map(JSONValue.integer)),
            "groups": .array(person.groups.map(JSONValue.integer)),
          ]
        }),
      "duties": .array(duties),
      "cover": .array(
        problem.cover.map { demand in
          [
            "day": .integer(demand.day), "kind": .integer(demand.duty.kind),
            "group": .integer(demand.duty.group), "people": .integer(demand.people),
          ]
        }),
      "broken": .array(broken(violations, language)),
    ]
  }

  private func kind(_ kind: RosterShift) -> JSONValue {
    [
      "name": .string(kind.name), "start": .integer(kind.start), "length": .integer(kind.length),
      "pause": .integer(kind.pause.lowerBound), "pauseLength": .integer(kind.pause.count),
      "paid": .integer(kind.paid), "night": .bool(kind.isNight),
    ]
  }

  private var duties: [JSONValue] {
    problem.people.indices.flatMap { person in
      problem.days.indices.compactMap { day in
        roster[person, day].map { duty in
          [
            "person": .integer(person), "day": .integer(day), "kind": .integer(duty.kind),
            "group": .integer(duty.group),
          ]
        }
      }
    }
  }

  private func broken(_ violations: [RosterViolation], _ language: Language) -> [JSONValue] {
    let rows = ViolationTable(violations, of: problem, language).table.rows
    return zip(violations, rows).map { violation, row in
      [
        "person": .integer(violation.person), "day": .integer(violation.day),
        "rule": .string(row[2]),
      ]
    }
  }
}
