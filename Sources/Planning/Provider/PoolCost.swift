// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Money
import Plans
import Pricing
import Scenarios
import SimulationEngine

/// What the people of a shared pool cost its provider.
enum PoolCost {
  /// Yuan over the horizon, all shops together: the pool's people on the terms of an own team,
  /// whatever engagement the plan gives them.
  ///
  /// - Throws: `PlanningError.contract` where the terms cannot be priced.
  static func total(
    of plan: Plan, scenario: Scenario, schema: UsageSchema, employment: InHouseClause
  ) throws(PlanningError) -> Double {
    var staffing = plan.staffing
    for index in staffing.lines.indices { staffing.lines[index].engagement = .own }
    var groups: [String] = []
    for line in staffing.lines where !groups.contains(line.group) { groups.append(line.group) }
    let clauses = groups.map { group in
      var employment = employment
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

/// The shop's part of the work that a shared pool does, replication after replication.
struct PoolShare: Archived, Sendable {
  /// Seconds of an agent's work for one contact of each type.
  private let work: [Double]
  /// In [0, 1], in replication order; 0 where nobody was answered.
  private(set) var shares: [Double] = []

  init(_ scenario: Scenario) {
    work = scenario.meanWork
  }

  mutating func add(_ summary: ReplicationSummary) {
    let own = answeredWork(summary, shop: ContactLayout.ownShop)
    let all = own + answeredWork(summary, shop: ContactLayout.background)
    shares.append(all > 0 ? own / all : 0)
  }

  mutating func pass(through archive: inout Archive) { archive.pass(&shares) }

  private func answeredWork(_ summary: ReplicationSummary, shop: Int) -> Double {
    work.indices.reduce(0) { sum, type in
      let counts = summary.record.total(type: type, shop: shop)
      return sum + Double(counts.answered) * work[type]
    }
  }
}
