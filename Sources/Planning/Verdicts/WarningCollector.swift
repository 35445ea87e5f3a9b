// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Money
import Plans
import Pricing
import Scenarios

/// What the owner should know before signing.
struct WarningCollector {
  let scenario: Scenario
  let plans: [Plan]
  let comparison: Comparison
  let favourite: PlanOutcome?
  let sizesNotFound: [(plan: String, largest: Int)]

  /// A month's abandonment above this share is a collapse, whatever the year's mean says.
  private static let collapse = 0.2

  var warnings: [Verdict.Warning] {
    var list: [Verdict.Warning] = []
    if comparison.replications < 30 { list.append(.fewReplications(comparison.replications)) }
    if comparison.plans.allSatisfy({ $0.service.arrivals.mean == 0 }) { list.append(.noCustomers) }
    if scenario.serviceTargets.isEmpty { list.append(.noTargets) }
    for plan in comparison.plans { list += partOfHorizon(plan) }
    for plan in comparison.plans { list += unstaffed(plan) + notBilled(plan) + ownTeam(plan) }
    list += extrapolations + growthWithoutDate
    for plan in comparison.refused {
      list.append(.volumeRefused(plan: plan.plan, replications: plan.replications))
    }
    for table in comparison.periodTables { list += limits(table) + openSizes(table) }
    for found in sizesNotFound where !isLimited(found.plan) {
      list.append(.sizeNotFound(plan: found.plan, largest: found.largest))
    }
    if let favourite, favourite.isRanked, let cost = favourite.costToServe,
      favourite.cost.total.mean < cost
    {
      list.append(
        .belowCostToServe(
          plan: favourite.name, revenue: favourite.cost.total.mean, cost: cost))
    }
    for table in comparison.sizings { list += smallestSize(table) }
    for plan in comparison.plans { list += service(plan) }
    let assumed = comparison.plans.filter { $0.isPoolSizeAssumed && $0.isRanked }
    if !assumed.isEmpty { list.append(.poolSizeAssumed(plans: assumed.map(\.name))) }
    let assumedTerms = comparison.periodTables.map(\.plan).filter { name in
      comparison.plan(name)?.billing.pricer.contract.clauses.contains {
        $0.terms.seatTerms?.isAssumed ?? false
      } ?? false
    }
    if !assumedTerms.isEmpty { list.append(.seatTermsAssumed(plans: assumedTerms)) }
    for plan in comparison.plans { list += clauses(plan) }
    return list
  }

  private func isLimited(_ plan: String) -> Bool {
    comparison.periodTables.contains { $0.plan == plan && !$0.limits.isEmpty }
  }

  private func limits(_ table: PeriodTable) -> [Verdict.Warning] {
    let lines = table.limits.reduce(into: [String]()) { lines, limit in
      if !lines.contains(limit.unit) { lines.append(limit.unit) }
    }
    return lines.map { line in
      let own = table.limits.filter { $0.unit == line }
      return .largestSizeIsTooFew(
        plan: table.plan, line: line, periods: own.map(\.period),
        largest: own.map(\.largest).max() ?? 0)
    }
  }

  /// Cheaper sizes of which it is open whether they meet the targets, where they would save a share of
  /// the plan's cost that matters.
  private func openSizes(_ table: PeriodTable) -> [Verdict.Warning] {
    guard let open = table.openSaving, let plan = comparison.plan(table.plan), plan.meetsTargets,
      open.saves > 0.005 * plan.cost.total.mean
    else { return [] }
    return [
      .cheaperSizesOpen(plan: table.plan, saves: open.saves, replications: open.replications)
    ]
  }

  /// Days outside the contract are served, but not billed: the plan looks cheaper than it is.
  private func partOfHorizon(_ plan: PlanOutcome) -> [Verdict.Warning] {
    guard let term = plan.billing.pricer.contract.term else { return [] }
    let days = scenario.horizon.count { term.contains($0) }
    guard days < scenario.horizon.count else { return [] }
    return [.partOfHorizonBilled(plan: plan.name, days: days, of: scenario.horizon.count)]
  }

  /// A line without the engagement that the contract bills is on duty for nothing.
  private func notBilled(_ plan: PlanOutcome) -> [Verdict.Warning] {
    let billed = plan.billing.pricer.contract.clauses.compactMap(\.terms.people?.group)
    guard !billed.isEmpty else { return [] }
    let free = plan.staffing.lines.filter { line in
      line.agents > 0 && line.engagement != .shared
        && !line.billingGroups.contains(where: billed.contains)
    }
    let names = free.map(\.sizingName).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? [] : [.peopleNotBilled(plan: plan.name, lines: names)]
  }

  /// Who is already there costs no hiring, so that two numbers of them are two costs.
  private func ownTeam(_ plan: PlanOutcome) -> [Verdict.Warning] {
    let clauses = plan.billing.pricer.contract.clauses.compactMap { clause -> InHouseClause? in
      if case .inHouse(let terms) = clause.terms { terms } else { nil }
    }
    guard let shop = scenario.shop.ownAgents, shop > 0, clauses.count == 1,
      let clause = clauses.first,
      clause.recruiting.costsAnything
    else { return [] }
    if let existing = clause.recruiting.existingTeam {
      return existing == shop
        ? [] : [.ownTeamsDiffer(plan: plan.name, billed: existing, shop: shop, isWritten: true)]
    }
    guard plan.hasOwnStaffOnly, let first = plan.staffing.months.first else { return [] }
    let people = first.groups.reduce(0) { $0 + $1.seats }
    let heads = Int((people - 1e-6).rounded(.up))
    return heads > shop
      ? [.ownTeamsDiffer(plan: plan.name, billed: heads, shop: shop, isWritten: false)] : []
  }

  private func unstaffed(_ plan: PlanOutcome) -> [Verdict.Warning] {
    let year = plan.performance.year
    guard let gaps = plan.performance.unstaffed, gaps[.arrivals] > 0, year[.arrivals] > 0 else {
      return []
    }
    return [
      .unstaffed(
        plan: plan.name, arriving: gaps[.arrivals] / year[.arrivals],
        lost: (gaps[.arrivals] - gaps[.answered]) / gaps[.arrivals])
    ]
  }

  private var extrapolations: [Verdict.Warning] {
    scenario.agentGroups.compactMap { group in
      group.extrapolatedBeyond.map {
        .speedsExtrapolated(group: group.name, measured: $0, limit: group.chatLimit)
      }
    }
  }

  /// Over a year or more the growth shows from the first day on; over less it hardly does.
  private var growthWithoutDate: [Verdict.Warning] {
    guard scenario.horizon.count < 365 else { return [] }
    return scenario.demand.compactMap { stream in
      guard case .seasonal(let demand) = stream.source, demand.growthPerYear != 0,
        demand.growthFrom == nil
      else { return nil }
      return .growthFromAssumed(
        stream: stream.name, perYear: demand.growthPerYear, date: scenario.horizon.first)
    }
  }

  private func smallestSize(_ table: SizingTable) -> [Verdict.Warning] {
    guard let size = table.chosen,
      let staffing = plans.first(where: { $0.name == table.plan })?.staffing,
      let sizing = staffing.sizing, size == sizing.range.lowerBound,
      staffing.sized(1).lines != staffing.sized(size).lines
    else { return [] }
    return [
      .smallestSizeIsEnough(
        plan: table.plan, size: size, isPercent: sizing.subject == .rosterScale)
    ]
  }

  private func service(_ plan: PlanOutcome) -> [Verdict.Warning] {
    if plan.isWiderInScope { return [.widerInScope(plan: plan.name)] }
    var list: [Verdict.Warning] = []
    let saved = favourite.map { $0.cost.total.mean - plan.cost.total.mean } ?? 0
    if let missed = plan.targets.first(where: { $0.answer == .missed }) {
      list.append(
        saved > 0 && favourite?.meetsTargets == true
          ? .cheapButBelowTarget(plan: plan.name, saves: saved, missed)
          : .serviceBelowTarget(plan: plan.name, missed))
    } else if let open = plan.targets.first(where: { $0.answer == .undecided }),
      favourite?.name != plan.name
    {
      list.append(.targetUndecided(plan: plan.name, saves: saved, open))
    }
    let worst = plan.performance.months.filter { $0.measures[.arrivals] > 0 }
      .max { $0.measures[.abandonment] < $1.measures[.abandonment] }
    if let worst, worst.measures[.abandonment] > Self.collapse,
      worst.measures[.abandonment] > 2 * plan.performance.year[.abandonment]
    {
      list.append(
        .worstMonth(
          plan: plan.name, month: worst.month, abandonment: worst.measures[.abandonment]))
    }
    return list
  }

  private func clauses(_ plan: PlanOutcome) -> [Verdict.Warning] {
    plan.billing.pricer.contract.clauses.filter(\.terms.warns).map {
      .clause(plan: plan.name, clause: $0.name)
    }
  }
}
