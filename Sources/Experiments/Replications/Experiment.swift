// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Demand
package import Scenarios
package import SimulationEngine
package import Workforce

/// One way to staff a scenario, ready to be replicated.
///
/// Replication r of every experiment on a scenario sees the same customers: their streams are keyed
/// by seed and replication, never by the staffing.
package struct Experiment: Sendable {
  package let scenario: Scenario
  package let staffing: StaffingPlan
  package let timeline: StaffingTimeline
  package let usageBuilder: UsageBuilder
  private let model: SimulationModel
  private let values: [TypeValue]

  /// - Parameters:
  ///   - staffing: With its head counts resolved.
  ///   - currency: ISO 4217 code of the amounts in its usage.
  ///   - demandScale: Factor on the shop's own demand, ≥ 0; a pool's background keeps its volume.
  /// - Throws: What compiling the demand, the roster or the model refuses.
  package init(
    scenario: Scenario, staffing: StaffingPlan, currency: String = "CNY", demandScale: Double = 1
  ) throws {
    try self.init(
      scenario: scenario, staffing: staffing, currency: currency,
      arrivals: ArrivalPlan(
        scenario: scenario, background: staffing.background, scale: demandScale))
  }

  /// - Parameter arrivals: Of the scenario and the staffing's background, or of some of its days.
  package init(
    scenario: Scenario, staffing: StaffingPlan, currency: String = "CNY", arrivals: ArrivalPlan
  ) throws {
    self.scenario = scenario
    self.staffing = staffing
    timeline = try StaffingTimeline(scenario: scenario, lines: staffing.lines)
    model = try SimulationModel(scenario: scenario, staffing: timeline, arrivals: arrivals)
    values = scenario.inquiryTypes.map(TypeValue.init)
    usageBuilder = UsageBuilder(
      scenario: scenario, silent: SilentSales(scenario: scenario, plan: arrivals),
      currency: currency)
  }

  /// Simulates replications and hands their sums on in order, the same for any number of threads.
  ///
  /// - Parameter days: Days of the horizon whose sums are wanted; nil for all.
  package func run(
    _ replications: Range<Int>, threads: Int, days: Set<Int>? = nil,
    each: (ReplicationSummary) throws -> Void
  ) async throws {
    let (model, values, horizon) = (self.model, self.values, scenario.horizon)
    try await OrderedReplications.run(replications, threads: threads) { replication in
      ReplicationSummary(
        simulate(model, replication: replication), horizon: horizon, values: values, days: days)
    } consume: { _, summary in
      try each(summary)
    }
  }

  /// One replication, told by its chats one by one too.
  func observation(_ replication: Int) -> Observation {
    let (record, log) = ChatLog.record(of: model, replication: replication)
    return Observation(
      log, ReplicationSummary(record, horizon: scenario.horizon, values: values),
      presence: model.presence(replication: replication), in: scenario, timeline)
  }

  /// Simulates one replication under the eyes of an observer, with the same bits as `run`.
  package func observe<Observer: SimulationObserver>(
    replication: Int, with observer: inout Observer
  ) {
    _ = simulate(model, replication: replication, observer: &observer)
  }
}
