// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
import Plans
import Scenarios

/// How far the assumed pool of a plan may shrink before its targets are no longer surely met, by
/// simulation of smaller pools on the same customers.
package struct PoolFloor: Equatable, Sendable {
  package var plan: String
  /// The least share of the assumed size, in (0, 1], that was found to meet the targets.
  package var least: Double
  /// The next smaller pool; nil where the smallest one meets them too.
  package var below: Below?

  package struct Below: Equatable, Sendable {
    /// Share of the assumed size, in (0, 1).
    package var share: Double
    package var answer: TargetAnswer
  }

  /// Replications after which a pool far from its targets is judged, and with which others are.
  private static let looks = [3, 6, 10]

  /// Nil where nobody of the plan is shared.
  init?(
    _ plan: Plan, lines: [StaffingLine], scenario: Scenario, replications: Int, threads: Int
  ) async throws {
    let pools = Self.pools(lines)
    guard pools.count > 1, replications > 1 else { return nil }
    var answers: [Int: TargetAnswer] = [:]
    // The pool as assumed, which is the last, meets the targets; what lies below the first does not.
    var (fails, meets) = (-1, pools.count - 1)
    while meets - fails > 1 {
      let middle = fails + (meets - fails) / 2
      var smaller = plan
      smaller.staffing.lines = pools[middle].lines
      smaller.staffing.sizing = nil
      let answer = try await Self.answer(
        smaller, scenario: scenario, replications: replications, threads: threads)
      answers[middle] = answer
      if answer == .met { meets = middle } else { fails = middle }
    }
    self.plan = plan.name
    least = Double(pools[meets].percent) / 100
    below = answers[fails].map {
      Below(share: Double(pools[fails].percent) / 100, answer: $0)
    }
  }

  /// Rosters with ever more of the pool's people, up to all of them, each with the largest percentage
  /// that gives it.
  private static func pools(_ lines: [StaffingLine]) -> [(percent: Int, lines: [StaffingLine])] {
    var pools: [(percent: Int, lines: [StaffingLine])] = []
    for percent in 1...100 {
      var smaller = lines
      for index in lines.indices where lines[index].engagement == .shared {
        smaller[index].agents = (lines[index].agents * percent + 99) / 100
      }
      if pools.last?.lines == smaller { pools.removeLast() }
      pools.append((percent, smaller))
    }
    return pools
  }

  private static func answer(
    _ plan: Plan, scenario: Scenario, replications: Int, threads: Int
  ) async throws -> TargetAnswer {
    var evaluation = try GroupEvaluation([plan], scenario: scenario, keepsIntervals: false)
    for look in looks where look <= replications || evaluation.replications == 0 {
      try await evaluation.run(upTo: min(look, replications), threads: threads)
      let results = evaluation.targetResults()
      if results.contains(where: \.isFarFromMet) || results.allSatisfy(\.isFarBeyond) { break }
    }
    return evaluation.targetResults().answer
  }
}
