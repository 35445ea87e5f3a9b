// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Pricing
package import Scenarios
import SimulationEngine

/// Finds what a pooled plan costs its provider to serve and what it should be sold for.
package struct ProviderAnalysis {
  private let scenario: Scenario
  private let plan: Plan
  private let terms: ProviderView.Terms

  /// - Throws: `.unknownPlan`, `.notASharedPool`, `.outOfRange` for the terms.
  package init(
    scenario: Scenario, plan name: String, terms: ProviderView.Terms = ProviderView.Terms()
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
    self.scenario = scenario
    self.plan = plan
    self.terms = terms
  }

  package func view(replications: Int, threads: Int) async throws -> ProviderView {
    let experiment = try Experiment(scenario: scenario, staffing: plan.staffing)
    var ledger = try PlanLedger(
      plan, staffing: plan.staffing, scenario: scenario, schema: experiment.usageBuilder.schema)
    let cost = try poolCost(schema: experiment.usageBuilder.schema)
    let work = scenario.inquiryTypes.map { FirstGuess.meanWork(of: $0.service) }
    var (shares, inquiries): ([Double], [Double]) = ([], [])
    let byHour = ledger.needsHours
    try await experiment.run(0..<replications, threads: threads) { summary in
      func answeredWork(background: Bool) -> Double {
        work.indices.reduce(0) { sum, type in
          let counts = summary.record.total(type: type, background: background)
          return sum + Double(counts.answered) * work[type]
        }
      }
      let own = answeredWork(background: false)
      let all = own + answeredWork(background: true)
      shares.append(all > 0 ? own / all : 0)
      inquiries.append(summary.year.answered)
      try ledger.add(experiment.usageBuilder.usage(of: summary, byHour: byHour))
    }
    if let refusal = ledger.firstRefusal { throw PlanningError.contract(plan: plan.name, refusal) }
    return try view(cost, shares, inquiries, ledger.totals.map(\.inYuan))
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

  /// The pool's people on the terms of an own team, whatever engagement the plan gives them.
  private func poolCost(schema: UsageSchema) throws -> Double {
    var staffing = plan.staffing
    for index in staffing.lines.indices { staffing.lines[index].engagement = .own }
    var groups: [String] = []
    for line in staffing.lines where !groups.contains(line.group) { groups.append(line.group) }
    let clauses = groups.map { group in
      var employment = terms.employment
      employment.group = BillingGroup(group: group, engagement: .own).name
      return Clause(group, .inHouse(employment))
    }
    let contract = Contract(name: "pool", clauses: clauses, currency: schema.currency)
    let work = RosteredWork(staffing, scenario: scenario)
    let months = BillingPeriod.periods(of: scenario.horizon).map { period in
      var usage = MonthlyUsage(empty: period.month, served: period.days, schema: schema)
      usage.staffing = work.sums(over: period.days)
      return usage
    }
    do {
      return try ContractPricer(contract, schema: schema).total(of: months).inYuan
    } catch {
      throw PlanningError.contract(plan: plan.name, error)
    }
  }
}
