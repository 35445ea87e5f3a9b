// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
package import Inference

/// All plans of a scenario on the same simulated customers, and what follows.
package struct Comparison: Sendable {
  package var scenarioName: String
  /// Hash of the scenario's text, to repeat the run by.
  package var scenarioHash: String
  package var seed: UInt64
  package var horizon: DateSpan
  package var replications: Int
  /// In the scenario's order.
  package var plans: [PlanOutcome]
  /// Plans left out because their contract refuses the volume of some replication.
  package var refused: [RefusedPlan]
  /// For each other ranked plan, its yearly cost minus that of `cheapest`.
  package var differences: [PlanDifference]
  /// Key of the cheapest plan that meets the targets; where none does, of the cheapest ranked one.
  package var cheapest: String?
  package var breakEven: BreakEvenCurve?
  package var volume: [VolumeDay]
  package var pictureDay: DayPicture?
  package var sizings: [SizingTable]
  /// Of plans with a size for each period.
  package var periodTables: [PeriodTable]
  /// For plans sized by hand, what sizes by month would give.
  package var savings: [SizingSaving]
  /// Of plans whose shifts were planned.
  package var planned: [PlannedStaffing]
  /// Of the plans that meet the targets, or of all ranked ones where none does.
  package var risk: [PlanRisk]
  package var verdict: Verdict
  /// What makes the horizons differ under the plan that the verdict is about; nil where the demand
  /// carries no doubt whose parts are told apart, or it was not asked for.
  package var spread: SpreadSplit?

  /// IANA zone of the days and times; nil without a plan.
  package var timeZone: String? { plans.first?.performance.timeZone }

  package func plan(_ name: String) -> PlanOutcome? { plans.first { $0.name == name } }
}

package struct PlanDifference: Equatable, Sendable {
  package var plan: String
  /// Yuan over the horizon, this plan minus the cheapest.
  package var toCheapest: PairedDifference
}

/// The volume of a day, with the promotions that run on it.
package struct VolumeDay: Equatable, Sendable {
  package var date: CivilDate
  /// Mean of the shop's arrivals over replications.
  package var arrivals: Double
  package var promotions: [String]
}

/// The busiest day by intervals: the same customers met by every plan.
package struct DayPicture: Equatable, Sendable {
  package var date: CivilDate
  package var promotions: [String]
  package var slots: [Slot]
  package var plans: [PlanDay]

  package struct Slot: Equatable, Sendable {
    package var start: ClockTime
    package var arrivals: Double
  }

  /// One value for each slot.
  package struct PlanDay: Equatable, Sendable {
    package var plan: String
    /// Seconds, over the slot's arrivals; NaN without arrivals.
    package var meanWait: [Double]
    /// Agents on duty.
    package var staffed: [Double]
    /// Agents that a queueing formula asks for, under the interval's expected load; empty where the
    /// plan is unknown.
    package var required: [Double]
    package var abandonment: [Double]
  }
}
