// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Experiments
import Inference
import Measures
package import Planning
package import Tables

/// The same results for machines: objects whose members are the CSV files' columns.
package enum JSONDocuments {
  package static func comparison(
    _ comparison: Comparison, change: ChangeReport? = nil, observed: Observed = Observed(),
    style: NumberStyle
  ) -> JSONValue {
    let verdict = VerdictText(comparison, style: style)
    let members: JSONValue = [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(comparison.scenarioName),
      "scenario_hash": .string(comparison.scenarioHash),
      "seed": .string(String(comparison.seed)),
      "first_day": .string(comparison.horizon.first.description),
      "last_day": .string(comparison.horizon.last.description),
      "time_zone": comparison.timeZone.map { .string($0) } ?? .null,
      "replication_count": .integer(comparison.replications),
      "plans": CSVTable.comparison.json(PlanRow.rows(of: comparison)),
      "targets": CSVTable.targets.json(TargetRow.rows(of: comparison.plans)),
      "platform": CSVTable.platform.json(PlatformRow.rows(of: comparison.plans)),
      "verdict": [
        "outcome": .string(comparison.verdict.recommendation.key),
        "plans": .strings(comparison.verdict.recommendation.plans),
        "statements": .array(
          verdict.statements.map { ["topic": .string($0.topic), "text": .string($0.text)] }),
        "figures": CSVTable.verdict.json(verdict.figures),
      ],
      "risk": CSVTable.risk.json(comparison.risk),
      "spread": CSVTable.spread.json(SpreadRow.rows(of: comparison.spread)),
      "replications": CSVTable.replications.json(ReplicationRow.rows(of: comparison)),
      "breakeven": CSVTable.breakEven.json(BreakEvenRow.rows(of: comparison.breakEven)),
      "crossings": CSVTable.crossings.json(comparison.breakEven?.crossings ?? []),
      "staffing": CSVTable.staffing.json(SizingRow.rows(of: comparison)),
      "planned": .array(comparison.planned.map(planned)),
      "planned_days": CSVTable.plannedDays.json(PlannedDayRow.rows(of: comparison)),
      "change": change.map { CSVTable.change.json(ChangeRow.rows(of: $0.effect)) } ?? .null,
    ]
    guard case .object(let own) = members else { return members }
    return .object(own + observed.members)
  }

  /// What planning found for a plan, beside the fewest on its own shifts.
  private static func planned(_ planned: PlannedStaffing) -> JSONValue {
    func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
    return [
      "plan": .string(planned.plan),
      "kept": .string(planned.isKept ? "planned" : "fewest"),
      "kinds_of_days": .integer(planned.days.count),
      "planned_cost": number(planned.cost?.mean),
      "planned_targets": .string(planned.answer.rawValue),
      "fewest_cost": number(planned.fewest?.cost.mean),
      "fewest_targets": planned.fewest.map { .string($0.answer.rawValue) } ?? .null,
      "saves": number(planned.fewest?.saves?.mean),
      "saves_half_width": number(planned.fewest?.saves?.halfWidth),
    ]
  }

  /// Simulated service, without money.
  ///
  /// - Parameters:
  ///   - estimates: Measures with their intervals, where they were asked for.
  ///   - observed: What only the chats one by one tell, likewise.
  package static func service(
    _ comparison: Comparison, estimates: [EstimateRow] = [],
    observed: Observed = Observed()
  ) -> JSONValue {
    let services = comparison.plans.map(PlanService.init)
    var members: [JSONValue.Member] = [
      .init("schema_version", .integer(CSVSchema.version)),
      .init("scenario", .string(comparison.scenarioName)),
      .init("time_zone", comparison.timeZone.map { .string($0) } ?? .null),
      .init("estimates", EstimateText.json(estimates)),
      .init("targets", CSVTable.targets.json(TargetRow.rows(of: comparison.plans))),
      .init("months", CSVTable.monthsOfService.json(MonthRow.rows(of: services))),
      .init("agents", CSVTable.agents.json(GroupRow.rows(of: services))),
      .init("people", CSVTable.people.json(PersonRow.rows(of: services))),
      .init("overnight", .array(services.compactMap(overnight))),
      .init("waits", CSVTable.waits.json(WaitRow.rows(of: services))),
      .init(
        "replications", CSVTable.replicationsOfService.json(ReplicationRow.rows(of: services))),
    ]
    members += observed.members
    return .object(members)
  }

  /// A plan's messages of the night, as means per replication; nil where none are answered as such.
  private static func overnight(_ service: PlanService) -> JSONValue? {
    guard let sums = service.performance.overnight else { return nil }
    let wait = sums[.meanWaitOfAnswered]
    return [
      "plan": .string(service.plan),
      "messages": .number(sums.number(of: .count(.arrived))),
      "answered": .number(sums.number(of: .answered)),
      "left": .number(sums.number(of: .count(.abandoned))),
      "unserved": .number(sums.number(of: .count(.unserved))),
      "mean_wait": wait.isFinite ? .number(wait) : .null,
    ]
  }
}

extension Verdict.Recommendation {
  /// The outcome as a word for machines.
  package var key: String {
    switch self {
    case .winner: "winner"
    case .equivalent: "equivalent"
    case .noWinnerYet: "no_winner_yet"
    case .targetsUndecided: "targets_undecided"
    case .nobodyMeetsTargets: "nobody_meets_targets"
    case .nothingToRank: "nothing_to_rank"
    }
  }

  /// The plans it is about, the first one first.
  package var plans: [String] {
    switch self {
    case .winner(let plan, _, _): [plan]
    case .equivalent(let plans): plans
    case .noWinnerYet(let leader, let contenders, _):
      [leader] + contenders.filter { $0 != leader }
    case .targetsUndecided(let leader, _, _): [leader]
    case .nobodyMeetsTargets(let nearest, _): [nearest]
    case .nothingToRank: []
    }
  }
}
