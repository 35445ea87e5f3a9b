// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// The search for the people who meet the service targets at least cost.
package struct Sizing: Equatable, Sendable {
  /// What is varied.
  package var subject: Subject
  /// Bounds of the search, in agents per line or in percent of the roster; of lines sized one by one,
  /// the least and the greatest of theirs.
  package var range: ClosedRange<Int>
  /// The stretches of the horizon that have a size of their own.
  package var periods: SizingPeriods

  package enum Subject: Equatable, Sendable {
    /// The agents of every line of one group: one size for all of them.
    case group(String)
    /// The whole roster, in percent of the written head counts, rounded up line by line.
    case rosterScale
    /// Lines by their names, each with a size of its own.
    case lines([SizedLine])
    /// Shifts are chosen, and people for each, from what the plan's design or its lines offer.
    case shifts
  }

  /// Shifts planned for every kind of day.
  package static let planned = Sizing(subject: .shifts, range: 1...1, periods: .months)

  /// Whether shifts are chosen rather than the number of people on written ones.
  package var isPlanned: Bool { subject == .shifts }

  package init(
    subject: Subject, range: ClosedRange<Int>, periods: SizingPeriods = .whole
  ) {
    self.subject = subject
    self.range = range
    self.periods = periods
  }

  /// Whether there is one size for the whole horizon, of a group or of the roster.
  package var isUniform: Bool {
    switch subject {
    case .lines, .shifts: false
    case .group, .rosterScale: periods == .whole
    }
  }
}

/// The lines of one name, with the bounds of their size.
package struct SizedLine: Equatable, Sendable {
  /// Name of a line, or of its shift.
  package var name: String
  package var range: ClosedRange<Int>

  package init(name: String, range: ClosedRange<Int>) {
    self.name = name
    self.range = range
  }
}

/// How the horizon is divided where sizes follow the calendar.
///
/// Lines of short-term engagement with dates have a size for each of their date spans instead.
package enum SizingPeriods: Equatable, Sendable {
  case whole
  case months
  /// Named periods that cover the horizon without overlap; one size for all spans of a name.
  case named([NamedPeriod])
}

package struct NamedPeriod: Equatable, Sendable {
  package var name: String
  /// In order.
  package var spans: [DateSpan]

  package init(name: String, spans: [DateSpan]) {
    self.name = name
    self.spans = spans
  }
}
