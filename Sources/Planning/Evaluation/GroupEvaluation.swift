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
  private var tally: TargetTally
  private var graded: GradedTally
  /// Nil where no pool is shared.
  private(set) var poolShare: PoolShare?
  private let setting: SimulationMemory.Setting

  /// - Parameters:
  ///   - plans: Plans whose staffing is alike but for who pays the agents.
  ///   - sizes: Sizes of the search, where the plans are sized.
  ///   - scale: Factor on the shop's own demand.
  ///   - keepsIntervals: Whether intervals are wanted in the report, and invoices by line.
  package init(
    _ plans: [Plan], sizes: SizeChoice? = nil, scenario: Scenario, scale: Double = 1,
    keepsIntervals: Bool = true
  ) throws {
    let resolve = { (plan: StaffingPlan) in sizes.map { plan.sized($0) } ?? plan }
    self.scenario = scenario
    staffing = resolve(plans.first?.staffing ?? StaffingPlan(lines: []))
    let arrivals = SimulationMemory.current?.arrivals ?? ArrivalMemory()
    experiment = try Experiment(
      scenario: scenario, staffing: staffing, currency: plans.first?.contract.currency ?? "CNY",
      arrivals: try arrivals.plan(of: scenario, background: staffing.background, scale: scale))
    ledgers = []
    for plan in plans {
      ledgers.append(
        try PlanLedger(
          plan, staffing: resolve(plan.staffing), scenario: scenario,
          schema: experiment.usageBuilder.schema, keepsLines: keepsIntervals))
    }
    collector = PerformanceCollector(
      scenario: scenario, timeline: experiment.timeline, keepsIntervals: keepsIntervals,
      unstaffed: staffing.unstaffed)
    tally = try TargetTally(scenario.serviceTargets, scenario: scenario)
    graded = GradedTally(scenario)
    poolShare = staffing.isSharedPool ? PoolShare(scenario) : nil
    setting = SimulationMemory.Setting(
      scale: scale, keepsIntervals: keepsIntervals, byHour: ledgers.contains(where: \.needsHours),
      staffing: staffing.asSimulated, schema: experiment.usageBuilder.schema,
      scenario: scenario.asSimulated)
  }

  package var replications: Int { collector.replications }

  /// Runs the replications from those already done up to `count`.
  package mutating func run(upTo count: Int, threads: Int) async throws {
    let memory = SimulationMemory.current
    while count > replications,
      let known = await memory?.evaluated(setting, from: replications, upTo: count)
    {
      try repeatRun(known)
    }
    guard count > replications else { return }
    let range = replications..<count
    let journal = WorkJournal.current
    let key = journal?.key(
      "replications", of: setting.scenario, setting.scale, setting.keepsIntervals, setting.byHour,
      setting.staffing, setting.schema, range)
    if let journal, let key {
      var finished = blank(range)
      if journal.fill(&finished, from: key) {
        try repeatRun(finished)
        await memory?.keep(finished, of: setting)
        return
      }
    }
    var (collector, ledgers, tally) = (self.collector, self.ledgers, self.tally)
    var graded = self.graded
    var poolShare = self.poolShare
    var usages: [Usage] = []
    try await experiment.run(range, threads: threads) { summary in
      collector.add(summary)
      poolShare?.add(summary)
      let usage = experiment.usageBuilder.usage(of: summary, byHour: setting.byHour)
      for index in ledgers.indices { try ledgers[index].add(usage) }
      if memory != nil || journal != nil { usages.append(usage) }
      tally.add(summary)
      graded.add(summary)
    }
    (self.collector, self.ledgers, self.tally) = (collector, ledgers, tally)
    self.graded = graded
    self.poolShare = poolShare
    let evaluated = SimulationMemory.Evaluated(
      replications: range, collector: collector, tally: tally, graded: graded,
      poolShare: poolShare, usages: usages)
    await memory?.keep(evaluated, of: setting)
    if let journal, let key { journal.keep(evaluated, as: key) }
  }

  /// What is filled with the sums of finished replications.
  private func blank(_ range: Range<Int>) -> SimulationMemory.Evaluated {
    SimulationMemory.Evaluated(
      replications: range, collector: collector, tally: tally, graded: graded,
      poolShare: poolShare,
      usages: range.map { _ in
        Usage(schema: setting.schema, span: scenario.horizon, byHour: setting.byHour)
      })
  }

  /// Takes what was simulated before, and prices it.
  private mutating func repeatRun(_ known: SimulationMemory.Evaluated) throws {
    for usage in known.usages {
      for index in ledgers.indices { try ledgers[index].add(usage) }
    }
    collector.take(known.collector)
    (tally, poolShare, graded) = (known.tally, known.poolShare, known.graded)
  }

  /// Goes on while a target is open and a number of replications up to `largest` would tell.
  mutating func runUntilTold(largest: Int, threads: Int) async throws {
    while let needed = targetResults().replicationsToTell, needed <= largest {
      try await run(upTo: min(largest, max(needed, replications * 3 / 2)), threads: threads)
    }
  }

  package func report() -> PerformanceReport { collector.report() }

  /// Each replication in a dozen sums, in order.
  var totals: [ReplicationTotals] { collector.totals }

  /// Sums of each replication over the horizon.
  var years: [ServiceMeasures] { collector.years }

  /// The same, with the messages of the night: what is sold and what is lost.
  var commerce: [ServiceMeasures] {
    collector.nights.isEmpty
      ? years
      : zip(years, collector.nights).map { [$0, $1].sum(layout: $0.layout) }
  }

  /// In the order of the scenario's targets.
  package func targetResults() -> [TargetResult] { tally.results() }

  /// What was counted day by day of every rule that chats are graded by.
  var gradedDays: [[[GradedDay]]] { graded.days }

  /// What the platforms' grades cost, in the order of the scenario.
  func platformOutcomes() throws -> [PlatformOutcome] {
    try scenario.platformCosts.map { try PlatformOutcome($0, tally.months, scenario) }
  }

  /// For each target and replication the value over the scope that decides whether it is kept.
  func servedValues() -> [[Double]] { tally.values() }

  /// The same with what they are in every month.
  func detailedTargets() -> [TargetResult] { tally.detailedResults() }
}
