// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Demand
package import Scenarios
package import SimulationEngine
import Workforce

/// An interval of a plan that goes on for ever: its rates and its agents, round the clock.
package struct SteadyDesk: Sendable {
  package let scenario: Scenario
  package let moment: DeskMoment
  /// First instant of the interval.
  package let date: CivilDate
  package let start: ClockTime

  /// - Parameters:
  ///   - staffing: With its head counts resolved.
  ///   - interval: Interval of the horizon; nil for the one with the most work for each agent.
  /// - Throws: `SteadyStateError` for an interval that cannot go on, and what compiling the demand
  ///   or the roster refuses.
  package init(scenario: Scenario, staffing: StaffingPlan, interval: Int? = nil) throws {
    moment = try DeskMoment(scenario: scenario, staffing: staffing, interval: interval)
    let (day, slot) = moment.interval.quotientAndRemainder(dividingBy: scenario.interval.perDay)
    let length = scenario.interval.seconds
    date = scenario.horizon.first.advanced(by: day)
    start = ClockTime(unchecked: slot * length)
    self.scenario = scenario
    let middle = slot * length + length / 2
    let isOpen = (-1...0).contains { offset in
      scenario.serviceWindow.spans(on: date.advanced(by: offset)).contains { span in
        let begin = offset * 86_400 + span.start.secondsSinceMidnight
        return begin <= middle && middle < begin + span.length
      }
    }
    guard isOpen else { throw SteadyStateError.closed }
    guard moment.streams.contains(where: { !$0.isBackground }) else {
      throw SteadyStateError.nobodyComes
    }
    try SteadyStability(scenario: scenario, moment: moment).check()
  }

  /// The model of so many such days in a row, from an empty desk.
  package func model(days: Int) throws -> SimulationModel {
    let always = ClockSpan(start: .midnight, end: .endOfDay)
    var flat = scenario
    flat.horizon =
      DateSpan(first: date, last: date.advanced(by: max(1, days) - 1)) ?? scenario.horizon
    flat.timeZone = "UTC"
    flat.serviceWindow = .daily(always)
    flat.experiment = ExperimentSettings()
    flat.demand = moment.streams.filter { !$0.isBackground }.map(stream)
    let lines = zip(scenario.agentGroups, moment.agents).filter { $0.1 > 0 }.map { group, count in
      StaffingLine(
        group: group.name, shift: ShiftPattern(name: "always", hours: always), agents: count)
    }
    return try SimulationModel(
      scenario: flat, staffing: StaffingTimeline(scenario: flat, lines: lines),
      arrivals: ArrivalPlan(
        scenario: flat, background: moment.streams.filter(\.isBackground).map(stream)))
  }

  private func stream(_ stream: DeskMoment.Stream) -> DemandStream {
    let rate = stream.rates.reduce(0, +)
    return DemandStream(
      name: stream.name, source: .seasonal(SeasonalDemand(dailyMean: rate * 86_400)),
      mix: zip(scenario.inquiryTypes, stream.rates).map {
        TypeShare(inquiryType: $0.name, share: $1 / rate)
      }, isBackground: stream.isBackground)
  }
}
