// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Money
package import Pricing
package import Scenarios

/// What a contract charges for people alone, without a customer: seats, shifts, hours and wages.
///
/// What depends on customers, as commission or tiers, is the same under every staffing of a desk that
/// answers them all, and is left out.
package struct StaffingBill: Sendable {
  private let contract: Contract
  private let scenario: Scenario
  private let schema: UsageSchema

  /// - Parameter scenario: Its horizon is what is billed.
  package init(_ contract: Contract, scenario: Scenario) {
    self.contract = contract
    self.scenario = scenario
    schema = UsageBuilder.schema(for: scenario, currency: contract.currency)
  }

  /// The sum over the horizon.
  ///
  /// A result that a bonus asks for is not there without customers; such a contract bills nothing here.
  /// - Throws: `PricingError` where the contract is invalid.
  package func total(of staffing: StaffingPlan) throws(PricingError) -> Money {
    let pricer = try ContractPricer(contract.billing(staffing), schema: schema)
    return (try? pricer.total(of: months(of: staffing))) ?? .zero
  }

  private func months(of staffing: StaffingPlan) -> [MonthlyUsage] {
    let work = RosteredWork(staffing, scenario: scenario, contract: contract)
    return BillingPeriod.periods(of: scenario.horizon).map { period in
      var usage = MonthlyUsage(empty: period.month, served: period.days, schema: schema)
      usage.staffing = work.sums(over: period.days)
      return usage
    }
  }
}
