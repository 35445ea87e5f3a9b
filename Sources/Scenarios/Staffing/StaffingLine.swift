// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A stretch of work of one person on one day (F4), with breaks and holds.
package struct ShiftPattern: Equatable, Sendable {
  package var name: String
  /// From coming to leaving.
  package var hours: ClockSpan
  /// Breaks inside the hours, in order, during which no new chat is given.
  package var breaks: [ClockSpan]
  /// Stretches on hold, in order: on duty and at work on the chats in hand, but given no new one.
  package var holds: [ClockSpan]

  package init(
    name: String, hours: ClockSpan, breaks: [ClockSpan] = [], holds: [ClockSpan] = []
  ) {
    self.name = name
    self.hours = hours
    self.breaks = breaks
    self.holds = holds
  }
}

/// How the people of a staffing line are engaged and hence billed.
package enum Engagement: String, CaseIterable, Sendable {
  /// Long-term seats at the provider (F5, F6, F8).
  case dedicated
  /// The shop's own staff (F25).
  case own
  /// Promotion or holiday agents by the shift (F10–F13).
  case shortTerm = "short_term"
  /// The provider's shared agents: they also serve others and are not billed as seats (F7).
  case shared
}

/// So many agents of a group on a shift, on certain days: one row of a roster.
package struct StaffingLine: Equatable, Sendable {
  package var group: String
  package var shift: ShiftPattern
  /// Heads on the shift, ≥ 0.
  package var agents: Int
  package var engagement: Engagement
  /// Weekdays worked; others are covered by nobody of this line.
  package var weekdays: Set<Weekday>
  /// Dates on which the line holds; nil is the whole horizon.
  package var dates: [DateSpan]?
  /// Expected share of absent agents in [0, 1): the rostered head count is agents ÷ (1 − share).
  package var shrinkage: Double

  package init(
    group: String, shift: ShiftPattern, agents: Int, engagement: Engagement = .dedicated,
    weekdays: Set<Weekday> = Set(Weekday.allCases), dates: [DateSpan]? = nil,
    shrinkage: Double = 0
  ) {
    self.group = group
    self.shift = shift
    self.agents = agents
    self.engagement = engagement
    self.weekdays = weekdays
    self.dates = dates
    self.shrinkage = shrinkage
  }

  /// Whether the line's agents work a shift that starts on the date.
  package func works(on date: CivilDate) -> Bool {
    weekdays.contains(date.weekday) && (dates?.contains { $0.contains(date) } ?? true)
  }
}

/// How a plan is staffed.
package struct StaffingPlan: Equatable, Sendable {
  /// The roster; lines add up.
  package var lines: [StaffingLine]
  /// Whether the head counts are to be found rather than given.
  package var sizing: Sizing?
  /// Other shops' customers, present only where agents are shared.
  package var background: [DemandStream]

  package init(
    lines: [StaffingLine], sizing: Sizing? = nil, background: [DemandStream] = []
  ) {
    self.lines = lines
    self.sizing = sizing
    self.background = background
  }
}

/// The search for the fewest seats that meet the service targets.
package struct Sizing: Equatable, Sendable {
  /// What is varied.
  package var subject: Subject
  /// Bounds of the search, in agents per line or in percent of the roster.
  package var range: ClosedRange<Int>

  package enum Subject: Equatable, Sendable {
    /// The agents of every line of one group.
    case group(String)
    /// The whole roster, in percent of the written head counts, rounded up line by line.
    case rosterScale
  }

  package init(subject: Subject, range: ClosedRange<Int>) {
    self.subject = subject
    self.range = range
  }
}
