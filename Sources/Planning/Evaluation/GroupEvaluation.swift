// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import Plans
import Pricing
package import Scenarios

/// Plans that staff alike, simulated once and priced each by its own contract.
package struct GroupEvaluation: Sendable {
  package let scenario: Scenario
  /// Head counts resolved.
  package let staffing: StaffingPlan
  package private(set) var ledgers: [PlanLedger]
  private let experiment: Experiment
  private var collector: PerformanceCollector
  private var tallies: [LimitTally]
  /// Nil where no pool is shared.
  private(set) var poolShare: PoolShare?

  /// Targets judged at one acceptable wait.
  private struct LimitTally: Sendable {
    /// Nil shares the main experiment.
    var experiment: Experiment?
    var positions: [Int]
    var tally: TargetTally
  }

  /// - Parameters:
  ///   - plans: Plans whose staffing is alike but for who pays the agents.
  ///   - size: Size of the search, where the plans are sized.
  ///   - scale: Factor on the shop's own demand.
  ///   - keepsIntervals: Whether intervals are wanted in the report.
  package init(
    _ plans: [Plan], size: Int? = nil, scenario: Scenario, scale: Double = 1,
    keepsIntervals: Bool = true
  ) throws {
    let resolve = { (plan: StaffingPlan) in size.map { plan.sized($0) } ?? plan }
    self.scenario = scenario
    staffing = resolve(plans.first?.staffing ?? StaffingPlan(lines: []))
    experiment = try Experiment(
      scenario: scenario, staffing: staffing, currency: plans.first?.contract.currency ?? "CNY",
      demandScale: scale)
    ledgers = []
    for plan in plans {
      ledgers.append(
        try PlanLedger(
          plan, staffing: resolve(plan.staffing), scenario: scenario,
          schema: experiment.usageBuilder.schema))
    }
    collector = PerformanceCollector(
      scenario: scenario, timeline: experiment.timeline, keepsIntervals: keepsIntervals)
    tallies = try Self.tallies(scenario, staffing, scale)
    poolShare = staffing.isSharedPool ? PoolShare(scenario) : nil
  }

  package var replications: Int { collector.replications }

  /// Runs the replications from those already done up to `count`.
  package mutating func run(upTo count: Int, threads: Int) async throws {
    guard count > replications else { return }
    let range = replications..<count
    let byHour = ledgers.contains(where: \.needsHours)
    for index in tallies.indices {
      guard let experiment = tallies[index].experiment else { continue }
      var tally = tallies[index].tally
      try await experiment.run(range, threads: threads) { tally.add($0) }
      tallies[index].tally = tally
    }
    var (collector, ledgers, tallies) = (self.collector, self.ledgers, self.tallies)
    var poolShare = self.poolShare
    try await experiment.run(range, threads: threads) { summary in
      collector.add(summary)
      poolShare?.add(summary)
      let usage = experiment.usageBuilder.usage(of: summary, byHour: byHour)
      for index in ledgers.indices { try ledgers[index].add(usage) }
      for index in tallies.indices where tallies[index].experiment == nil {
        tallies[index].tally.add(summary)
      }
    }
    (self.collector, self.ledgers, self.tallies) = (collector, ledgers, tallies)
    self.poolShare = poolShare
  }

  package func report() -> PerformanceReport { collector.report() }

  /// Each replication in a dozen sums, in order.
  var totals: [ReplicationTotals] { collector.totals }

  /// Sums of each replication over the horizon.
  var years: [ServiceMeasures] { collector.years }

  /// In the order of the scenario's targets.
  package func targetResults() -> [TargetResult] {
    var placed: [(Int, TargetResult)] = []
    for tally in tallies { placed += zip(tally.positions, tally.tally.results()) }
    return placed.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// A service level within another wait than the scenario's needs its own run of the same
  /// customers, since a replication counts answers within one wait only.
  private static func tallies(
    _ scenario: Scenario, _ staffing: StaffingPlan, _ scale: Double
  ) throws -> [LimitTally] {
    var limits: [Seconds] = [scenario.acceptableWait]
    var positions: [[Int]] = [[]]
    for (index, target) in scenario.serviceTargets.enumerated() {
      var limit = scenario.acceptableWait
      if case .serviceLevel(let within) = target.measure { limit = within }
      if let place = limits.firstIndex(of: limit) {
        positions[place].append(index)
      } else {
        limits.append(limit)
        positions.append([index])
      }
    }
    return try zip(limits, positions).map { limit, positions in
      var other = scenario
      other.acceptableWait = limit
      return LimitTally(
        experiment: limit == scenario.acceptableWait
          ? nil : try Experiment(scenario: other, staffing: staffing, demandScale: scale),
        positions: positions,
        tally: try TargetTally(positions.map { scenario.serviceTargets[$0] }, scenario: scenario))
    }
  }
}
