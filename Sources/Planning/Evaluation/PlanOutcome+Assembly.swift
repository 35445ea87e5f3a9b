// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Money
import Plans
import Pricing
import Scenarios

extension GroupEvaluation {
  /// The outcomes of the plans whose contracts price every replication, in order.
  ///
  /// - Parameter sizes: What a search found, to be reported.
  func outcomes(sizes: SizeChoice?) throws -> [PlanOutcome] {
    let report = report()
    let targets = detailedTargets()
    let commerce = commerce
    let platform = try platformOutcomes()
    let graded = gradedDays
    let service = try ServiceOutcome(
      years, asked: scenario.measures, occupancy: report.occupancy)
    return try ledgers.filter { $0.refusals == 0 }.map { ledger in
      let cost = try CostOutcome(ledger, years: commerce)
      return PlanOutcome(
        name: ledger.plan.name,
        title: ledger.plan.title.isEmpty ? ledger.plan.name : ledger.plan.title,
        staffing: try StaffingSummary(
          ledger.plan, sizes: sizes, work: ledger.rostered, scenario: scenario),
        cost: cost, service: service,
        commerce: try CommerceOutcome(
          commerce, cost: cost.total.values, platform: platform, scenario: scenario),
        platform: platform, gradedDays: graded,
        performance: report, targets: targets,
        isPoolSizeAssumed: ledger.plan.staffing.isSharedPool,
        costToServe: try costToServe(ledger),
        isWiderInScope: ledger.plan.contract.scope == .wholeShop, billing: ledger.billing)
    }
  }

  /// The pool's people on the usual terms of an own team, for the shop's part of the work.
  private func costToServe(_ ledger: PlanLedger) throws -> Double? {
    guard let shares = poolShare?.shares, !shares.isEmpty, ledger.plan.staffing.isSharedPool
    else { return nil }
    let cost = try PoolCost.total(
      of: ledger.plan, scenario: scenario, schema: ledger.pricer.schema,
      employment: ProviderView.Terms().employment)
    return cost * shares.reduce(0, +) / Double(shares.count)
  }
}

/// Interval of a ratio of expectations; nil without a denominator.
func ratio(_ numerators: [Double], _ denominators: [Double]) -> ConfidenceInterval? {
  try? RatioEstimate.ratioOfExpectations(
    numerators: numerators, denominators: denominators
  ).interval
}

extension CostOutcome {
  /// - Parameter years: Sums of each replication, messages of the night included.
  init(_ ledger: PlanLedger, years: [ServiceMeasures]) throws {
    let totals = ledger.totals.map(\.inYuan)
    let months = ledger.charges.first?.months ?? []
    self.init(
      total: try SampleSummary(totals), perInquiry: ratio(totals, years.map { $0[.arrivals] }),
      perOrder: ratio(totals, years.map { $0[.orders] }),
      months: try months.enumerated().map { index, month in
        MonthlyCost(
          month: month, total: try SampleSummary(ledger.charges.map { $0.monthly[index].inYuan }))
      },
      clauses: Self.clauses(of: ledger))
  }

  private static func clauses(of ledger: PlanLedger) -> [ClauseCost] {
    let clauses = ledger.plan.contract.clauses
    let count = Double(max(1, ledger.charges.count))
    return clauses.indices.compactMap { index in
      let sum = ledger.charges.reduce(0) { $0 + $1.clauses[index].inYuan }
      return sum == 0 ? nil : ClauseCost(name: clauses[index].name, mean: sum / count)
    }
  }
}

extension CommerceOutcome {
  /// - Parameters:
  ///   - years: Sums of each replication, messages of the night included.
  ///   - cost: The bill of each.
  init(
    _ years: [ServiceMeasures], cost: [Double], platform: [PlatformOutcome], scenario: Scenario
  ) throws {
    let kept = scenario.grossMargin * (1 - scenario.refundShare)
    let grades = platform.totals(years.count)
    self.init(
      orders: try SampleSummary(years.map { $0[.orders] }),
      salesAttributed: try SampleSummary(years.map { $0[.sales] }),
      salesLost: try SampleSummary(years.map { $0[.salesLost] }),
      platformCost: try SampleSummary(grades),
      netResult: try SampleSummary(
        zip(zip(years, cost), grades).map { kept * $0.0[.sales] - $0.1 - $1 }))
  }
}

extension StaffingSummary {
  /// - Parameters:
  ///   - sizes: What a search found, where the plan is sized.
  ///   - work: Of the plan's people, in these sizes.
  init(_ plan: Plan, sizes: SizeChoice?, work: RosteredWork, scenario: Scenario) throws {
    let own = sizes.map { plan.staffing.sized($0) } ?? plan.staffing
    let payrolls = Payrolls(plan.contract.billing(own))
    let months = scenario.horizon.months.compactMap { month -> StaffedMonth? in
      guard let days = month.days.intersection(scenario.horizon) else { return nil }
      let sums = work.sums(over: days)
      let groups = scenario.agentGroups.map { group in
        var totals = StaffedGroup(group: group.name, seats: 0, shifts: 0, hours: 0)
        for (people, sum) in zip(work.groups, sums) where people.group == group.name {
          totals.seats += payrolls.people(of: people, sum) / Double(days.count)
          for kind in ShiftKind.allCases {
            totals.shifts += Int(sum.shifts[kind])
            totals.hours += Double(sum.minutes[kind]) / 60
          }
        }
        return totals
      }
      return StaffedMonth(month: month, groups: groups)
    }
    self.init(
      lines: own.lines, sizesFound: sizes, sizing: plan.staffing.sizing,
      peakOnDuty: try own.peakOnDuty(in: scenario), months: months,
      lineSeats: Self.lineSeats(own.lines, scenario.horizon))
  }

  private static func lineSeats(_ lines: [StaffingLine], _ horizon: DateSpan) -> [LineSeats] {
    var rows: [LineSeats] = []
    for line in lines {
      let isKnown = rows.contains {
        $0.name == line.sizingName && $0.group == line.group && $0.engagement == line.engagement
      }
      if isKnown { continue }
      let same = lines.filter {
        $0.sizingName == line.sizingName && $0.group == line.group
          && $0.engagement == line.engagement
      }
      let months = horizon.months.map { month -> ClosedRange<Int>? in
        let days = month.days.intersection(horizon) ?? month.days
        let counts = days.map { date in
          same.filter { $0.holds(on: date) }.reduce(0) { $0 + $1.agents }
        }.filter { $0 > 0 }
        guard let least = counts.min(), let most = counts.max() else { return nil }
        return least...most
      }
      rows.append(
        LineSeats(
          name: line.sizingName, group: line.group, engagement: line.engagement, months: months))
    }
    return rows
  }
}

/// The people of each billing group as the contract bills them: an own team is counted from its shifts
/// where the contract counts it so.
struct Payrolls {
  private var clauses: [String: InHouseClause] = [:]

  /// - Parameter contract: With its groups resolved.
  init(_ contract: Contract) {
    for case .inHouse(let clause) in contract.clauses.map(\.terms) {
      clauses[clause.group] = clause
    }
  }

  /// Person-days of some days, rest days included.
  func people(of group: BillingGroup, _ sum: StaffingTotals) -> Double {
    let everybody = BillingGroup(group: nil, engagement: group.engagement)
    let names = [group.name, group.group ?? "", everybody.name]
    guard let clause = names.compactMap({ clauses[$0] }).first,
      let days = try? clause.personDays(sum)
    else { return Double(sum.seatDays) }
    return Double(days.numerator) / Double(days.denominator)
  }
}
