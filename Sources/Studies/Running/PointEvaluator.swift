// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Money
package import Planning
package import Plans
import Pricing
import Scenarios
import SimulationEngine

/// Simulates and prices points of a study, one after the other.
///
/// Points that differ in their contracts alone meet the same customers with the same people: what was
/// simulated for the point before is priced again.
package struct PointEvaluator: Sendable {
  /// What the sums of a replication depend on; last what takes longest to compare.
  private struct Setting: Equatable {
    var byHour: Bool
    var staffing: StaffingPlan
    var schema: UsageSchema
    var scenario: Scenario
  }

  /// One replication as far as a study needs it.
  private struct Simulated {
    var service: [Double]
    var usage: Usage
    /// Sales with those of messages of the night, in yuan.
    var sales: Double
  }

  /// Replications of a point that are remembered; usage takes some ten kilobytes each.
  private static let mostRemembered = 2_000

  private let measures: [StudyMeasure]
  private let threads: Int
  private var before: [(setting: Setting, replications: [Int: Simulated])] = []

  /// - Parameter threads: Results do not depend on it.
  package init(_ measures: [StudyMeasure], threads: Int) {
    self.measures = measures
    self.threads = threads
  }

  /// Runs some replications of a point.
  ///
  /// - Parameters:
  ///   - plans: In the order of the study, with their places in it and the sizes that a search found.
  ///   - kept: How many of the replications of a plan are known already, by its place.
  ///   - each: Is given the rows of every replication as it is done, in order for each plan.
  package mutating func run(
    _ point: Int, of scenario: PlannedScenario,
    plans: [(place: Int, plan: Plan, sizes: SizeChoice?)], replications: Range<Int>,
    kept: (Int) -> Int, each: ([StudyRow]) throws -> Void
  ) async throws {
    var rest = plans
    var now: [(setting: Setting, replications: [Int: Simulated])] = []
    while let first = rest.first {
      let staffing = Self.staffing(first)
      let group = rest.filter { Self.staffing($0).asSimulated == staffing.asSimulated }
      rest.removeAll { entry in group.contains { $0.place == entry.place } }
      let known = group.map { kept($0.place) }.min() ?? 0
      let range =
        min(replications.lowerBound + known, replications.upperBound)..<replications.upperBound
      guard !range.isEmpty else { continue }
      let done = try await run(point, of: scenario, group, staffing, range, each)
      now.append(done)
    }
    before = now
  }

  private static func staffing(_ entry: (place: Int, plan: Plan, sizes: SizeChoice?))
    -> StaffingPlan
  {
    entry.sizes.map { entry.plan.staffing.sized($0) } ?? entry.plan.staffing
  }

  private func run(
    _ point: Int, of scenario: PlannedScenario,
    _ group: [(place: Int, plan: Plan, sizes: SizeChoice?)], _ staffing: StaffingPlan,
    _ replications: Range<Int>, _ each: ([StudyRow]) throws -> Void
  ) async throws -> (setting: Setting, replications: [Int: Simulated]) {
    let experiment = try Experiment(
      scenario: scenario.scenario, staffing: staffing, currency: scenario.currency)
    let schema = experiment.usageBuilder.schema
    var ledgers: [PlanLedger] = []
    for entry in group {
      ledgers.append(
        try PlanLedger(
          entry.plan, staffing: Self.staffing(entry), scenario: scenario.scenario, schema: schema))
    }
    let setting = Setting(
      byHour: ledgers.contains(where: \.needsHours), staffing: staffing.asSimulated,
      schema: schema, scenario: scenario.scenario)
    let margin = scenario.grossMargin * (1 - scenario.refundShare)
    let known = before.first { $0.setting == setting }?.replications ?? [:]
    var simulated: [Int: Simulated] = [:]
    func take(_ one: Simulated, _ replication: Int) throws {
      if simulated.count < Self.mostRemembered { simulated[replication] = one }
      var rows: [StudyRow] = []
      for (index, entry) in group.enumerated() {
        let refusals = ledgers[index].refusals
        try ledgers[index].add(one.usage)
        let isPriced = ledgers[index].refusals == refusals
        let cost = isPriced ? ledgers[index].totals.last.map { Double($0.fen) / 100 } ?? .nan : .nan
        rows.append(
          StudyRow(
            point: point, plan: entry.place, replication: replication,
            numbers: numbers(one, cost: cost, netResult: margin * one.sales - cost)))
      }
      try each(rows)
    }
    var next = replications.lowerBound
    while next < replications.upperBound, let one = known[next] {
      try take(one, next)
      next += 1
    }
    try await experiment.run(next..<replications.upperBound, threads: threads) { summary in
      let one = Simulated(
        service: service(summary.year),
        usage: experiment.usageBuilder.usage(of: summary, byHour: setting.byHour),
        sales: summary.year[.sales] + (summary.overnight?[.sales] ?? 0))
      try take(one, summary.record.replication)
    }
    return (setting, simulated)
  }

  private func service(_ sums: ServiceMeasures) -> [Double] {
    measures.flatMap { measure -> [Double] in
      guard case .service(let measure) = measure else { return [] }
      let parts = sums.parts(of: measure)
      return measure.definition.denominator == nil ? [parts.top] : [parts.top, parts.bottom]
    }
  }

  /// The numbers of a row, in the order of the measures.
  private func numbers(_ one: Simulated, cost: Double, netResult: Double) -> [Double] {
    var service = one.service[...]
    return measures.flatMap { measure -> [Double] in
      switch measure {
      case .cost: return [cost]
      case .netResult: return [netResult]
      case .service:
        defer { service = service.dropFirst(measure.width) }
        return Array(service.prefix(measure.width))
      }
    }
  }
}
