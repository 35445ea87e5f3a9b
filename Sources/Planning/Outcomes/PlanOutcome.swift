// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import Inference
package import Measures
package import Scenarios

/// Cost and service of one plan, on the same customers as every other plan.
package struct PlanOutcome: Sendable {
  /// Key in the scenario.
  package var name: String
  /// Name for readers; the key where the scenario gives none.
  package var title: String
  package var staffing: StaffingSummary
  package var cost: CostOutcome
  package var service: ServiceOutcome
  package var commerce: CommerceOutcome
  /// What platforms' grades cost, by rule; no part of the bill.
  package var platform: [PlatformOutcome]
  /// Of every rule that chats are graded by, for each replication what was counted of each day.
  package var gradedDays: [[[GradedDay]]]
  package var performance: PerformanceReport
  package var targets: [TargetResult]
  /// The size of the shared pool is an assumption of the scenario.
  package var isPoolSizeAssumed: Bool
  /// Mean yuan over the horizon that the pool's people cost for the shop's part of their work, on the
  /// usual terms of an own team (F25); nil without a shared pool.
  package var costToServe: Double?
  /// The contract buys more than chat (F14): shown, not ranked.
  package var isWiderInScope: Bool
  package var billing: PlanBilling

  package var meetsTargets: Bool { targetAnswer == .met }
  package var targetAnswer: TargetAnswer { targets.answer }
  /// In how many of the horizons that may come the promise is kept that is kept least often; nil
  /// without a promise.
  package var keptHorizons: KeptHorizons? {
    targets.compactMap(\.horizons).min { $0.probability.mean < $1.probability.mean }
  }
  /// Whether a promise must hold in a share of the horizons.
  package var hasConfidence: Bool { targets.contains { $0.target.confidence.share != nil } }
  package var isRanked: Bool { !isWiderInScope }

  /// Whether everybody on duty is the shop's own.
  package var hasOwnStaffOnly: Bool {
    let lines = staffing.lines.filter { $0.agents > 0 }
    return !lines.isEmpty && lines.allSatisfy { $0.engagement == .own }
  }
}

/// Who works under a plan.
package struct StaffingSummary: Equatable, Sendable {
  /// The lines as simulated, with head counts found where they were searched.
  package var lines: [StaffingLine]
  /// What the search found, where head counts were searched.
  package var sizesFound: SizeChoice?
  package var sizing: Sizing?
  /// Most people on duty at once.
  package var peakOnDuty: Int
  package var months: [StaffedMonth]
  /// In the order of the plan's lines, those of one name and group together.
  package var lineSeats: [LineSeats]

  /// The one size of the whole horizon: agents of the group, or percent of the roster.
  package var sizeFound: Int? { sizesFound?.uniform }
}

/// The bill of a plan.
package struct CostOutcome: Sendable {
  /// Yuan over the horizon, one value for each replication.
  package var total: SampleSummary
  /// Cost ÷ the shop's inquiries in open hours, in yuan; ratio of expectations.
  package var perInquiry: ConfidenceInterval?
  /// Cost ÷ orders won in chat, in yuan; ratio of expectations; nil without orders.
  package var perOrder: ConfidenceInterval?
  package var months: [MonthlyCost]
  /// Mean yuan over the horizon for each clause that charges, in the contract's order.
  package var clauses: [ClauseCost]
}

package struct ClauseCost: Equatable, Sendable {
  package var name: String
  package var mean: Double
}

/// Service over the horizon, of the shop's own contacts: the measures that every plan has, and those
/// that the scenario asks for.
package struct ServiceOutcome: Equatable, Sendable {
  package let arrivals: ConfidenceInterval
  package let occupancy: Occupancy
  /// Measures of the scenario's own.
  package let asked: [Measure]
  private let intervals: [Measure: ConfidenceInterval]

  /// - Parameters:
  ///   - years: Sums of each replication.
  ///   - asked: Measures of the scenario's own.
  package init(_ years: [ServiceMeasures], asked: [Measure], occupancy: Occupancy) throws {
    arrivals = ConfidenceInterval(of: years.map { $0[.arrivals] })
    self.occupancy = occupancy
    self.asked = asked
    var intervals: [Measure: ConfidenceInterval] = [:]
    for measure in MeasureRegistry.measures(in: .plans) + asked {
      let parts = years.map { $0.parts(of: measure) }
      intervals[measure] = ratio(parts.map(\.top), parts.map(\.bottom))
    }
    self.intervals = intervals
  }

  /// The measure as a ratio of expectations, with its interval; nil without a denominator.
  package subscript(measure: Measure) -> ConfidenceInterval? { intervals[measure] }
}

/// Orders and money that chat moves, in yuan over the horizon.
package struct CommerceOutcome: Sendable {
  package var orders: SampleSummary
  /// Sales attributed to agents, gross of refunds.
  package var salesAttributed: SampleSummary
  /// Abandoned (and blocked) × conversion × order value.
  package var salesLost: SampleSummary
  /// What platforms' grades cost.
  package var platformCost: SampleSummary
  /// Gross margin × attributed sales net of refunds − cost − what platforms' grades cost.
  package var netResult: SampleSummary
}
