// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Money
import Plans
import Pricing
package import Scenarios

/// What one of each column costs under a plan's contract, in yuan: the bill with it less the bill without.
struct SupplyPrices {
  private let bill: StaffingBill
  private let staffing: StaffingPlan
  private let base: Double
  private let scenario: Scenario
  private let design: ShiftDesign
  private var known: [Key: Double] = [:]

  /// Shifts of equal length on one date cost the same, unless one is a night's.
  private struct Key: Hashable {
    let supply: Int
    let dates: DateSpan
    let start: Int
    let minutes: Int
  }

  /// Own staff's days off are shared by several: the price of one shift is a part of many.
  private static let many = 60

  /// - Parameter scenario: Its horizon is what is bought for.
  /// - Throws: `PricingError`.
  init(_ plan: Plan, design: ShiftDesign, scenario: Scenario) throws(PricingError) {
    self.scenario = scenario
    self.design = design
    bill = StaffingBill(plan.contract, scenario: scenario)
    // One person of every supply, so that each clause finds its people.
    var lines: [StaffingLine] = []
    for supply in design.supplies {
      lines.append(
        supply.line(ShiftPattern(name: "", hours: .officeHours), agents: 1, dates: nil))
    }
    staffing = StaffingPlan(lines: lines + plan.staffing.nobody)
    base = try bill.total(of: staffing).inYuan
  }

  mutating func price(_ column: ShiftColumn) throws(PricingError) -> Double {
    let key = Key(
      supply: column.supply, dates: column.dates,
      start: column.shift.hours.start.secondsSinceMidnight, minutes: column.shift.workedMinutes)
    if let found = known[key] { return found }
    let supply = design.supplies[column.supply]
    let agents = supply.engagement == .own ? Self.many : 1
    var more = staffing
    more.lines.append(supply.line(column.shift, agents: agents, dates: [column.dates]))
    // People whom nobody bills are still not to be wasted.
    let price = max(
      try (bill.total(of: more).inYuan - base) / Double(agents),
      Double(column.dates.count) * 1e-2)
    known[key] = price
    return price
  }
}

extension StaffingPlan {
  /// The lines without anybody, so that a clause knows the people whom it bills where none are booked.
  package var nobody: [StaffingLine] {
    let supplies = design?.supplies ?? []
    let designed = supplies.map { supply in
      supply.line(ShiftPattern(name: "", hours: .officeHours), agents: 0, dates: nil)
    }
    return designed
      + lines.map { line in
        var line = line
        line.agents = 0
        return line
      }
  }
}

extension ClockSpan {
  static let officeHours = ClockSpan(
    start: ClockTime(unchecked: 32_400), end: ClockTime(unchecked: 61_200))
}

extension ShiftSupply {
  /// - Parameter dates: Nil is the supply's own.
  func line(_ shift: ShiftPattern, agents: Int, dates: [DateSpan]?) -> StaffingLine {
    StaffingLine(
      group: group, shift: shift, agents: agents, engagement: engagement, weekdays: weekdays,
      dates: dates ?? self.dates, shrinkage: shrinkage, absence: absence)
  }
}
