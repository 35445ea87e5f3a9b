// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Exports
import Rostering
import Wording

/// A shift of somebody.
package struct DutyRow: Sendable {
  let problem: RosterProblem
  let person: Int
  let day: Int
  let duty: Duty

  package static func rows(of outcome: RosterMakeUseCase.Outcome) -> [DutyRow] {
    let (problem, roster) = (outcome.problem, outcome.solution.roster)
    return problem.people.indices.flatMap { person in
      (0..<roster.days).compactMap { day in
        roster[person, day].map {
          DutyRow(problem: problem, person: person, day: day, duty: $0)
        }
      }
    }
  }

  var kind: RosterShift { problem.kinds[duty.kind] }

  /// Date and clock of so many minutes after the shift's start.
  func moment(_ minutes: Int) -> String {
    let minute = kind.start + minutes
    return "\(problem.days[day].advanced(by: minute / 1440)) \(clock(minute))"
  }

  private func clock(_ minute: Int) -> ClockTime {
    ClockTime(unchecked: minute % 1440 * 60)
  }

  /// As `12:00-12:30`; empty without a break.
  var pause: String {
    guard !kind.pause.isEmpty else { return "" }
    return
      "\(clock(kind.start + kind.pause.lowerBound))-\(clock(kind.start + kind.pause.upperBound))"
  }

  var isLocked: Bool { problem.people[person].locked[day] != nil }
}

/// People wanted and found in a shift of a day.
package struct CoverageRow: Sendable {
  let problem: RosterProblem
  let day: Int
  let duty: Duty
  let wanted: Int
  let found: Int

  package static func rows(of outcome: RosterMakeUseCase.Outcome) -> [CoverageRow] {
    let (problem, roster) = (outcome.problem, outcome.solution.roster)
    var found: [[Duty: Int]] = Array(repeating: [:], count: roster.days)
    for person in problem.people.indices {
      for day in 0..<roster.days {
        if let duty = roster[person, day] { found[day][duty, default: 0] += 1 }
      }
    }
    var wanted: [[Duty: Int]] = Array(repeating: [:], count: roster.days)
    for demand in problem.cover { wanted[demand.day][demand.duty] = demand.people }
    return (0..<roster.days).flatMap { day in
      problem.kinds.indices.flatMap { kind in
        problem.groups.indices.compactMap { group in
          let duty = Duty(kind: kind, group: group)
          let people = (wanted[day][duty], found[day][duty])
          guard people.0 != nil || people.1 != nil else { return nil }
          return CoverageRow(
            problem: problem, day: day, duty: duty, wanted: people.0 ?? 0, found: people.1 ?? 0)
        }
      }
    }
  }
}

extension CSVTable<DutyRow> {
  package static let roster = CSVTable(
    file: "roster.csv",
    row: Localized(
      en: "One row per person and shift; who has no row on a day is off.",
      zh: "每人每个班次一行；当天没有行即为休息。"),
    key: ["person", "date"],
    columns: [
      CSVColumn("person", en: "Name or number, as in the file of staff", zh: "姓名或工号，与人员文件一致") {
        .text($0.problem.people[$0.person].name)
      },
      CSVColumn("date", en: "Day on which the shift begins", zh: "班次开始的日期") {
        .text($0.problem.days[$0.day].description)
      },
      CSVColumn("shift", en: "Name of the shift", zh: "班次名称") { .text($0.kind.name) },
      CSVColumn("starts_at", en: "Date and clock time of its start", zh: "开始的日期与时刻") {
        .text($0.moment(0))
      },
      CSVColumn("ends_at", en: "Date and clock time of its end", zh: "结束的日期与时刻") {
        .text($0.moment($0.kind.length))
      },
      CSVColumn("break", en: "Clock times without work; empty without a break", zh: "休息时刻，无则为空") {
        .text($0.pause)
      },
      CSVColumn("group", en: "Agent group that is served", zh: "所服务的客服组") {
        .text($0.problem.groups[$0.duty.group])
      },
      CSVColumn(
        "locked", as: .boolean, en: "Whether the day was settled beforehand", zh: "该日是否事先锁定"
      ) {
        .flag($0.isLocked)
      },
    ])
}

extension CSVTable<CoverageRow> {
  package static let coverage = CSVTable(
    file: "coverage.csv",
    row: Localized(
      en: "One row per day, shift and group with people wanted or found.",
      zh: "每日、每班次、每客服组一行（有需求或有人）。"),
    key: ["date", "shift", "group"],
    columns: [
      CSVColumn("date", en: "Day on which the shift begins", zh: "班次开始的日期") {
        .text($0.problem.days[$0.day].description)
      },
      CSVColumn("shift", en: "Name of the shift", zh: "班次名称") {
        .text($0.problem.kinds[$0.duty.kind].name)
      },
      CSVColumn("group", en: "Agent group", zh: "客服组") {
        .text($0.problem.groups[$0.duty.group])
      },
      CSVColumn("wanted", "people", as: .integer, en: "People wanted", zh: "需求人数") {
        .integer($0.wanted)
      },
      CSVColumn("rostered", "people", as: .integer, en: "People in the roster", zh: "排班人数") {
        .integer($0.found)
      },
      CSVColumn("short", "people", as: .integer, en: "Too few; 0 where enough", zh: "缺员人数") {
        .integer(max(0, $0.wanted - $0.found))
      },
      CSVColumn("over", "people", as: .integer, en: "Too many; 0 where not", zh: "超员人数") {
        .integer(max(0, $0.found - $0.wanted))
      },
    ])
}
