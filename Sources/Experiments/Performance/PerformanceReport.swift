// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Inference
package import Measures
package import Scenarios

/// What a plan's customers met, as means over replications, by every stretch of time.
package struct PerformanceReport: Equatable, Sendable {
  package var year: ServiceMeasures
  /// Messages of the night, by when they could be answered; nil where none are answered as such. No
  /// other figure counts them.
  package var overnight: ServiceMeasures?
  /// What the scenario asked for beside the measures of every result.
  package var asked: [Measure]
  /// IANA zone of the days and times.
  package var timeZone: String
  /// In the order of the scenario's inquiry types.
  package var types: [TypePerformance] = []
  package var months: [MonthPerformance] = []
  package var days: [DayPerformance] = []
  package var intervals: [IntervalPerformance] = []
  /// Nil where everybody is answered in time, and where intervals are not wanted.
  package var worstInterval: WorstMoment?
  package var worstDay: WorstMoment?
  /// In the order of the scenario's agent groups.
  package var groups: [GroupPerformance] = []
  /// Of all groups together.
  package var occupancy = Occupancy(engaged: .nan, slots: .nan, work: .nan)
  /// In the order of the scenario's inquiry types.
  package var waits: [WaitTimes] = []
  /// In the order of the roster; empty where intervals are not wanted.
  package var agents: [AgentPerformance] = []
  /// Of those who arrived in half hours without anybody who could take them; nil where the roster has
  /// none, as it must unless it says otherwise.
  package var unstaffed: ServiceMeasures?
  package var replications = 0
  /// Each replication's own sums, in order.
  package var totals: [ReplicationTotals] = []
  /// Sums of each replication over the horizon, in order.
  package var years: [ServiceMeasures] = []
  /// Each replication's arrivals by month × type, in order.
  package var monthlyArrivals: [[Double]] = []

  /// Of all types together.
  package var allWaits: WaitTimes { WaitTimes(waits, layout: year.layout) }

  package init(_ scenario: Scenario) {
    year = ServiceMeasures(layout: scenario.countLayout)
    asked = scenario.measures
    timeZone = scenario.timeZone
  }
}

package struct TypePerformance: Equatable, Sendable {
  package var name: String
  package var measures: ServiceMeasures
}

package struct MonthPerformance: Equatable, Sendable {
  package var month: YearMonth
  package var measures: ServiceMeasures
  /// In the order of the scenario's inquiry types.
  package var types: [ServiceMeasures]
  /// Answered within the acceptable wait ÷ arrivals; nil without arrivals.
  package var serviceLevel: ConfidenceInterval?
  /// The same of each type.
  package var serviceLevels: [ConfidenceInterval?]
}

package struct DayPerformance: Equatable, Sendable {
  package var date: CivilDate
  package var measures: ServiceMeasures
}

/// A stretch of one day, usually half an hour.
package struct IntervalPerformance: Equatable, Sendable {
  package var date: CivilDate
  package var start: ClockTime
  /// Seconds.
  package var length: Int
  package var measures: ServiceMeasures
  /// Agents on duty, averaged over the interval.
  package var staffed: Double
}

package struct GroupPerformance: Equatable, Sendable {
  package var name: String
  /// Chats taken per replication, other shops' in a shared pool and those of silent leavers included.
  package var chats: Double
  /// Of them, those whose customer was still there.
  package var answered: Double
  /// Agent-hours on duty, per replication.
  package var hoursOnDuty: Double
  package var occupancy: Occupancy
}

/// One person of the roster, as means per replication; other shops' chats included, a warm-up not.
package struct AgentPerformance: Equatable, Sendable {
  /// From 0, as in the list of chats.
  package var number: Int
  /// Name of the agent's group.
  package var group: String
  /// Chats taken, those of silent leavers included.
  package var chats: Double
  /// Of them, those whose customer was still there.
  package var answered: Double
  /// Seconds on duty, breaks not included.
  package var onDuty: Double
  /// Seconds with at least one chat in hand.
  package var busy: Double
  /// Seconds of work done, of a chat handled alone; message by message, seconds of composing.
  package var work: Double
}
