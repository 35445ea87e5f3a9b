// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
/// How the choice of a plan fares over the simulated years, which saw the same customers.
package struct RiskTable: Equatable, Sendable {
  /// Ranked plans, in the order given.
  package let rows: [PlanRisk]
  /// Least mean cost − mean of each year's least cost, in yuan: what knowing the year's volume
  /// before choosing would be worth.
  package let valueOfPerfectInformation: Double

  package init(_ outcomes: [PlanOutcome]) {
    self.init(
      outcomes.filter(\.isRanked).map { ($0.name, $0.cost.total.values, $0.cost.total.high) })
  }

  /// - Parameter plans: For each plan its cost in each replication, and its 95th percentile.
  package init(_ plans: [(name: String, costs: [Double], high: Double)]) {
    let count = plans.first?.costs.count ?? 0
    let least = (0..<count).map { year in plans.map { $0.costs[year] }.min() ?? 0 }
    rows = plans.map { plan in
      var wins = 0.0
      var regrets: [Double] = []
      for year in 0..<count {
        regrets.append(plan.costs[year] - least[year])
        if plan.costs[year] == least[year] {
          wins += 1 / Double(plans.count { $0.costs[year] == least[year] })
        }
      }
      return PlanRisk(
        plan: plan.name, probabilityCheapest: wins / Double(max(1, count)),
        expectedRegret: regrets.reduce(0, +) / Double(max(1, count)),
        worstRegret: regrets.max() ?? 0, costAtRisk: plan.high)
    }
    // The plan of least mean cost is the one of least mean regret.
    valueOfPerfectInformation = rows.map(\.expectedRegret).min() ?? 0
  }
}
