// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// The hours in which chat is answered, by weekday, on the shop's wall clock.
package struct ServiceWindow: Equatable, Sendable {
  /// For each weekday (Monday first) the open stretches, in order, not overlapping.
  package var hours: [[ClockSpan]]
  /// Dates on which other hours hold; an empty list means closed all day.
  package var exceptions: [CivilDate: [ClockSpan]]

  package init(hours: [[ClockSpan]], exceptions: [CivilDate: [ClockSpan]] = [:]) {
    self.hours = hours
    self.exceptions = exceptions
  }

  /// The same hours every day; 09:00–24:00 is the standard window (F1).
  package static func daily(_ span: ClockSpan) -> ServiceWindow {
    ServiceWindow(hours: Array(repeating: [span], count: 7))
  }

  /// The date's open stretches: its exception, else its weekday's.
  package func spans(on date: CivilDate) -> [ClockSpan] {
    exceptions[date] ?? hours[date.weekday.rawValue]
  }

  /// Open seconds of the days, each span counted with the day on which it starts.
  package func openSeconds(on days: DateSpan) -> Int {
    days.reduce(0) { sum, date in sum + spans(on: date).reduce(0) { $0 + $1.length } }
  }
}

/// A stretch of the clock, start included, end not; an end at or before the start is the next day.
package struct ClockSpan: Hashable, Sendable {
  package var start: ClockTime
  package var end: ClockTime

  package init(start: ClockTime, end: ClockTime) {
    self.start = start
    self.end = end
  }

  /// Length in seconds, 1–86,400; 22:00–06:00 is eight hours.
  package var length: Int {
    let difference = end.secondsSinceMidnight - start.secondsSinceMidnight
    return difference > 0 ? difference : difference + 86_400
  }
}

/// What becomes of inquiries that arrive outside the service window.
package enum ClosedHoursRule: String, CaseIterable, Sendable {
  /// The customer gives up at once; counted apart as lost outside hours.
  case lost
  /// The message waits until opening and joins the queue then; counted apart as carried over.
  case waitUntilOpen = "wait_until_open"
}

/// What was written in closed hours, answered as messages from opening on: by agents for whom nobody
/// live waits, and who keep a slot for live chats where they have more than one.
package struct OvernightMessages: Equatable, Sendable {
  /// From opening until an answer is of no more use to the customer.
  package var patience: Distribution
  /// Whether the scenario leaves the patience to its default.
  package var isAssumed: Bool

  package static let assumedPatience = Distribution.exponential(mean: 4 * 3600)

  /// - Parameter patience: Nil for an exponential one of four hours, which no source gives.
  package init(patience: Distribution? = nil) {
    self.patience = patience ?? Self.assumedPatience
    isAssumed = patience == nil
  }
}
