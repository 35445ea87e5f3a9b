// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Money
package import Plans
import Pricing
import Scenarios

/// How far each price and assumption moves the favourite's lead: one bar of a tornado for each.
package struct TornadoRow: Equatable, Sendable {
  package enum Assumption: Equatable, Sendable {
    case volume
    case handlingTime
    case patience
    case conversion
    /// All prices of one clause of one plan.
    case price(plan: String, clause: String)
  }

  package var assumption: Assumption
  /// Lead in yuan over the horizon (cheapest rival's cost − favourite's) with the assumption at
  /// 1 − span and at 1 + span; below zero another plan is cheaper. Nil where no rival can be priced.
  package var leadAtLow: Double?
  package var leadAtHigh: Double?
  /// Cheapest ranked plan at either end.
  package var cheapestAtLow: String?
  package var cheapestAtHigh: String?

  package init(
    assumption: Assumption, leadAtLow: Double? = nil, leadAtHigh: Double? = nil,
    cheapestAtLow: String? = nil, cheapestAtHigh: String? = nil
  ) {
    self.assumption = assumption
    self.leadAtLow = leadAtLow
    self.leadAtHigh = leadAtHigh
    self.cheapestAtLow = cheapestAtLow
    self.cheapestAtHigh = cheapestAtHigh
  }

  package var swing: Double { abs((leadAtHigh ?? 0) - (leadAtLow ?? 0)) }
}

/// Moves one assumption at a time by the same share and prices every ranked plan again.
///
/// Prices need no simulation: a clause's amounts are linear in its prices. The other assumptions
/// are simulated again on the same customers, sized plans sized anew. Plans count whether or not they
/// meet the targets at the moved assumption.
package struct Tornado {
  /// Assumptions that are not prices.
  static let simulated = [TornadoRow.Assumption.volume, .handlingTime, .patience, .conversion]

  private let scenario: Scenario
  private let plans: [Plan]
  private let options: ComparisonOptions
  private let span: Double

  /// - Parameter span: Share by which each assumption moves, in (0, 1).
  package init(
    scenario: PlannedScenario, options: ComparisonOptions, span: Double = 0.1
  ) throws(PlanningError) {
    guard span > 0, span < 1 else {
      throw .outOfRange(field: "span", found: span, allowed: "above 0, below 1")
    }
    self.scenario = scenario.scenario
    plans = scenario.plans
    self.options = options
    self.span = span
  }

  /// Largest swing first.
  ///
  /// - Parameters:
  ///   - comparison: Of the same scenario, with its favourite.
  ///   - favourite: Key of the plan whose lead is measured.
  package func rows(
    _ comparison: Comparison, favourite: String,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) async throws -> [TornadoRow] {
    guard let plan = comparison.plan(favourite), plan.isRanked else {
      throw PlanningError.unknownPlan(
        name: favourite, known: comparison.plans.filter(\.isRanked).map(\.name))
    }
    var rows = prices(comparison, favourite)
    for (index, assumption) in Self.simulated.enumerated() {
      progress(index, Self.simulated.count)
      let low = try await costs(assumption, 1 - span, comparison)
      let high = try await costs(assumption, 1 + span, comparison)
      rows.append(row(assumption, low, high, favourite))
    }
    return rows.sorted { $0.swing > $1.swing }
  }

  private typealias Costs = [(plan: String, mean: Double)]

  private func prices(_ comparison: Comparison, _ favourite: String) -> [TornadoRow] {
    let ranked = comparison.plans.filter(\.isRanked)
    return ranked.flatMap { plan in
      plan.cost.clauses.map { clause in
        func moved(by share: Double) -> Costs {
          ranked.map { other in
            (
              other.name,
              other.cost.total.mean + (other.name == plan.name ? share * clause.mean : 0)
            )
          }
        }
        return row(
          .price(plan: plan.name, clause: clause.name), moved(by: -span), moved(by: span),
          favourite)
      }
    }
  }

  private func costs(
    _ assumption: TornadoRow.Assumption, _ factor: Double, _ comparison: Comparison
  ) async throws -> Costs {
    let isVolume = assumption == .volume
    let moved = scenario.moving(assumption, by: factor)
    let groups = PlanGroup.split(plans.filter { $0.contract.scope == .chat })
    let starts = groups.map { group in
      group.plans.first.flatMap { comparison.plan($0.name)?.staffing.sizesFound }
    }
    let chains = chains(groups) { $0.plans.first?.staffing.asSimulated }
    let replications = options.curveReplications
    let found = try await concurrently(chains, threads: options.threads) { chain, threads in
      var found: [(Int, Costs)] = []
      for index in chain {
        let result = try await EvaluatedGroup(
          groups[index], scenario: moved, scale: isVolume ? factor : 1,
          replications: replications, threads: threads, start: starts[index], isRough: true,
          keepsIntervals: false)
        let costs = result.evaluation.ledgers.filter { $0.refusals == 0 }.map { ledger in
          (
            ledger.plan.name,
            ledger.totals.reduce(0) { $0 + $1.inYuan } / Double(max(1, ledger.totals.count))
          )
        }
        found.append((index, costs))
      }
      return found
    }
    return found.flatMap(\.self).sorted { $0.0 < $1.0 }.flatMap(\.1)
  }

  private func row(
    _ assumption: TornadoRow.Assumption, _ low: Costs, _ high: Costs, _ favourite: String
  ) -> TornadoRow {
    func lead(_ costs: Costs) -> Double? {
      guard let own = costs.first(where: { $0.plan == favourite })?.mean,
        let rival = costs.filter({ $0.plan != favourite }).map(\.mean).min()
      else { return nil }
      return rival - own
    }
    func cheapest(_ costs: Costs) -> String? {
      costs.min { ($0.mean, $0.plan) < ($1.mean, $1.plan) }?.plan
    }
    return TornadoRow(
      assumption: assumption, leadAtLow: lead(low), leadAtHigh: lead(high),
      cheapestAtLow: cheapest(low), cheapestAtHigh: cheapest(high))
  }
}
