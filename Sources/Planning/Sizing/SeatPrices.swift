// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Money
package import Plans
import Pricing
package import Scenarios

/// What one more of each unit in each period costs under a plan's contract, in yuan over the horizon.
///
/// Own staff are hired for good: their price is that of one more all year, by days.
package struct SeatPrices {
  /// Unit by period.
  package let prices: [[Double]]

  /// - Throws: `PlanningError.contract` where the contract is invalid.
  package init(_ plan: Plan, _ layout: SizingLayout, scenario: Scenario) throws(PlanningError) {
    let base = layout.uniform { max(1, $0.range.lowerBound) }
    let cost = try Self.bill(plan, base, layout, scenario: scenario)
    let cover = AbsenceCover(plan.contract.billing(plan.staffing))
    var prices: [[Double]] = []
    for (unit, rule) in layout.units.enumerated() {
      let days = rule.periods.map { period in
        Double(period.spans.reduce(0) { $0 + $1.count })
      }
      var row: [Double] = []
      if rule.lines.contains(where: { cover.isOwnStaff(plan.staffing.lines[$0]) }) {
        var more = base
        more.counts[unit] = base.counts[unit].map { $0 + 1 }
        let price = try Self.bill(plan, more, layout, scenario: scenario) - cost
        let all = days.reduce(0, +)
        row = days.map { price * $0 / max(1, all) }
      } else {
        for period in rule.periods.indices {
          var more = base
          more.counts[unit][period] += rule.isPercent ? 100 : 1
          let price = try Self.bill(plan, more, layout, scenario: scenario) - cost
          row.append(rule.isPercent ? price / 100 : price)
        }
      }
      // People whom nobody bills are still not to be wasted.
      prices.append(zip(row, days).map { max($0, $1 * 1e-3) })
    }
    self.prices = prices
  }

  /// The bill of the staffing alone, without a customer, in yuan over the horizon.
  ///
  /// - Throws: `PlanningError.contract` where the contract is invalid.
  package static func bill(
    _ plan: Plan, _ sizes: PeriodSizes, _ layout: SizingLayout, scenario: Scenario
  ) throws(PlanningError) -> Double {
    do {
      return try StaffingBill(plan.contract, scenario: scenario)
        .total(of: plan.staffing.sized(sizes, layout)).inYuan
    } catch {
      throw .contract(plan: plan.name, error)
    }
  }
}
