// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Money
package import Plans
import Pricing
import Scenarios
import SimulationEngine

/// Finds what a pooled plan costs its provider to serve and what it should be sold for.
package struct ProviderAnalysis {
  private let scenario: Scenario
  private let plan: Plan
  private let terms: ProviderView.Terms

  /// - Throws: `.unknownPlan`, `.notASharedPool`, `.outOfRange` for the terms.
  package init(
    scenario: PlannedScenario, plan name: String, terms: ProviderView.Terms = ProviderView.Terms()
  ) throws(PlanningError) {
    guard let plan = scenario.plans.first(where: { $0.name == name }) else {
      throw .unknownPlan(name: name, known: scenario.plans.map(\.name))
    }
    guard plan.staffing.isSharedPool else { throw .notASharedPool(plan: name) }
    guard terms.margin >= 0, terms.margin < 1 else {
      throw .outOfRange(field: "margin", found: terms.margin, allowed: "0 up to, not including, 1")
    }
    guard terms.risk > 0, terms.risk < 1 else {
      throw .outOfRange(field: "risk", found: terms.risk, allowed: "above 0, below 1")
    }
    self.scenario = scenario.scenario
    self.plan = plan
    self.terms = terms
  }

  package func view(replications: Int, threads: Int) async throws -> ProviderView {
    let cost = try PoolCost.total(
      of: plan, scenario: scenario,
      schema: UsageBuilder.schema(for: scenario, currency: plan.contract.currency),
      employment: terms.employment)
    // A comparison has simulated a plan of written sizes with its intervals: not once more.
    var evaluation = try GroupEvaluation(
      [plan], scenario: scenario, keepsIntervals: plan.staffing.sizing == nil)
    try await evaluation.run(upTo: replications, threads: threads)
    let ledger = evaluation.ledgers[0]
    if let refusal = ledger.firstRefusal { throw PlanningError.contract(plan: plan.name, refusal) }
    return try view(
      cost, evaluation.poolShare?.shares ?? [], evaluation.years.map { $0[.answered] },
      ledger.totals.map(\.inYuan))
  }

  private func view(
    _ cost: Double, _ shares: [Double], _ inquiries: [Double], _ revenue: [Double]
  ) throws -> ProviderView {
    let served = shares.map { $0 * cost }
    let perInquiry = zip(served, inquiries).map { $1 > 0 ? $0 / $1 : 0 }
    let margins = zip(revenue, served).map { $0 - $1 }
    let atRisk = try OrderStatistics(sorting: perInquiry).quantile(1 - terms.risk)
    let days = 365.0 / 12
    return ProviderView(
      plan: plan.name, poolCost: cost, workShare: try SampleSummary(shares),
      costToServe: try SampleSummary(served), costPerInquiry: try SampleSummary(perInquiry),
      revenue: try SampleSummary(revenue), margin: try SampleSummary(margins),
      lossProbability: Double(margins.count { $0 < 0 }) / Double(max(1, margins.count)),
      quote: terms.brackets.map { bound in
        let month = atRisk * bound * days
        return QuotedTier(
          upTo: bound, monthlyFee: month / (1 - terms.margin), costAtBound: month)
      })
  }
}
