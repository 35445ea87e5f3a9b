// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Capacity
import Experiments
package import Inference
import Money
import Planning
import Plans
import Pricing
package import Scenarios

/// What a plan's contract charges for some months with some people, customers and all: as a comparison
/// over these months alone would have it.
package struct MonthsBill: Sendable {
  /// Yuan over the months.
  package let cost: ConfidenceInterval
  /// The same, replication by replication.
  package let totals: [Double]
  /// Mean yuan of every clause that charges, in the contract's order.
  package let clauses: [(name: String, mean: Double)]

  package var mean: Double { cost.mean }

  init(
    _ plan: Plan, lines: [StaffingLine], over months: DateSpan, scenario: Scenario, threads: Int
  ) async throws {
    var plan = plan
    plan.staffing = StaffingPlan(lines: lines + plan.staffing.nobody, unstaffed: .allow)
    var evaluation = try GroupEvaluation([plan], scenario: scenario.over(months))
    try await evaluation.run(
      upTo: max(2, scenario.experiment.replications), threads: threads)
    let ledger = evaluation.ledgers[0]
    if let refusal = ledger.firstRefusal {
      throw PlanningError.contract(plan: plan.name, refusal)
    }
    totals = ledger.totals.map(\.inYuan)
    cost = ConfidenceInterval(of: totals)
    let invoices = ledger.charges.compactMap(\.invoices)
    var sums: [String: Double] = [:]
    for invoice in invoices {
      for line in invoice.lines {
        sums[invoice.clauseName(of: line), default: 0] += line.amount.inYuan
      }
    }
    let names = plan.contract.clauses.map(\.name)
    clauses = (invoices.first?.clauseNames ?? names).compactMap { name in
      sums[name].map { (name, $0 / Double(max(1, invoices.count))) }
    }
  }
}

extension Scenario {
  /// The scenario over a part of its horizon: growth goes on from where it began.
  package func over(_ days: DateSpan) -> Scenario {
    var part = self
    for index in part.demand.indices {
      guard case .seasonal(var demand) = part.demand[index].source else { continue }
      demand.growthFrom = demand.growthFrom ?? horizon.first
      part.demand[index].source = .seasonal(demand)
    }
    part.horizon = days
    return part
  }
}
