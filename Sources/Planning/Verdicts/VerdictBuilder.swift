// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Plans
import Pricing
import Scenarios

/// Turns a comparison into the owner's answer, with the figures behind it.
struct VerdictBuilder {
  let scenario: Scenario
  let plans: [Plan]
  let comparison: Comparison
  let ranking: Ranking
  /// Plans whose search found no size that meets the targets, with the largest size tried.
  let sizesNotFound: [(plan: String, largest: Int)]

  func verdict() -> Verdict {
    let recommendation = recommendation()
    let favourite = recommendation.favourite.flatMap { comparison.plan($0) }
    let evidence = EvidenceCollector(
      scenario: scenario, comparison: comparison, favourite: favourite)
    let assumptions = AssumptionFinder(
      scenario: scenario, plans: plans, comparison: comparison, ranking: ranking,
      favourite: favourite)
    return Verdict(
      recommendation: recommendation, outsourcing: outsourcing(recommendation, favourite),
      firmKinds: evidence.firmKinds, evidence: evidence.evidence,
      warnings: WarningCollector(
        scenario: scenario, plans: plans, comparison: comparison, favourite: favourite,
        sizesNotFound: sizesNotFound
      ).warnings,
      changes: ChangeFinder(comparison: comparison, favourite: favourite).changes,
      seats: seats(of: favourite), priceOfBeingWrong: priceOfBeingWrong(favourite),
      assumedPrices: assumptions.assumptions, assumedValues: assumptions.values,
      ownTeamAtBest: ownTeamAtBest(recommendation, favourite))
  }

  private func recommendation() -> Verdict.Recommendation {
    guard let selection = ranking.selection else { return undecided() ?? nobody() }
    let eligible = ranking.eligible
    switch selection.outcome {
    case .winner(let index):
      let others = eligible.indices.filter { $0 != index }
      let next = others.first
      return .winner(
        plan: eligible[index].name, runnerUp: next.map { eligible[$0].name },
        margin: next.flatMap { eligible[$0].costs(minus: eligible[index]) })
    case .equivalent(let indices):
      return .equivalent(plans: indices.map { eligible[$0].name })
    case .noWinnerYet(let contenders, let replications):
      return .noWinnerYet(
        leader: eligible[selection.leader].name, contenders: contenders.map { eligible[$0].name },
        replications: replications)
    }
  }

  /// Where no plan surely meets its targets and some may.
  private func undecided() -> Verdict.Recommendation? {
    let open = comparison.plans.filter { $0.isRanked && $0.targetAnswer == .undecided }
    return open.min(by: PlanOutcome.isCheaper).map { leader in
      .targetsUndecided(
        leader: leader.name, open: leader.targets.filter { !$0.isMet },
        replications: leader.targets.replicationsLikelyToTell)
    }
  }

  /// The plan that misses the fewest targets, then the cheapest of those.
  private func nobody() -> Verdict.Recommendation {
    let ranked = comparison.plans.filter(\.isRanked)
    let missed = { (plan: PlanOutcome) in plan.targets.filter { $0.answer == .missed } }
    let nearest = ranked.min {
      (missed($0).count, $0.worstShortfall, $0.cost.total.mean, $0.name)
        < (missed($1).count, $1.worstShortfall, $1.cost.total.mean, $1.name)
    }
    guard let nearest else { return .nothingToRank }
    return .nobodyMeetsTargets(nearest: nearest.name, missed: missed(nearest))
  }

  /// Plans with own staff only are the own team; all others buy.
  private func outsourcing(
    _ recommendation: Verdict.Recommendation, _ favourite: PlanOutcome?
  ) -> Verdict.OutsourcingAnswer {
    guard let favourite, recommendation.isDecided else { return .cannotTell }
    let rivals = ranking.eligible.filter { $0.team != favourite.team }
    let rival = rivals.min(by: PlanOutcome.isCheaper)
    switch favourite.team {
    case .mixed: return .combine
    case .bought:
      let own = ranking.eligible.filter { $0.team == .own }
      let cheapest = own.min(by: PlanOutcome.isCheaper)
      return .outsource(
        savingAgainstOwnTeam: cheapest.flatMap { $0.costs(minus: favourite)?.interval })
    case .own:
      guard let saving = rival?.costs(minus: favourite)?.interval else { return .cannotTell }
      return .keepOwnTeam(saving: saving)
    }
  }

  /// A team that is written with more people than its targets take would make any offer look cheap.
  private func ownTeamAtBest(
    _ recommendation: Verdict.Recommendation, _ favourite: PlanOutcome?
  ) -> Verdict.OwnTeamAtBest? {
    guard let favourite, recommendation.isDecided, favourite.team == .bought else { return nil }
    let better = comparison.savings.filter { $0.answer != .missed && $0.saves.mean > 0 }
    let own = better.filter { saving in
      comparison.plan(saving.plan).map { $0.isRanked && $0.team == .own } ?? false
    }
    let written = ranking.eligible.filter { $0.team == .own }.map(\.cost.total.mean).min()
    guard let best = own.min(by: { ($0.cost.mean, $0.plan) < ($1.cost.mean, $1.plan) }),
      best.cost.mean < written ?? .infinity
    else { return nil }
    let sized = better.first { $0.plan == favourite.name }
    let bought = sized?.totals ?? favourite.cost.total.values
    return Verdict.OwnTeamAtBest(
      plan: best.plan, cost: best.cost,
      saving: ConfidenceInterval(of: zip(best.totals, bought).map { $0 - $1 }),
      areBothSized: sized != nil)
  }

  /// Shared agents are the provider's matter: a plan without people of its own has no seats.
  private func seats(of plan: PlanOutcome?) -> [Verdict.SeatsInMonth] {
    guard let staffing = plan?.staffing else { return [] }
    let own = Set(staffing.lines.filter { $0.engagement != .shared }.map(\.group))
    if own.isEmpty { return [] }
    return staffing.months.map { month in
      let groups = month.groups.filter { own.contains($0.group) }
      return Verdict.SeatsInMonth(
        month: month.month, seats: groups.reduce(0) { $0 + $1.seats },
        shifts: groups.reduce(0) { $0 + $1.shifts })
    }
  }

  private func priceOfBeingWrong(_ plan: PlanOutcome?) -> Verdict.PriceOfBeingWrong? {
    guard let plan, plan.isRanked else { return nil }
    let table = RiskTable(ranking.eligible.isEmpty ? comparison.plans : ranking.eligible)
    guard let row = table.rows.first(where: { $0.plan == plan.name }) else { return nil }
    return Verdict.PriceOfBeingWrong(
      plan: plan.name, expectedRegret: row.expectedRegret, worstRegret: row.worstRegret,
      valueOfPerfectInformation: table.valueOfPerfectInformation)
  }
}

extension Verdict.Recommendation {
  /// The plan to speak of: the winner, the leader so far, or the nearest to the targets.
  package var favourite: String? {
    switch self {
    case .winner(let plan, _, _): plan
    case .equivalent(let plans): plans.first
    case .noWinnerYet(let leader, _, _): leader
    case .targetsUndecided(let leader, _, _): leader
    case .nobodyMeetsTargets(let nearest, _): nearest
    case .nothingToRank: nil
    }
  }

  package var isDecided: Bool {
    switch self {
    case .winner, .equivalent: true
    case .noWinnerYet, .targetsUndecided, .nobodyMeetsTargets, .nothingToRank: false
    }
  }
}

/// Who works under a plan.
enum Team { case own, bought, mixed }

extension PlanOutcome {
  /// Own are people who are engaged so, or whom the contract bills as the shop's own staff.
  var team: Team {
    let lines = staffing.lines.filter { $0.agents > 0 }
    let paid = billing.pricer.contract.clauses.compactMap(\.terms.people)
      .filter { $0.work == .payroll }.map(\.group)
    let own = lines.count {
      $0.engagement == .own || $0.billingGroups.contains(where: paid.contains)
    }
    if own == 0 { return .bought }
    return own == lines.count ? .own : .mixed
  }

  /// The cheaper of two plans comes first, of two that cost the same the one whose name does: the
  /// order of a file's plans decides nothing.
  static func isCheaper(_ left: PlanOutcome, _ right: PlanOutcome) -> Bool {
    (left.cost.total.mean, left.name) < (right.cost.total.mean, right.name)
  }

  /// Yearly cost of this plan minus another's on the same customers.
  func costs(minus other: PlanOutcome) -> PairedDifference? {
    try? PairedDifference(cost.total.values, minus: other.cost.total.values)
  }

  /// Largest relative distance of a missed target's pessimistic value from its bound.
  var worstShortfall: Double {
    targets.filter { $0.answer == .missed }.map { result in
      guard result.pessimistic.isFinite else { return .infinity }
      var bound = result.target.bound
      if case .shareOfDays(let wanted) = result.target.scope { bound = wanted }
      return abs(result.pessimistic - bound) / max(abs(bound), 1e-9)
    }.max() ?? 0
  }
}
