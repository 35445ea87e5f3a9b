// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Experiments
import Inference
import Measures
import Money
import Plans
import Pricing
import Scenarios

/// Prices every ranked plan over multiples of the shop's volume and finds where the cheaper changes.
///
/// A sized plan is sized anew at every volume, in a range that grows with it, and by as many
/// replications as the comparison: with fewer the targets' bounds would ask for seats that the
/// comparison does not. A shared pool grows or shrinks with the load that the shop puts on it, since
/// its provider would not leave it as it is.
///
/// Where the cheaper of two plans changes between neighbouring multiples, the crossing is
/// interpolated; those of the cheapest plan, and of the cheapest by volume with the cheapest by seats,
/// are narrowed by bisection on the same customers before.
struct BreakEvenFinder: Sendable {
  let scenario: Scenario
  /// In the file's order.
  let plans: [Plan]
  let groups: [PlanGroup]
  /// Sizes found at the scenario's own volume.
  let sizes: [SizeChoice?]
  let options: ComparisonOptions
  let progress: @Sendable (PlanningProgress) -> Void
  /// Plans already evaluated at the scenario's own volume, which the curve then repeats.
  private let evaluated: [EvaluatedGroup]
  /// The comparison at the scenario's own volume, of which the curve repeats what it has; nil where the
  /// curve is of another scenario.
  private let comparison: Comparison?
  /// Replications by which a sized plan is sized.
  private let sizingReplications: Int
  /// What was found at a multiple, for each group.
  private var found: [Double: [Int: GroupPoint]] = [:]
  static let halvings = 4
  /// Where a plan has sizes by period, each of which is looked for at every volume.
  static let halvingsByPeriod = 2

  private struct GroupPoint: Sendable {
    /// The shop's inquiries over the horizon.
    var volume: Double
    var costs: [BreakEvenCurve.PlanCost]
  }

  init(
    scenario: Scenario, plans: [Plan], groups: [PlanGroup], sizes: [SizeChoice?],
    options: ComparisonOptions,
    sizingReplications: Int, evaluated: [EvaluatedGroup] = [], comparison: Comparison? = nil,
    progress: @escaping @Sendable (PlanningProgress) -> Void
  ) {
    self.scenario = scenario
    self.plans = plans
    self.evaluated = evaluated
    self.comparison = comparison
    self.sizingReplications = max(sizingReplications, options.curveReplications)
    self.options = options
    self.progress = progress
    // A plan wider in scope is not ranked, so it takes no part.
    let parts = zip(groups, sizes).map { group, size in
      (PlanGroup(plans: group.plans.filter { $0.contract.scope == .chat }), size)
    }.filter { !$0.0.plans.isEmpty }
    self.groups = parts.map(\.0)
    self.sizes = parts.map(\.1)
  }

  mutating func curve() async throws -> BreakEvenCurve {
    let multiples = options.volumeMultiples.sorted()
    var points: [BreakEvenCurve.Point] = []
    for (index, multiple) in multiples.enumerated() {
      progress(
        PlanningProgress(phase: .breakEven, plan: nil, done: index, total: multiples.count))
      points.append(try await point(at: multiple))
    }
    var crossings: [BreakEvenCurve.Crossing] = []
    let main = mainPair(points)
    let cheapest = cheapest(points)
    for pair in pairs() {
      for (low, high) in zip(points, points.dropFirst()) {
        let isMain =
          (pair.first == main?.first && pair.second == main?.second)
          || pair.first == cheapest || pair.second == cheapest
        if let crossing = try await crossing(pair, between: low, and: high, narrows: isMain) {
          crossings.append(crossing)
        }
      }
    }
    return BreakEvenCurve(points: points, crossings: crossings)
  }

  /// Every plan's mean cost at a multiple, of the plans named or of all.
  ///
  /// - Parameter neighbours: Points at a smaller and a larger volume, between whose sizes a sized
  ///   plan's is looked for.
  mutating func point(
    at multiple: Double, plans: Set<String>? = nil,
    between neighbours: (BreakEvenCurve.Point, BreakEvenCurve.Point)? = nil
  ) async throws -> BreakEvenCurve.Point {
    let wanted = groups.map { group in
      group.plans.map(\.name).filter { plans?.contains($0) ?? true }
    }
    let missing = groups.indices.filter { index in
      !wanted[index].isEmpty && found[multiple]?[index] == nil
    }
    // Those that try the same rosters come one after another.
    let chains = chains(missing) { groups[$0].plans.first?.staffing.asSimulated }
      .map { $0.map { missing[$0] } }
    let finder = self
    let parts = try await concurrently(chains, threads: options.threads) { chain, threads in
      var parts: [(Int, GroupPoint)] = []
      for index in chain {
        let sizes = neighbours.flatMap { $0.0.sizes(to: $0.1, of: wanted[index][0]) }
        parts.append(
          (index, try await finder.part(index, at: multiple, within: sizes, threads: threads)))
      }
      return parts
    }
    for (index, part) in parts.flatMap(\.self) { found[multiple, default: [:]][index] = part }
    var costs: [BreakEvenCurve.PlanCost] = []
    var volume = 0.0
    for index in groups.indices {
      guard !wanted[index].isEmpty, let part = found[multiple]?[index] else { continue }
      volume = part.volume
      costs += part.costs.filter { wanted[index].contains($0.plan) }
    }
    return BreakEvenCurve.Point(
      multiple: multiple, dailyInquiries: volume / Double(scenario.horizon.count), costs: costs)
  }

  /// One group at a multiple.
  private func part(
    _ index: Int, at multiple: Double, within range: ClosedRange<Int>?, threads: Int
  ) async throws -> GroupPoint {
    let group = groups[index]
    if multiple == 1, let compared = compared(group.plans) { return compared }
    var counted = Int.max
    let result: EvaluatedGroup
    if multiple == 1, let known = known(group.plans) {
      result = known
    } else {
      // Load per agent is what service depends on, so the size starts in proportion.
      let start = sizes[index]?.scaled(by: multiple)
      result = try await EvaluatedGroup(
        PlanGroup(
          plans: try group.plans.map { try $0.fitting(multiple, of: scenario, within: range) }),
        scenario: scenario, scale: multiple,
        replications: group.isSized ? sizingReplications : options.curveReplications,
        threads: threads, start: start, isRough: true, keepsIntervals: false,
        keepsTables: false)
      // All plans are priced on the same customers, also those that took more to be sized.
      counted = options.curveReplications
    }
    let answer = result.evaluation.targetResults().answer
    let years = result.evaluation.years.prefix(counted)
    let names = Set(group.plans.map(\.name))
    return GroupPoint(
      volume: years.reduce(0) { $0 + $1[.arrivals] } / Double(max(1, years.count)),
      costs: result.evaluation.ledgers.filter { names.contains($0.plan.name) }.map { ledger in
        BreakEvenCurve.PlanCost(
          plan: ledger.plan.name,
          mean: ledger.refusals == 0
            ? SampleMoments(ledger.totals.prefix(counted).map(\.inYuan)).mean : nil,
          answer: answer, sizesFound: result.sizes)
      })
  }

  private func known(_ plans: [Plan]) -> EvaluatedGroup? {
    evaluated.first { group in
      let names = group.evaluation.ledgers.map(\.plan.name)
      return plans.allSatisfy { names.contains($0.name) }
    }
  }

  /// What the comparison has of the plans, where it has all of them.
  private func compared(_ plans: [Plan]) -> GroupPoint? {
    let outcomes = plans.compactMap { comparison?.plan($0.name) }
    guard let first = outcomes.first, outcomes.count == plans.count else { return nil }
    return GroupPoint(
      volume: first.service.arrivals.mean,
      costs: outcomes.map {
        BreakEvenCurve.PlanCost(
          plan: $0.name, mean: $0.cost.total.mean, answer: $0.targetAnswer,
          sizesFound: $0.staffing.sizesFound)
      })
  }
}

extension Plan {
  /// The plan as it would be offered to a multiple of the scenario's volume.
  ///
  /// - Parameter range: Sizes to choose from, where they are known.
  fileprivate func fitting(
    _ multiple: Double, of scenario: Scenario, within range: ClosedRange<Int>?
  ) throws -> Plan {
    var copy = self
    if let sizing = staffing.sizing {
      func grown(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
        let most = Double(range.upperBound) * max(1, multiple)
        return range.lowerBound...Int(bounded: most.rounded(.up))
      }
      copy.staffing.sizing?.range = range ?? grown(sizing.range)
      if case .lines(let lines) = sizing.subject {
        copy.staffing.sizing?.subject = .lines(
          lines.map { SizedLine(name: $0.name, range: grown($0.range)) })
      }
    }
    guard staffing.isSharedPool else { return copy }
    let arrivals = try ArrivalPlan(scenario: scenario, background: staffing.background)
    let (own, all) = (arrivals.expectedVolume(), arrivals.expectedVolume(background: true))
    guard all > 0 else { return copy }
    let growth = 1 + (multiple - 1) * own / all
    for index in copy.staffing.lines.indices {
      let agents = Double(staffing.lines[index].agents) * growth
      copy.staffing.lines[index].agents = Int(bounded: (agents - 1e-9).rounded(.up))
    }
    return copy
  }
}
