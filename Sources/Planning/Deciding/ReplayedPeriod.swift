// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
package import Plans
package import Scenarios

/// Sizes of a plan, judged by the customers who were recorded.
package struct ReplayedPeriod {
  private let plan: Plan
  private let scenario: Scenario
  private let replications: Int
  private let threads: Int
  private var known: [Int: [TargetResult]] = [:]

  /// - Parameters:
  ///   - plan: With a search for one size.
  ///   - scenario: Whose service, rules and targets hold; its demand is replaced, and a promise is
  ///     judged by what came, whatever its confidence.
  ///   - days: Of the record.
  ///   - replications: Draws of what the record does not tell: work, patience, instants in an interval.
  package init(
    _ plan: Plan, scenario: Scenario, records: HistoryRecords, days: DateSpan, replications: Int,
    threads: Int
  ) {
    var scenario = scenario
    scenario.horizon = days
    scenario.experiment.warmUpDays = 0
    scenario.demand = [
      DemandStream(
        name: scenario.demand.first?.name ?? "shop",
        source: .history(HistoryReplay(source: "history", records: records, gapsAreEmpty: true)),
        mix: scenario.demand.first?.mix ?? [])
    ]
    for index in scenario.serviceTargets.indices {
      scenario.serviceTargets[index].confidence = .mean
    }
    self.plan = plan
    self.scenario = scenario
    self.replications = replications
    self.threads = threads
  }

  /// In the order of the scenario's targets.
  package mutating func targets(of size: Int) async throws -> [TargetResult] {
    if let results = known[size] { return results }
    var evaluation = try GroupEvaluation(
      [plan], sizes: .uniform(size), scenario: scenario, keepsIntervals: false)
    try await evaluation.run(upTo: replications, threads: threads)
    let results = evaluation.targetResults()
    known[size] = results
    return results
  }

  package mutating func isKept(by size: Int) async throws -> Bool {
    try await targets(of: size).allSatisfy(\.isEstimateKept)
  }

  /// The least size of the plan's range that keeps the promise; nil where none does.
  ///
  /// More people never serve worse, up to chance: halved between, then one below is tried.
  package mutating func fewest() async throws -> Int? {
    guard let range = plan.staffing.sizing?.range, try await isKept(by: range.upperBound) else {
      return nil
    }
    var (fails, keeps) = (range.lowerBound - 1, range.upperBound)
    while keeps - fails > 1 {
      let middle = fails + (keeps - fails) / 2
      if try await isKept(by: middle) { keeps = middle } else { fails = middle }
    }
    return keeps
  }
}
