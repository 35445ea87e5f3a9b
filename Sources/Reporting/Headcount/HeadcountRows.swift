// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Experiments
import Inference
import Planning
import Plans
import Scenarios

/// People of one supply in one month under a plan.
package struct HeadcountRow: Sendable {
  let staffed: HeadcountUseCase.Staffed
  let supply: Int
  let month: Int
  let timeZone: String

  static func rows(of outcome: HeadcountUseCase.Outcome) -> [HeadcountRow] {
    outcome.plans.flatMap { staffed in
      staffed.year.staff.months.indices.flatMap { month in
        staffed.supplies.indices.map {
          HeadcountRow(
            staffed: staffed, supply: $0, month: month, timeZone: outcome.scenario.timeZone)
        }
      }
    }
  }

  var days: DateSpan { staffed.year.staff.months[month] }
  var people: Int { staffed.people(supply)[month] }
  var personShifts: Int { staffed.year.staff.shifts.personShifts(of: supply, on: days) }
}

extension HeadcountUseCase.Staffed {
  var supplies: [ShiftSupply] { year.staff.shifts.design.supplies }

  /// By month: seats held, heads on the payroll, or the most short-term people on one day.
  func people(_ supply: Int) -> [Int] {
    switch supplies[supply].engagement {
    case .own: year.staff.employed[supply]
    case .dedicated, .shared: year.seats(supply)
    case .shortTerm: year.mostADay(supply)
    }
  }

  var name: String { plan.title.isEmpty ? plan.name : plan.title }
}

extension YearPlan {
  /// The most people of a supply on one day of each month.
  func mostADay(_ supply: Int) -> [Int] {
    var byDate: [CivilDate: Int] = [:]
    for booking in staff.shifts.dailyBookings(of: supply) {
      byDate[booking.date, default: 0] += booking.people
    }
    return staff.months.map { month in
      byDate.filter { month.contains($0.key) }.map(\.value).max() ?? 0
    }
  }
}

/// Something to do by a date.
package struct YearActionRow: Sendable {
  let staffed: HeadcountUseCase.Staffed
  let action: YearAction
  let timeZone: String

  static func rows(of outcome: HeadcountUseCase.Outcome) -> [YearActionRow] {
    outcome.plans.flatMap { staffed in
      staffed.year.actions.map {
        YearActionRow(staffed: staffed, action: $0, timeZone: outcome.scenario.timeZone)
      }
    }
  }

  var supply: ShiftSupply { staffed.supplies[action.supply] }

  /// What the seats cost beyond the horizon; nil where they can be returned with it.
  var obligation: SeatObligation? {
    guard action.kind == .begin || action.kind == .add else { return nil }
    return staffed.year.obligations.first {
      $0.supply == action.supply
        && staffed.year.staff.months[$0.month].first == action.days.first
    }
  }

  /// Hours of work, each with its people: of seats those held from the first day on, of others person-shifts
  /// of the days; none of a return.
  var shifts: [(hours: String, people: Int)] {
    if action.kind == .giveBack || supply.engagement == .own { return [] }
    var people: [String: Int] = [:]
    let days =
      supply.engagement == .dedicated
      ? DateSpan(unchecked: action.days.first, action.days.first) : action.days
    for line in staffed.year.staff.shifts.lines(on: days)
    where line.group == supply.group && line.engagement == supply.engagement {
      let held = line.dates.map { $0.reduce(0) { $0 + $1.count } } ?? days.count
      people["\(line.shift.hours.start)-\(line.shift.hours.end)", default: 0] += line.agents * held
    }
    return people.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// People of a supply on one shift, over days on which they are as many.
package struct YearShiftRow: Sendable {
  let plan: String
  let supply: ShiftSupply
  let shift: ShiftPattern
  let people: Int
  let days: DateSpan
  let timeZone: String

  static func rows(of outcome: HeadcountUseCase.Outcome) -> [YearShiftRow] {
    outcome.plans.flatMap { staffed -> [YearShiftRow] in
      let horizon = outcome.scenario.horizon
      return staffed.year.staff.shifts.lines(on: horizon).flatMap { line -> [YearShiftRow] in
        guard
          let supply = staffed.supplies.first(where: {
            $0.group == line.group && $0.engagement == line.engagement
          })
        else { return [] }
        return (line.dates ?? [horizon]).map {
          YearShiftRow(
            plan: staffed.plan.name, supply: supply, shift: line.shift, people: line.agents,
            days: $0, timeZone: outcome.scenario.timeZone)
        }
      }
    }
  }
}

/// A target in one month, with the month's bill.
package struct YearProofRow: Sendable {
  let staffed: HeadcountUseCase.Staffed
  let month: Int
  let target: Int
  let timeZone: String

  static func rows(of outcome: HeadcountUseCase.Outcome) -> [YearProofRow] {
    outcome.plans.flatMap { staffed in
      staffed.year.proof.months.indices.flatMap { month in
        staffed.year.proof.months[month].results.indices.map {
          YearProofRow(
            staffed: staffed, month: month, target: $0, timeZone: outcome.scenario.timeZone)
        }
      }
    }
  }

  var result: TargetResult { staffed.year.proof.months[month].results[target] }
  var bill: Double? {
    let months = staffed.outcome.cost.months
    return months.first { $0.month == staffed.year.proof.months[month].month }?.total.mean
  }
}

/// A number of people in reserve for one promotion.
package struct ReserveRow: Sendable {
  let plan: String
  let reserve: PromotionReserve
  let point: ReserveCurve.Point
  let timeZone: String

  static func rows(of outcome: HeadcountUseCase.Outcome) -> [ReserveRow] {
    outcome.reserves.flatMap { reserve in
      reserve.curve.points.map {
        ReserveRow(
          plan: outcome.plans[0].plan.name, reserve: reserve, point: $0,
          timeZone: outcome.scenario.timeZone)
      }
    }
  }
}

/// One way to staff the year: each plan at its own best, then other ways under the first.
package struct YearWayRow: Sendable {
  let plan: String
  let way: String
  let cost: ConfidenceInterval
  let salesLost: Double
  let proof: YearService
  let gap: Double?
  let timeZone: String
}
