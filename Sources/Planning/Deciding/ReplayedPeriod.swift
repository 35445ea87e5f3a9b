// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
import Money
package import Plans
package import Scenarios

/// Sizes of a plan, judged by the customers who were recorded, and billed for them.
package struct ReplayedPeriod {
  private let plan: Plan
  private let scenario: Scenario
  private let replications: Int
  private let threads: Int
  private var known: [Int: Result] = [:]

  private struct Result {
    let targets: [TargetResult]
    let cost: Double?
  }

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

  private mutating func result(of size: Int) async throws -> Result {
    if let result = known[size] { return result }
    var evaluation = try GroupEvaluation(
      [plan], sizes: .uniform(size), scenario: scenario, keepsIntervals: false)
    try await evaluation.run(upTo: replications, threads: threads)
    let bills = evaluation.ledgers.first.map { $0.refusals == 0 ? $0.totals.map(\.inYuan) : [] }
    let result = Result(
      targets: evaluation.targetResults(),
      cost: bills.flatMap { $0.isEmpty ? nil : $0.reduce(0, +) / Double($0.count) })
    known[size] = result
    return result
  }

  /// In the order of the scenario's targets.
  package mutating func targets(of size: Int) async throws -> [TargetResult] {
    try await result(of: size).targets
  }

  package mutating func isKept(by size: Int) async throws -> Bool {
    try await targets(of: size).allSatisfy(\.isEstimateKept)
  }

  /// Mean yuan of the period at the plan's contract; nil where the contract has no price for what came.
  package mutating func cost(of size: Int) async throws -> Double? {
    try await result(of: size).cost
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
