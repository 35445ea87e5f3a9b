// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A stretch of work of one person on one day (F4), with breaks and holds; 09:00–17:00 for an
/// after-sale seat (F2).
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
  /// What a search for sizes calls the line; empty is the shift's name.
  package var name: String
  package var group: String
  package var shift: ShiftPattern
  /// People on duty, ≥ 0; where absence is drawn, people rostered.
  package var agents: Int
  package var engagement: Engagement
  /// Weekdays worked; others are covered by nobody of this line.
  package var weekdays: Set<Weekday>
  /// Dates on which the line holds; nil is the whole horizon.
  package var dates: [DateSpan]?
  /// Expected share of absent people in [0, 1), who are paid beside those on duty where the shop pays
  /// for absence: agents ÷ (1 − share) in all.
  package var shrinkage: Double
  /// Share in [0, 1) of the line's shifts to which nobody comes, drawn shift by shift.
  package var absence: Double

  package init(
    name: String = "", group: String, shift: ShiftPattern, agents: Int,
    engagement: Engagement = .dedicated,
    weekdays: Set<Weekday> = Set(Weekday.allCases), dates: [DateSpan]? = nil,
    shrinkage: Double = 0, absence: Double = 0
  ) {
    self.name = name
    self.group = group
    self.shift = shift
    self.agents = agents
    self.engagement = engagement
    self.weekdays = weekdays
    self.dates = dates
    self.shrinkage = shrinkage
    self.absence = absence
  }

  /// The name by which a search for sizes knows the line.
  package var sizingName: String { name.isEmpty ? shift.name : name }

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
  /// Whether open hours in which nobody can take a chat are meant.
  package var unstaffed: UnstaffedHours
  /// What may be booked where shifts are to be chosen; nil for what the lines say.
  package var design: ShiftDesign?

  package init(
    lines: [StaffingLine], sizing: Sizing? = nil, background: [DemandStream] = [],
    unstaffed: UnstaffedHours = .refuse, design: ShiftDesign? = nil
  ) {
    self.design = design
    self.lines = lines
    self.sizing = sizing
    self.background = background
    self.unstaffed = unstaffed
  }
}

/// What an open half hour means in which inquiries of a type arrive and nobody can take them.
package enum UnstaffedHours: String, CaseIterable, Sendable {
  /// A mistake of the roster.
  case refuse
  /// Meant; the verdict says what is lost there.
  case allow
}
