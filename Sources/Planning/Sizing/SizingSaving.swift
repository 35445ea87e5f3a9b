// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Experiments
package import Inference
import Money
import Plans
import Scenarios

/// What sizes by month would make of a plan that is sized by hand, or once for the whole horizon.
package struct SizingSaving: Sendable {
  package var plan: String
  /// Yuan over the horizon with sizes by month.
  package var cost: ConfidenceInterval
  /// Yuan over the horizon, as written minus sized, on the same customers.
  package var saves: ConfidenceInterval
  /// What the targets would be.
  package var answer: TargetAnswer
  package var table: PeriodTable
  /// Yuan over the horizon with sizes by month, replication by replication.
  let totals: [Double]
  /// The plan with a search by month, and what it found.
  let sized: Plan
  let choice: SizeChoice
  /// The plan at those sizes.
  let evaluated: EvaluatedGroup

  /// Replications by which such a plan is sized; few, as the row is advice beside the plan.
  private static let replications = 10

  /// Nil where the plan has sizes by period, has nobody to size, or there is no target to meet.
  init?(_ plan: Plan, as outcome: PlanOutcome, scenario: Scenario, threads: Int) async throws {
    guard plan.staffing.sizing?.isUniform ?? true, !scenario.serviceTargets.isEmpty,
      let sized = plan.sizedByMonth(from: outcome.staffing.lines, most: 3),
      scenario.horizon.months.count > 1
    else { return nil }
    let count = min(outcome.cost.total.values.count, Self.replications)
    var sizer = try PeriodSizer(
      [sized], scenario: scenario,
      options: PeriodSizer.Options(
        replications: count, largest: count, threads: threads, keepsIntervals: false,
        exchanges: 2))
    let found = try await sizer.search()
    guard let ledger = found.evaluation.ledgers.first, ledger.refusals == 0 else { return nil }
    let totals = ledger.totals.map(\.inYuan)
    let written = Array(outcome.cost.total.values.prefix(totals.count))
    self.plan = plan.name
    self.totals = totals
    cost = ConfidenceInterval(of: totals)
    saves = ConfidenceInterval(of: zip(written, totals).map { $0 - $1 })
    answer = found.evaluation.targetResults().answer
    table = PeriodTable(plan: plan.name, found: found)
    self.sized = sized
    choice = .periods(found.sizes, found.layout)
    evaluated = EvaluatedGroup(found)
  }
}

extension Plan {
  /// The plan with a size by month for every line but those of a shared pool; nil where there is none.
  ///
  /// Long-term lines that differ in their dates alone are one line all year: their dates are sizes by
  /// hand.
  ///
  /// - Parameters:
  ///   - found: The lines with their head counts resolved.
  ///   - most: Largest size tried ÷ the one that the lines have.
  ///   - least: Below which no largest size is.
  func sizedByMonth(from found: [StaffingLine], most: Int, atLeast least: Int = 0) -> Plan? {
    var copy = self
    copy.staffing.lines = []
    var sized: [SizedLine] = []
    for line in found {
      guard line.engagement != .shared else {
        copy.staffing.lines.append(line)
        continue
      }
      var whole = line
      if line.engagement != .shortTerm { whole.dates = nil }
      let same = found.filter { other in
        var other = other
        if other.engagement != .shortTerm { other.dates = nil }
        other.agents = whole.agents
        return other == whole
      }
      whole.agents = same.reduce(0) { $0 + $1.agents }
      var name = line.sizingName
      if found.contains(where: { $0.sizingName == name && $0.group != line.group }) {
        name = "\(line.group)/\(name)"
      }
      whole.name = name
      if copy.staffing.lines.contains(whole) { continue }
      while sized.contains(where: { $0.name == name }) { name += "'" }
      whole.name = name
      copy.staffing.lines.append(whole)
      let first = same.contains { $0.dates == nil } ? 1 : 0
      sized.append(
        SizedLine(name: name, range: first...max(least, max(1, whole.agents) * most) + 1))
    }
    guard !sized.isEmpty else { return nil }
    let range =
      (sized.map(\.range.lowerBound).min() ?? 1)...(sized.map(\.range.upperBound).max() ?? 1)
    copy.staffing.sizing = Sizing(subject: .lines(sized), range: range, periods: .months)
    return copy
  }
}
