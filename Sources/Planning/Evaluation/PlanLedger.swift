// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
package import Money
package import Plans
package import Pricing
package import Scenarios

/// One plan's bill, replication after replication: its sums, and its lines where they are wanted.
package struct PlanLedger: Sendable {
  package let plan: Plan
  package let pricer: ContractPricer
  /// What the plan's people work, as its contract bills it.
  let rostered: RosteredWork
  private let detail: UsageDetail
  private let keepsLines: Bool
  /// The roster over the days of each billed month, the same in every replication.
  private var rosterSums: [DateSpan: [StaffingTotals]] = [:]
  /// In replication order.
  package private(set) var charges: [Charges] = []
  /// Replications whose volume the contract has no price for, and the first reason (R2).
  package private(set) var refusals = 0
  package private(set) var firstRefusal: PricingError?

  /// - Throws: `PlanningError.contract` where the contract is invalid or bills a quantity that is not counted.
  package init(
    _ plan: Plan, staffing: StaffingPlan, scenario: Scenario, schema: UsageSchema,
    keepsLines: Bool = false
  ) throws(PlanningError) {
    self.plan = plan
    self.keepsLines = keepsLines
    rostered = RosteredWork(staffing, scenario: scenario, contract: plan.contract)
    detail = plan.contract.detail
    do {
      pricer = try ContractPricer(plan.contract.billing(staffing), schema: schema)
    } catch {
      throw .contract(plan: plan.name, error)
    }
  }

  package var needsHours: Bool { detail.hours }

  package mutating func add(_ usage: Usage) throws(PlanningError) {
    var months = usage.months(for: plan.contract)
    for index in months.indices {
      months[index].staffing = staffing(over: months[index].served)
      if !detail.days { months[index].dailyCounts = [] }
      if !detail.hours { months[index].hourlyCounts = [] }
    }
    do {
      charges.append(try pricer.charges(for: months, keepsLines: keepsLines))
    } catch {
      guard error.isRefusedVolume else { throw .contract(plan: plan.name, error) }
      refusals += 1
      firstRefusal = firstRefusal ?? error
    }
  }

  private mutating func staffing(over days: DateSpan) -> [StaffingTotals] {
    if let known = rosterSums[days] { return known }
    let sums = rostered.sums(over: days)
    rosterSums[days] = sums
    return sums
  }

  /// Over the horizon, in replication order.
  package var totals: [Money] { charges.map(\.total) }

  var billing: PlanBilling {
    PlanBilling(pricer: pricer, invoices: charges.compactMap(\.invoices))
  }
}

extension PricingError {
  /// Whether the contract is in order but has no price for so large a volume.
  var isRefusedVolume: Bool {
    if case .volumeBeyondTiers = self { true } else { false }
  }
}
