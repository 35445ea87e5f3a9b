// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
package import Experiments
package import Plans
import Pricing
package import Scenarios

/// Finds a size for each line and period, so that the targets are met at the least cost, by simulated
/// service on the same customers.
///
/// Every simulation tries one candidate in each block of days at once, with the days of finished blocks
/// left empty. Targets of every month are met block by block; then, for targets over the whole horizon,
/// seats are added and taken where they cost least for the service. At last the contract's terms are
/// kept: seats are held for their minimum term, own staff shrink by turnover only.
package struct PeriodSizer {
  let plans: [Plan]
  let scenario: Scenario
  /// The scenario as those who wait see it, which trials are of.
  let served: Scenario
  let scale: Double
  let options: Options
  let layout: SizingLayout
  let blocks: [SizingBlock]
  let prices: [[Double]]
  let arrivals: ArrivalPlan
  var table: ServiceTable
  /// For each block the sizes tried.
  var vectors: [[[Int]]]
  /// How surely each month alone must keep targets of every month that have a confidence; nil for the
  /// target's own.
  var monthlyConfidence: Double?

  package struct Options: Sendable {
    package var replications: Int
    /// Most replications that sizes near the boundary may take.
    package var largest: Int
    package var threads: Int
    /// Whether estimates decide instead of the pessimistic ends of their intervals: for points of a
    /// curve, which are drawn with few replications.
    package var isRough = false
    package var keepsIntervals = true
    /// Exchanges tried in each block: one seat more here for one or two fewer there.
    package var exchanges: Int

    package init(
      replications: Int, largest: Int, threads: Int, isRough: Bool = false,
      keepsIntervals: Bool = true, exchanges: Int = 6
    ) {
      self.exchanges = exchanges
      self.replications = replications
      self.largest = largest
      self.threads = threads
      self.isRough = isRough
      self.keepsIntervals = keepsIntervals
    }
  }

  package struct Found: Sendable {
    /// All plans at the sizes found, simulated as a whole.
    package var evaluation: GroupEvaluation
    package var sizes: PeriodSizes
    package var layout: SizingLayout
    package var answer: TargetAnswer
    package var tried: [PeriodTrial]
    package var limits: [PeriodLimit]
  }

  /// - Parameters:
  ///   - plans: Plans that staff and search alike.
  ///   - sizing: In the place of the plans' own.
  package init(
    _ plans: [Plan], sizing other: Sizing? = nil, scenario: Scenario, scale: Double = 1,
    options: Options
  ) throws {
    guard let plan = plans.first, let sizing = other ?? plan.staffing.sizing else {
      throw PlanningError.outOfRange(
        field: "sizing", found: 0, allowed: "a plan with staffing: fewest")
    }
    if scenario.serviceTargets.isEmpty {
      throw PlanningError.sizingWithoutTargets(plan: plan.name)
    }
    self.plans = plans
    self.scenario = scenario
    served = scenario.asServed
    self.scale = scale
    self.options = options
    layout = SizingLayout(plan.staffing, sizing: sizing, horizon: scenario.horizon)
    for index in layout.units.flatMap(\.lines)
    where plan.staffing.lines[index].engagement == .shared {
      throw PlanningError.sizingSharedPool(plan: plan.name)
    }
    blocks = SizingBlock.split(
      layout, byMonth: scenario.serviceTargets.contains { $0.scope == .everyMonth })
    prices = try SeatPrices(plan, layout, scenario: scenario).prices
    arrivals = try ArrivalPlan(
      scenario: scenario, background: plan.staffing.background, scale: scale)
    table = try ServiceTable(layout, scenario: scenario)
    vectors = Array(repeating: [], count: blocks.count)
  }

  /// - Parameter start: Sizes near the answer; by queueing theory where nil.
  package mutating func search(from start: PeriodSizes? = nil) async throws -> Found {
    var sizes =
      start
      ?? FirstGuess.sizes(plans[0].staffing, layout, scenario: scenario, arrivals: arrivals)
    clamp(&sizes)
    if scenario.serviceTargets.contains(where: { $0.scope == .everyMonth }) {
      try await meetMonths(&sizes)
      try await meetMonthsTogether(&sizes)
    }
    if scenario.serviceTargets.contains(where: { $0.scope != .everyMonth }) {
      try await meetWhole(&sizes)
    }
    sizes = try heldByContract(sizes)
    var evaluation = try GroupEvaluation(
      plans, sizes: .periods(sizes, layout), scenario: scenario, scale: scale,
      keepsIntervals: options.keepsIntervals)
    try await evaluation.run(upTo: options.replications, threads: options.threads)
    return Found(
      evaluation: evaluation, sizes: sizes, layout: layout,
      answer: answer(evaluation.targetResults()), tried: tried(chosen: sizes),
      limits: limits(sizes))
  }

  /// Sizes at the least bill, with everybody held who stays by contract or by nature.
  private func heldByContract(_ sizes: PeriodSizes) throws -> PeriodSizes {
    let paths = SeatPaths(plans, layout, scenario: scenario)
    let lasting = paths.lastingUnits
    guard !lasting.isEmpty else { return paths.keepingTerms(sizes) }
    let choice = BilledChoice(
      blocks: blocks, options: zip(blocks, vectors).map { meeting($0, $1, sizes) },
      lasting: lasting,
      onlyRises: table.targets.contains { $0.scope != .everyMonth }
    ) { try SeatPrices.bill(plans[0], paths.keepingTerms($0), layout, scenario: scenario) }
    return paths.keepingTerms(try choice.improved(sizes))
  }

  /// Of the sizes tried in a block, those that meet the targets of every month.
  private func meeting(
    _ block: SizingBlock, _ vectors: [[Int]], _ sizes: PeriodSizes
  ) -> [[Int]] {
    vectors.filter { vector in
      var moved = sizes
      block.set(vector, in: &moved)
      let results = monthly(block, moved)
      return !results.isEmpty && answer(results) == .met
    }
  }

  /// Where sizes are the largest allowed and the targets still not met.
  private func limits(_ sizes: PeriodSizes) -> [PeriodLimit] {
    let whole = table.targets.indices.filter { table.targets[$0].scope != .everyMonth }
    let isWholeMet = whole.allSatisfy { target in
      table.result(target, segments: Array(layout.segments.indices), sizes)
        .map { answer([$0]) == .met } ?? true
    }
    return blocks.flatMap { block -> [PeriodLimit] in
      guard answer(monthly(block, sizes)) != .met || !isWholeMet else { return [] }
      return block.variables.compactMap { variable in
        let unit = layout.units[variable.unit]
        let size = sizes.counts[variable.unit][variable.period]
        return size == unit.range.upperBound
          ? PeriodLimit(
            unit: unit.name, period: unit.periods[variable.period].name, largest: size) : nil
      }
    }
  }

  private func clamp(_ sizes: inout PeriodSizes) {
    for (unit, rule) in layout.units.enumerated() {
      sizes.counts[unit] = sizes.counts[unit].map {
        min(max($0, rule.range.lowerBound), rule.range.upperBound)
      }
    }
  }

  private func answer(_ results: [TargetResult]) -> TargetAnswer {
    guard options.isRough || options.replications == 1 else { return results.sizingAnswer }
    return results.allSatisfy(\.isEstimateKept) ? .met : .missed
  }

  // MARK: Targets of every month

  mutating func meetMonths(_ sizes: inout PeriodSizes) async throws {
    var searches = blocks.filter { !$0.variables.isEmpty }.map { block in
      PeriodSearch(
        block, ranges: block.variables.map { layout.units[$0.unit].range },
        prices: block.variables.map { prices[$0.unit][$0.period] },
        start: block.vector(of: sizes), exchanges: options.exchanges)
    }
    while true {
      let active = searches.indices.filter { searches[$0].trial != nil }
      if active.isEmpty { break }
      for index in active {
        if let trial = searches[index].trial { searches[index].block.set(trial, in: &sizes) }
      }
      try await simulate(sizes, blocks: active.map { searches[$0].block })
      for index in active {
        let block = searches[index].block
        let results = monthly(block, sizes)
        let answer = answer(results)
        let isFar =
          answer == .met
          ? results.allSatisfy(\.isFarBeyond) : results.contains(where: \.isFarFromMet)
        searches[index].learn(
          answer, failures: failures(block, sizes), isFar: isFar && options.replications > 1)
      }
    }
    for search in searches {
      let top = search.block.variables.map { layout.units[$0.unit].range.upperBound }
      search.block.set(search.best ?? search.open ?? top, in: &sizes)
    }
  }

  func monthly(_ block: SizingBlock, _ sizes: PeriodSizes) -> [TargetResult] {
    table.targets.indices.filter { table.targets[$0].scope == .everyMonth }.flatMap { target in
      block.months.compactMap {
        table.result(target, segments: $0.segments, sizes, confidence: monthlyConfidence)
      }
    }
  }

  /// Customers badly served in the hours of each variable; where several units are at work, each has
  /// its part of them.
  private func failures(_ block: SizingBlock, _ sizes: PeriodSizes) -> [Double] {
    var sums = [Double](repeating: 1e-9, count: block.variables.count)
    for segment in block.segments {
      guard let entry = table.entry(segment, sizes) else { continue }
      let working = layout.segments[segment].periods
      for (slot, count) in entry.failures.enumerated() where count > 0 {
        let at = block.variables.indices.filter { index in
          let variable = block.variables[index]
          return working[variable.unit] == variable.period
            && hours[variable.unit].contains(slot)
        }
        for index in at { sums[index] += count / Double(at.count) }
      }
    }
    return sums
  }

  /// Intervals of the day in which each unit works.
  private var hours: [Set<Int>] {
    let interval = scenario.interval
    return layout.units.map { unit in
      Set(
        unit.lines.flatMap { line -> [Int] in
          let span = plans[0].staffing.lines[line].shift.hours
          let first = span.start.secondsSinceMidnight / interval.seconds
          let last = (span.start.secondsSinceMidnight + span.length - 1) / interval.seconds
          return (first...max(first, last)).map { $0 % interval.perDay }
        })
    }
  }

  // MARK: Targets over the whole horizon

  private mutating func meetWhole(_ sizes: inout PeriodSizes) async throws {
    try await simulate(sizes, blocks: blocks)
    for _ in 0..<12 {
      try await simulateNeighbours(of: sizes)
      let next = MarginalChoice(
        blocks: blocks, table: table, prices: prices, options: vectors, isRough: options.isRough
      ).improved(sizes)
      if next == sizes { return }
      sizes = next
      try await simulate(sizes, blocks: blocks)
    }
  }

  /// One more and one less of every unit, in all periods at once.
  private mutating func simulateNeighbours(of sizes: PeriodSizes) async throws {
    for unit in layout.units.indices {
      for change in [1, -1] {
        var moved = sizes
        moved.counts[unit] = sizes.counts[unit].map { $0 + change }
        clamp(&moved)
        let new = blocks.filter { block in
          block.segments.contains { table.replications($0, moved) == 0 }
        }
        if !new.isEmpty { try await simulate(moved, blocks: new) }
      }
    }
  }
}
