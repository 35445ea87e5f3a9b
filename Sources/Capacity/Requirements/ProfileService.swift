// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Experiments
import Inference
import Measures
import Scenarios
import SimulationEngine
import Workforce

/// What customers met under a profile: of every replication, target and interval of arrival the
/// target's numerator and denominator.
struct ProfileService: Archived, Sendable {
  private let targets: [ServiceTarget]
  private let intervals: Int
  /// `tops[target][replication × intervals + interval]`.
  private(set) var tops: [[Double]]
  private(set) var bottoms: [[Double]]
  private(set) var replications = 0

  init(_ desk: RequirementDesk) {
    targets = desk.scenario.serviceTargets
    intervals = desk.intervalCount
    tops = Array(repeating: [], count: targets.count)
    bottoms = tops
  }

  /// Simulates a profile; the same replications see the same customers under every profile.
  init(
    _ profile: StaffProfile, at desk: RequirementDesk, replications: Range<Int>
  ) async throws {
    try await self.init(
      profile.lines(leadDays: desk.arrivals.warmUpDays), at: desk, replications: replications)
  }

  /// The same for the lines of a roster.
  init(
    _ lines: [StaffingLine], at desk: RequirementDesk, replications: Range<Int>
  ) async throws {
    self.init(desk)
    let (question, journal) = (desk.question, WorkJournal.current)
    let key = journal?.key(
      "profile", of: question.scenario, question.background, question.scale, question.days, lines,
      replications)
    if let journal, let key, journal.fill(&self, from: key) { return }
    let timeline = try StaffingTimeline(scenario: desk.scenario, lines: lines)
    let model = try SimulationModel(
      scenario: desk.scenario, staffing: timeline, arrivals: desk.arrivals)
    let parts = TargetParts(desk.scenario)
    try await OrderedReplications.run(replications, threads: desk.question.threads) {
      replication in
      let record = simulate(model, replication: replication)
      return parts.read(record)
    } consume: { _, parts in
      for target in targets.indices {
        tops[target] += parts.tops[target]
        bottoms[target] += parts.bottoms[target]
      }
      self.replications += 1
    }
    if let journal, let key { journal.keep(self, as: key) }
  }

  mutating func pass(through archive: inout Archive) {
    archive.pass(&replications)
    for target in targets.indices {
      archive.pass(&tops[target])
      archive.pass(&bottoms[target])
    }
  }

  /// How far a target is kept in a stretch of intervals, in customers (or seconds) of a replication:
  /// numerator − bound × denominator, so that it is not negative where the ratio keeps the bound, and
  /// adds up over intervals. Of a target with a confidence the surplus that is exceeded so surely.
  func surplus(_ target: Int, in block: Range<Int>) -> Double {
    let each = surpluses(target, in: block)
    guard let share = targets[target].confidence.share, each.count > 1 else {
      return each.reduce(0, +) / Double(max(1, each.count))
    }
    return MarginProbability(each).exceeded(with: share)
  }

  /// The same, replication by replication.
  func surpluses(_ target: Int, in block: Range<Int>) -> [Double] {
    let sign = targets[target].wantsMoreOfMeasure ? 1.0 : -1.0
    let bound = targets[target].bound
    return (0..<replications).map { replication in
      let (top, bottom) = parts(target, in: block, replication)
      return sign * (top - bound * bottom)
    }
  }

  /// The mean surplus of every interval.
  func surplusByInterval(_ target: Int) -> [Double] {
    (0..<intervals).map { place in
      let each = surpluses(target, in: place..<place + 1)
      return each.reduce(0, +) / Double(max(1, each.count))
    }
  }

  func parts(
    _ target: Int, in block: Range<Int>, _ replication: Int
  ) -> (top: Double, bottom: Double) {
    let start = replication * intervals
    var (top, bottom) = (0.0, 0.0)
    for place in block {
      top += tops[target][start + place]
      bottom += bottoms[target][start + place]
    }
    return (top, bottom)
  }

  /// The measure in a stretch, at 95 %; nil where nobody came.
  func value(_ target: Int, in block: Range<Int>) -> ConfidenceInterval? {
    let parts = (0..<replications).map { self.parts(target, in: block, $0) }
    return try? RatioEstimate.ratioOfExpectations(
      numerators: parts.map(\.top), denominators: parts.map(\.bottom)
    ).interval
  }

  /// A target judged over a stretch, as in a comparison.
  func result(_ target: Int, in block: Range<Int>) -> TargetResult {
    let rule = targets[target]
    let margins = (0..<replications).map { replication in
      let (top, bottom) = parts(target, in: block, replication)
      return bottom == 0 ? rule.fullRoom(isKept: true) : rule.room(top / bottom)
    }
    let mean =
      value(target, in: block).map { TargetResult(rule, value: $0) }
      ?? TargetResult(target: rule, value: nil, answer: .met, pessimistic: rule.bound)
    return mean.judged(by: margins, wanted: rule.confidence.share)
  }

  /// The mean surplus of every interval over the replications that break a target in the stretch; of
  /// targets that hold there nothing.
  func shortfall(in block: Range<Int>) -> [(target: Int, byPlace: [Double])] {
    targets.indices.filter { surplus($0, in: block) < 0 }.map { target in
      let each = surpluses(target, in: block)
      let broken = each.indices.filter { each[$0] < 0 }
      let byPlace = block.map { place in
        let own = surpluses(target, in: place..<place + 1)
        return broken.reduce(0) { $0 + own[$1] } / Double(max(1, broken.count))
      }
      return (target, byPlace)
    }
  }
}
