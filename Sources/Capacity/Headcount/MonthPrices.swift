// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Plans
import Pricing
import Scenarios

/// What one of each column costs, each in its own month.
struct MonthPrices {
  private var months: [YearMonth: SupplyPrices] = [:]
  private let plan: Plan
  private let design: ShiftDesign
  private let scenario: Scenario

  init(_ plan: Plan, design: ShiftDesign, scenario: Scenario) {
    // Hiring is priced apart, month against month.
    self.plan = plan.withWholeTeam
    self.design = design
    self.scenario = scenario
  }

  mutating func price(_ column: ShiftColumn) throws(ShiftError) -> Double {
    let month = column.dates.first.yearMonth
    do throws(PricingError) {
      if months[month] == nil {
        var part = scenario
        part.horizon = month.days.intersection(scenario.horizon) ?? column.dates
        months[month] = try SupplyPrices(plan, design: design, scenario: part)
      }
      return try months[month]?.price(column) ?? 0
    } catch {
      throw ShiftError.contract(plan: plan.name, error)
    }
  }
}

extension Plan {
  /// The plan with nobody to hire before its first month.
  fileprivate var withWholeTeam: Plan {
    var plan = self
    for index in plan.contract.clauses.indices {
      guard case .inHouse(var clause) = plan.contract.clauses[index].terms else { continue }
      clause.recruiting.existingTeam = nil
      plan.contract.clauses[index].terms = .inHouse(clause)
    }
    return plan
  }
}
