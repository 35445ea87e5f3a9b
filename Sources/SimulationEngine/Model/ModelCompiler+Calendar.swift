// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import Workforce

extension ModelCompiler {
  /// Shifts, breaks and the service window as events in order of time.
  static func calendar(
    scenario: Scenario, staffing: StaffingTimeline, plan: ArrivalPlan
  ) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    events.reserveCapacity(2 * (staffing.dutyPeriods.count + staffing.breaks.count))
    for duty in staffing.dutyPeriods {
      let agent = Int32(duty.agent)
      func add(_ time: SimulationTime, _ kind: CalendarEvent.Kind) {
        events.append(CalendarEvent(time: time.secondsSinceStart, agent: agent, kind: kind))
      }
      add(duty.span.start, .dutyStarts)
      for pause in staffing.breaks[duty.breaks] {
        add(pause.start, .breakStarts)
        // A break that ends with the shift ends in leaving.
        if pause.end < duty.span.end { add(pause.end, .breakEnds) }
      }
      for hold in staffing.holds[duty.holds] {
        add(hold.start, .holdStarts)
        if hold.end < duty.span.end { add(hold.end, .holdEnds) }
      }
      add(duty.span.end, .dutyEnds)
    }
    for span in openSpans(scenario: scenario, plan: plan) {
      events.append(CalendarEvent(time: span.start, agent: 0, kind: .windowOpens))
      events.append(CalendarEvent(time: span.end, agent: 0, kind: .windowCloses))
    }
    events.sort {
      ($0.time, $0.kind.rawValue, $0.agent) < ($1.time, $1.kind.rawValue, $1.agent)
    }
    return events
  }

  /// The open stretches, those that touch joined, from the plan's first instant on.
  private static func openSpans(
    scenario: Scenario, plan: ArrivalPlan
  ) -> [(start: Double, end: Double)] {
    var spans: [(start: Double, end: Double)] = []
    let firstTime = plan.firstTime.secondsSinceStart
    for day in -1..<plan.days.count {
      let midnight = firstTime + Double(day) * 86_400
      for span in scenario.serviceWindow.spans(on: plan.days.first.advanced(by: day)) {
        let start = midnight + Double(span.start.secondsSinceMidnight)
        let end = start + Double(span.length)
        if end > firstTime { spans.append((max(start, firstTime), end)) }
      }
    }
    spans.sort { $0.start < $1.start }
    var joined: [(start: Double, end: Double)] = []
    for span in spans {
      if let last = joined.last, last.end >= span.start {
        joined[joined.count - 1].end = max(last.end, span.end)
      } else {
        joined.append(span)
      }
    }
    return joined
  }
}
