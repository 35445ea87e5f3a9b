// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Demand
package import Plans
package import Scenarios

/// A day that has begun, and what is asked of its rest.
package struct TodayQuestion: Sendable {
  /// Its horizon is the day.
  package var scenario: Scenario
  /// The same over the month, for prices.
  package var month: Scenario
  /// Until now the recorded customers, from now on those expected.
  package var arrivals: ArrivalPlan
  /// Seconds after midnight.
  package var now: Int
  package var people: [DutyPerson]
  /// Its contract prices changes, its design says who can be had.
  package var plan: Plan
  /// What the record tells of those who came so far, by target; nil where it tells nothing of it.
  package var past: [PastService?]
  package var replications: Int
  /// Results do not depend on it.
  package var threads: Int
  /// Seconds from a call to somebody's coming.
  package var notice: Int

  /// Customers who are expected from now on, by interval of the day.
  package let expected: [Double]

  /// A target's numerator and denominator by interval of the day.
  package struct PastService: Equatable, Sendable {
    package var tops: [Double]
    package var bottoms: [Double]

    package init(tops: [Double], bottoms: [Double]) {
      self.tops = tops
      self.bottoms = bottoms
    }
  }

  package init(
    scenario: Scenario, month: Scenario, arrivals: ArrivalPlan, now: Int, people: [DutyPerson],
    plan: Plan, past: [PastService?], replications: Int = 200, threads: Int = 1,
    notice: Int = 7200
  ) {
    self.scenario = scenario
    self.scenario.serviceTargets = scenario.serviceTargets.map(\.ofOneDay)
    self.month = month
    self.arrivals = arrivals
    self.now = now
    self.people = people
    self.plan = plan
    self.past = past
    self.replications = replications
    self.threads = threads
    self.notice = notice
    let types = scenario.inquiryTypes.count
    let expected = arrivals.streams.filter { !$0.isBackground }.map {
      $0.expectedByInterval(in: arrivals, length: scenario.interval)
    }
    self.expected = (0..<scenario.interval.perDay).map { place in
      expected.reduce(0) { sum, stream in
        sum + stream[place * types..<(place + 1) * types].reduce(0, +)
      }
    }
  }

  package var day: CivilDate { scenario.horizon.first }

  /// The day's last closing, seconds from its midnight; before now where the desk is closed for the day.
  package var closing: Int {
    scenario.serviceWindow.spans(on: day).map { $0.start.secondsSinceMidnight + $0.length }.max()
      ?? 0
  }

  /// Whether an interval of the day lies after now, in part at least, while the desk is open.
  package func isAhead(_ place: Int) -> Bool {
    let step = scenario.interval.seconds
    return (place + 1) * step > now && isOpen(place)
  }

  package func isOpen(_ place: Int) -> Bool {
    let step = scenario.interval.seconds
    return scenario.serviceWindow.spans(on: day).contains { span in
      let start = span.start.secondsSinceMidnight
      return (start..<start + span.length).overlaps(place * step..<(place + 1) * step)
    }
  }
}
