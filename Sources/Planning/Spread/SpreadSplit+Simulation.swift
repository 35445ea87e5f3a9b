// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Measures
import Money
import Plans
import Randomness
import Scenarios

extension SpreadSplit {
  /// Replications from which parts are told, and after which more would tell little.
  private static let fewest = 10
  private static let most = 100

  /// Simulates the plan twice more: with the same estimates and days but other customers, and with the
  /// same estimates alone. Nil where the demand's parts are not told apart, or replications are few.
  ///
  /// - Parameters:
  ///   - known: The plan's simulation, and those of plans that staff alike.
  ///   - sizes: What a search found.
  init?(
    of plan: String, _ known: GroupEvaluation, sizes: SizeChoice?, plans: [Plan],
    threads: Int
  ) async throws {
    let scenario = known.scenario
    let count = min(known.replications, Self.most)
    let isTold = scenario.demand.contains { $0.source.hasDoubtedEstimate }
    guard isTold, count >= Self.fewest, let own = plans.first(where: { $0.name == plan }) else {
      return nil
    }
    func simulated(_ seeds: DemandSeeds, _ customers: UInt64) async throws -> [Series] {
      var other = scenario
      other.seed = customers
      other.demandSeeds = seeds
      var evaluation = try GroupEvaluation(
        [own], sizes: sizes, scenario: other, keepsIntervals: false)
      try await evaluation.run(upTo: count, threads: threads)
      return evaluation.series(of: plan)
    }
    let seed = scenario.seed
    // Seeds that have nothing in common with the scenario's.
    var others = SplitMix(state: seed ^ 0x4528_21e6_38d0_1377)
    let sameDays = try await simulated(
      DemandSeeds(estimate: seed, days: seed), others.next())
    let sameEstimate = try await simulated(
      DemandSeeds(estimate: seed, days: others.next()), others.next())
    self.plan = plan
    figures = known.series(of: plan).enumerated().compactMap { place, series in
      guard place < sameDays.count, place < sameEstimate.count else { return nil }
      let rows = (0..<count).map { replication in
        NestedVariance.Row(
          series.values[replication], sameInner: sameDays[place].values[replication],
          sameOuter: sameEstimate[place].values[replication])
      }
      return NestedVariance(rows).map { parts in
        Figure(
          quantity: series.quantity,
          mean: series.values.reduce(0, +) / Double(series.values.count), parts: parts)
      }
    }
  }

  /// A figure of each replication.
  fileprivate struct Series {
    let quantity: Quantity
    let values: [Double]
  }
}

extension DemandSource {
  /// Whether estimate and days are drawn one within the other. A path of a forecast has both at once.
  fileprivate var hasDoubtedEstimate: Bool {
    if case .seasonal = self { carriesDoubt } else { false }
  }
}

extension GroupEvaluation {
  /// Volume, the plan's cost where every replication has a price, and what the promise binds that is
  /// kept least often.
  fileprivate func series(of plan: String) -> [SpreadSplit.Series] {
    var series = [
      SpreadSplit.Series(quantity: .volume, values: years.map { $0[.arrivals] })
    ]
    if let ledger = ledgers.first(where: { $0.plan.name == plan }), ledger.refusals == 0 {
      series.append(SpreadSplit.Series(quantity: .cost, values: ledger.totals.map(\.inYuan)))
    }
    for (target, values) in zip(scenario.serviceTargets, servedValues()) {
      series.append(SpreadSplit.Series(quantity: .service(target), values: values))
    }
    return series
  }
}
