// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Inference
import Money
package import Plans
package import Scenarios

/// Finds the fewest seats that meet the targets, by simulated service on the same customers.
///
/// From a first guess the search doubles its step until one size meets the targets and one does not,
/// then halves between them. Service need not rise with every seat (a longer shift of one group can
/// starve another), so the sizes below the answer are tried until two in a row fail. A size that is
/// far from its targets after a few replications, on either side, is not run to the end; the answer
/// always is. A size near the boundary of which the targets are still open gets more replications,
/// where an affordable number would tell.
package struct Sizer {
  /// Replications after which a size far from its targets is judged, ascending.
  private let looks: [Int]

  private let plans: [Plan]
  private let scenario: Scenario
  private let scale: Double
  private let replications: Int
  private let largest: Int
  private let threads: Int
  private let keepsIntervals: Bool
  private let tabulates: Bool
  /// Ascending; neighbours differ in their rosters.
  private let sizes: [Int]
  private var tried: [Int: GroupEvaluation] = [:]

  package struct Found: Sendable {
    /// At the size chosen: the least that meets the targets, or else the least of which it is open, or
    /// else the largest.
    package var evaluation: GroupEvaluation
    package var size: Int
    /// What the replications say of the size chosen.
    package var answer: TargetAnswer
    /// One for each plan.
    package var tables: [SizingTable]
  }

  /// - Parameters:
  ///   - plans: Plans that staff and search alike.
  ///   - scale: Factor on the shop's own demand.
  ///   - largest: Most replications that an open target near the boundary may take; nil takes
  ///     `replications`.
  ///   - tabulates: Whether tables are wanted; without them sizes far from the targets get fewer
  ///     replications, and none above the answer is tried for its own sake.
  package init(
    _ plans: [Plan], scenario: Scenario, scale: Double = 1, replications: Int,
    largest: Int? = nil, threads: Int, keepsIntervals: Bool = true, tabulates: Bool = true
  ) throws(PlanningError) {
    guard let plan = plans.first, let sizing = plan.staffing.sizing else {
      throw .outOfRange(field: "sizing", found: 0, allowed: "a plan with staffing: fewest")
    }
    if plan.staffing.isSharedPool { throw .sizingSharedPool(plan: plan.name) }
    if scenario.serviceTargets.isEmpty { throw .sizingWithoutTargets(plan: plan.name) }
    if case .group(let group) = sizing.subject,
      !plan.staffing.lines.contains(where: { $0.group == group })
    {
      throw .sizingUnknownGroup(plan: plan.name, group: group)
    }
    var sizes: [Int] = []
    var last: StaffingPlan?
    for size in max(1, sizing.range.lowerBound)...max(1, sizing.range.upperBound) {
      let roster = plan.staffing.sized(size)
      if roster != last { sizes.append(size) }
      last = roster
    }
    self.plans = plans
    self.scenario = scenario
    self.scale = scale
    self.replications = replications
    self.largest = max(replications, largest ?? replications)
    self.threads = threads
    self.keepsIntervals = keepsIntervals
    self.tabulates = tabulates
    looks = tabulates ? [6] : [3, 6, 12]
    self.sizes = sizes
  }

  /// - Parameter start: A size near the answer; by queueing theory where nil.
  package mutating func search(from start: Int? = nil) async throws -> Found {
    let guess =
      try start ?? FirstGuess.size(plans[0].staffing, scenario: scenario, scale: scale)
    let first = sizes.lastIndex { $0 <= guess } ?? 0
    let answer = try await leastMeeting(from: first)
    let place = answer ?? leastUndecided ?? sizes.count - 1
    if tabulates, let answer, answer + 1 < sizes.count { _ = try await evaluate(answer + 1) }
    let evaluation = try await evaluate(place)
    return Found(
      evaluation: evaluation, size: sizes[place],
      answer: evaluation.targetResults().sizingAnswer,
      tables: tabulates
        ? try tables(chosen: (answer ?? leastUndecided).map { sizes[$0] }, guess: sizes[first]) : []
    )
  }

  /// Of the sizes tried, the least of which the targets are open.
  private var leastUndecided: Int? {
    tried.keys.sorted().first { tried[$0]?.targetResults().sizingAnswer == .undecided }
  }

  /// Where a search would begin: a size by queueing theory, without any simulation.
  package static func firstGuess(for plan: Plan, scenario: Scenario) throws -> Int {
    try FirstGuess.size(plan.staffing, scenario: scenario, scale: 1)
  }

  /// Place of the least size that meets the targets; nil where none does.
  private mutating func leastMeeting(from first: Int) async throws -> Int? {
    var (fails, meets) = (-1, sizes.count)
    var step = 1
    if try await isEnough(first) {
      meets = first
      while meets > 0 {
        let place = max(0, meets - step)
        guard try await isEnough(place) else {
          fails = place
          break
        }
        meets = place
        step *= 2
      }
    } else {
      fails = first
      while fails < sizes.count - 1 {
        let place = min(sizes.count - 1, fails + step)
        if try await isEnough(place) {
          meets = place
          break
        }
        fails = place
        step *= 2
      }
    }
    guard meets < sizes.count else { return nil }
    while meets - fails > 1 {
      let middle = fails + (meets - fails) / 2
      if try await isEnough(middle) { meets = middle } else { fails = middle }
    }
    while try await !isEnoughInFull(meets) {
      meets += 1
      if meets == sizes.count { return nil }
    }
    return try await leastNeighbour(of: meets)
  }

  /// Goes on below the answer until two sizes in a row fail.
  private mutating func leastNeighbour(of place: Int) async throws -> Int {
    var (best, next) = (place, place - 1)
    while next >= 0, best - next <= 2 {
      if try await isEnoughInFull(next) { best = next }
      next -= 1
    }
    return best
  }

  private mutating func isEnough(_ place: Int) async throws -> Bool {
    let results = try await evaluate(place).targetResults()
    // A single replication has no interval: its estimates are all that a search can go by.
    return replications == 1
      ? results.allSatisfy(\.isEstimateKept) : results.sizingAnswer == .met
  }

  /// As `isEnough`, with every replication unless the first look says no, and with more of them while
  /// a target is open and an affordable number would tell.
  private mutating func isEnoughInFull(_ place: Int) async throws -> Bool {
    var evaluation = try await evaluate(place)
    guard evaluation.targetResults().sizingAnswer != .missed else { return false }
    try await evaluation.run(upTo: replications, threads: threads)
    if evaluation.targetResults().sizingAnswer == .undecided {
      try await evaluation.runUntilTold(largest: largest, threads: threads)
    }
    tried[place] = evaluation
    return try await isEnough(place)
  }

  private mutating func evaluate(_ place: Int) async throws -> GroupEvaluation {
    if let known = tried[place] { return known }
    var evaluation = try GroupEvaluation(
      plans, sizes: .uniform(sizes[place]), scenario: scenario, scale: scale,
      keepsIntervals: keepsIntervals)
    for look in looks + [replications] {
      try await evaluation.run(upTo: min(look, replications), threads: threads)
      let results = evaluation.targetResults()
      if results.contains(where: \.isFarFromMet) || results.allSatisfy(\.isFarBeyond) { break }
    }
    tried[place] = evaluation
    return evaluation
  }

  private func tables(chosen: Int?, guess: Int) throws -> [SizingTable] {
    try plans.indices.map { index in
      let rows = try tried.keys.sorted().compactMap { place in
        try tried[place].map { try SizingTable.Row($0, plan: index, size: sizes[place]) }
      }
      return SizingTable(
        plan: plans[index].name, subject: plans[index].staffing.sizing?.subject ?? .rosterScale,
        rows: rows, chosen: chosen, firstGuess: guess)
    }
  }
}

extension SizingTable.Row {
  init(_ evaluation: GroupEvaluation, plan index: Int, size: Int) throws {
    let service = try ServiceOutcome(
      evaluation.years, asked: evaluation.scenario.measures,
      occupancy: evaluation.report().occupancy)
    let ledger = evaluation.ledgers[index]
    let costs = ledger.refusals == 0 ? ledger.totals.map(\.inYuan) : nil
    let targets = evaluation.targetResults()
    self.init(
      size: size, replications: evaluation.replications,
      peakOnDuty: try evaluation.staffing.peakOnDuty(in: evaluation.scenario),
      service: service, targets: targets, cost: costs.map { ConfidenceInterval(of: $0) },
      netResult: try costs.map {
        try CommerceOutcome(
          evaluation.years, cost: $0, platform: evaluation.platformOutcomes(),
          scenario: evaluation.scenario
        ).netResult.interval
      })
  }
}
