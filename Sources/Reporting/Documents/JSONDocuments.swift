// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Experiments
import Measures
package import Planning
package import Tables

/// The same results for machines: objects whose members are the CSV files' columns.
package enum JSONDocuments {
  package static func comparison(
    _ comparison: Comparison, change: ChangeReport? = nil, style: NumberStyle
  ) -> JSONValue {
    let verdict = VerdictText(comparison, style: style)
    return [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(comparison.scenarioName),
      "scenario_hash": .string(comparison.scenarioHash),
      "seed": .string(String(comparison.seed)),
      "first_day": .string(comparison.horizon.first.description),
      "last_day": .string(comparison.horizon.last.description),
      "replications": .integer(comparison.replications),
      "plans": CSVTable.comparison.json(PlanRow.rows(of: comparison)),
      "verdict": [
        "outcome": .string(comparison.verdict.recommendation.key),
        "plans": .strings(comparison.verdict.recommendation.plans),
        "statements": .array(
          verdict.statements.map { ["topic": .string($0.topic), "text": .string($0.text)] }),
        "figures": CSVTable.verdict.json(verdict.figures),
      ],
      "risk": CSVTable.risk.json(comparison.risk),
      "break_even": CSVTable.breakEven.json(BreakEvenRow.rows(of: comparison.breakEven)),
      "crossings": CSVTable.crossings.json(comparison.breakEven?.crossings ?? []),
      "staffing": CSVTable.staffing.json(SizingRow.rows(of: comparison)),
      "change": change.map { CSVTable.change.json(ChangeRow.rows(of: $0.effect)) } ?? .null,
    ]
  }

  /// - Parameter estimates: Measures with their intervals, where they were asked for.
  package static func service(
    _ services: [PlanService], estimates: [EstimateRow] = []
  ) -> JSONValue {
    [
      "estimates": EstimateText.json(estimates),
      "schema_version": .integer(CSVSchema.version),
      "months": CSVTable.monthsOfService.json(MonthRow.rows(of: services)),
      "agents": CSVTable.agents.json(GroupRow.rows(of: services)),
      "people": CSVTable.people.json(PersonRow.rows(of: services)),
      "overnight": .array(services.compactMap(overnight)),
      "waits": CSVTable.waits.json(WaitRow.rows(of: services)),
      "replications": .array(
        services.flatMap { service in
          service.performance.totals.map {
            replication($0, plan: service.plan, asked: service.performance.asked)
          }
        }),
    ]
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

  /// Sums of one replication; seconds where the name says so.
  private static func replication(
    _ totals: ReplicationTotals, plan: String, asked: [Measure]
  ) -> JSONValue {
    let counts = totals.counts
    func count(_ sum: ContactSum) -> Int { Int(counts.number(of: sum)) }
    var members: [JSONValue.Member] = [
      .init("plan", .string(plan)),
      .init("replication", .integer(totals.replication)),
      .init("chats", .integer(totals.chats)),
      .init("arrivals", .integer(count(.count(.arrived)))),
      .init("waited", .integer(totals.waited)),
      .init("abandoned", .integer(count(.count(.abandoned)))),
      .init("unserved", .integer(count(.count(.unserved)))),
      .init("within_limit", .integer(count(.answeredWithin))),
      .init("wait_seconds", .number(counts.parts(of: .meanWait).top)),
      .init("replies", .integer(totals.replies)),
      .init("reply_seconds", .number(totals.replySeconds)),
      .init("first_reply_seconds", .number(counts.number(of: .time(.firstReply)))),
    ]
    members += asked.map { .init($0.key, .number(counts[$0])) }
    return .object(members)
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
