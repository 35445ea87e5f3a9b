// SPDX-License-Identifier: GPL-3.0-or-later

public import Calendars

/// A stretch of work of one person on one day (F4), with breaks and holds.
public struct ShiftPattern: Equatable, Sendable {
  public var name: String
  /// From coming to leaving.
  public var hours: ClockSpan
  /// Breaks inside the hours, in order, during which no new chat is given.
  public var breaks: [ClockSpan]
  /// Stretches on hold, in order: on duty and at work on the chats in hand, but given no new one.
  public var holds: [ClockSpan]

  public init(
    name: String, hours: ClockSpan, breaks: [ClockSpan] = [], holds: [ClockSpan] = []
  ) {
    self.name = name
    self.hours = hours
    self.breaks = breaks
    self.holds = holds
  }
}

/// How the people of a staffing line are engaged and hence billed.
public enum Engagement: String, CaseIterable, Sendable {
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
public struct StaffingLine: Equatable, Sendable {
  public var group: String
  public var shift: ShiftPattern
  /// Heads on the shift, ≥ 0.
  public var agents: Int
  public var engagement: Engagement
  /// Weekdays worked; others are covered by nobody of this line.
  public var weekdays: Set<Weekday>
  /// Dates on which the line holds; nil is the whole horizon.
  public var dates: [DateSpan]?
  /// Expected share of absent agents in [0, 1): the rostered head count is agents ÷ (1 − share).
  public var shrinkage: Double

  public init(
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
  public func works(on date: CivilDate) -> Bool {
    weekdays.contains(date.weekday) && (dates?.contains { $0.contains(date) } ?? true)
  }
}

/// How a plan is staffed.
public struct StaffingPlan: Equatable, Sendable {
  /// The roster; lines add up.
  public var lines: [StaffingLine]
  /// Whether the head counts are to be found rather than given.
  public var sizing: Sizing?
  /// Other shops' customers, present only where agents are shared.
  public var background: [DemandStream]

  public init(
    lines: [StaffingLine], sizing: Sizing? = nil, background: [DemandStream] = []
  ) {
    self.lines = lines
    self.sizing = sizing
    self.background = background
  }
}

/// The search for the fewest seats that meet the service targets.
public struct Sizing: Equatable, Sendable {
  /// What is varied.
  public var subject: Subject
  /// Bounds of the search, in agents per line or in percent of the roster.
  public var range: ClosedRange<Int>

  public enum Subject: Equatable, Sendable {
    /// The agents of every line of one group.
    case group(String)
    /// The whole roster, in percent of the written head counts, rounded up line by line.
    case rosterScale
  }

  public init(subject: Subject, range: ClosedRange<Int>) {
    self.subject = subject
    self.range = range
  }
}
