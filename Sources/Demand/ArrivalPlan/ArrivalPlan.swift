// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// Every stream's rates over the simulated days, slot by slot, with nothing drawn.
///
/// Times are seconds since 00:00 of the horizon's first day on the shop's wall clock, every day
/// 86,400 s long; days of warm-up lie before zero.
package struct ArrivalPlan: Equatable, Sendable {
  /// Days covered: those of warm-up and those of the horizon.
  package let days: DateSpan
  /// Days before the horizon's first, whose arrivals warm the desk up and are not measured.
  package let warmUpDays: Int
  /// Names that every type index of the plan refers to, in the scenario's order.
  package let inquiryTypes: [String]
  package let streams: [ArrivalStream]

  /// Compiles the scenario's demand.
  ///
  /// - Parameters:
  ///   - background: Other shops' streams that share the pool; always marked as background.
  ///   - scale: Factor ≥ 0 on the shop's own streams; background streams keep their volume.
  package init(
    scenario: Scenario, background: [DemandStream] = [], scale: Double = 1
  ) throws(DemandError) {
    let warmUp = max(0, scenario.experiment.warmUpDays)
    let days =
      DateSpan(first: scenario.horizon.first.advanced(by: -warmUp), last: scenario.horizon.last)
      ?? scenario.horizon
    let context = PlanContext(
      days: days, horizon: scenario.horizon, timeZone: scenario.timeZone,
      inquiryTypes: scenario.inquiryTypes.map(\.name))
    var streams: [ArrivalStream] = []
    for stream in scenario.demand {
      streams.append(try ArrivalStream(stream, scale: stream.isBackground ? 1 : scale, in: context))
    }
    for stream in background {
      var other = stream
      other.isBackground = true
      streams.append(try ArrivalStream(other, scale: 1, in: context))
    }
    if warmUp > 0, let hours = scenario.experiment.warmUpHours {
      for index in streams.indices {
        streams[index] = streams[index].silent(before: -hours * 3600, firstDay: -warmUp)
      }
    }
    self.days = days
    warmUpDays = warmUp
    inquiryTypes = context.inquiryTypes
    self.streams = streams
  }

  /// The plan with nobody on days of the horizon that are not named (counted from zero), warm-up days
  /// among them. The customers of the days that stay are the same as before.
  package func restricted(to days: Set<Int>) -> ArrivalPlan {
    ArrivalPlan(
      days: self.days, warmUpDays: warmUpDays, inquiryTypes: inquiryTypes,
      streams: streams.map { $0.restricted(to: days, warmUpDays: warmUpDays) })
  }

  init(
    days: DateSpan, warmUpDays: Int, inquiryTypes: [String], streams: [ArrivalStream]
  ) {
    self.days = days
    self.warmUpDays = warmUpDays
    self.inquiryTypes = inquiryTypes
    self.streams = streams
  }

  /// Start of the first slot: 0, or before it by the days of warm-up.
  package var firstTime: SimulationTime { SimulationTime(Double(-warmUpDays) * 86_400) }
}

/// What every stream of a plan is compiled against.
struct PlanContext {
  let days: DateSpan
  let horizon: DateSpan
  let timeZone: String
  let inquiryTypes: [String]

  /// Wall-clock seconds since 1970 at which the first day begins.
  var firstSecond: Int { days.first.dayNumber * 86_400 }
  /// The same for the end of the last day.
  var endSecond: Int { (days.last.dayNumber + 1) * 86_400 }
  /// Wall-clock second that is time zero of the simulation.
  var originSecond: Int { horizon.first.dayNumber * 86_400 }
}
