// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Wording

/// How a platform counts replies during one stretch of time: one version of one rule.
///
/// Rules are data (`Data/reply-rules.csv`, or a file of the shop's own), because platforms rename and
/// redefine them every year or two and pages about them contradict one another.
package struct ReplyRule: Equatable, Sendable {
  /// `taobao`, `jd` …; what stands before the point of the key.
  package var platform: String
  /// Names the rule in all its versions, as `douyin.3min`.
  package var key: String
  package var version: String
  package var name: Localized
  /// Times of day that are graded.
  package var window: ClockWindow
  package var windowTest: WindowTest
  /// Longest wait that counts as in time, seconds; nil counts any answer.
  package var threshold: Double?
  package var unit: ReplyUnit
  package var clockStart: ClockStart
  package var answeredBy: Answerer
  package var population: Population
  package var statistic: Statistic
  package var unanswered: Unanswered
  /// Seconds within which a customer who comes back goes on with the former session; 0 for never.
  package var returnWithin: Int
  /// Days that are not graded.
  package var exempt: [DateSpan]
  package var period: ScorePeriod
  package var grades: GradeLadder?
  /// What follows where the target is missed, in words.
  package var penalty: Localized?
  /// First day of this version; nil where it is not known.
  package var validFrom: CivilDate?
  /// Last day of this version; nil where it goes on.
  package var validTo: CivilDate?
  package var certainty: Certainty
  package var source: String

  /// Which moment of a unit must lie in the window.
  package enum WindowTest: String, CaseIterable, Sendable {
    case sessionStart = "session_start"
    case message, reply
  }

  /// From when a wait is counted.
  package enum ClockStart: String, CaseIterable, Sendable {
    case firstUnanswered = "first_unanswered"
    case lastMessage = "last_message"
    case sessionStart = "session_start"
  }

  package enum Answerer: String, CaseIterable, Sendable {
    case person
    /// Robots too.
    case anyone
  }

  package enum Population: String, CaseIterable, Sendable {
    case all
    /// Those who were passed on to a person; their clock starts then at the earliest.
    case reachedPerson = "reached_person"
  }

  package enum Statistic: String, CaseIterable, Sendable {
    /// Share in time.
    case rate
    /// Mean wait in seconds.
    case mean
    /// Share of sessions that were left as a word because nobody was on line.
    case leaveWords = "leave_words"
  }

  package enum Unanswered: String, CaseIterable, Sendable {
    case missed
    case leftOut = "left_out"
    /// Waits until the window of its day closes.
    case untilWindowEnd = "until_window_end"
  }

  /// How sure the text of the rule is.
  package enum Certainty: String, CaseIterable, Sendable {
    case certain, likely, uncertain
    /// Was in force once.
    case historic
    /// The shop's own.
    case own
  }

  /// Whether the rule is in force on a day.
  package func isValid(on date: CivilDate) -> Bool {
    (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
  }

  package func isExempt(_ date: CivilDate) -> Bool { exempt.contains { $0.contains(date) } }

  /// Whether the rule asks for more than the first reply of each session, which chats without
  /// messages cannot tell.
  package var needsMessages: Bool {
    unit != .session || clockStart == .lastMessage || statistic == .leaveWords
  }

  /// Whether the rule needs what only a recorded log has: robots, returns or words left.
  package var needsRecordedLog: Bool {
    population == .reachedPerson || statistic == .leaveWords
  }
}

/// What is counted once.
package enum ReplyUnit: String, CaseIterable, Sendable {
  /// The first question of a session.
  case session
  /// The customer's messages from the first unanswered one to the answer.
  case round
  /// Each message of the customer.
  case message
  /// Each customer once a day, in time where all his rounds are.
  case customer
}

/// Times of day from the start to before the end.
package struct ClockWindow: Equatable, Sendable, CustomStringConvertible {
  package let start: ClockTime
  package let end: ClockTime

  package static let wholeDay = ClockWindow(unchecked: .midnight, .endOfDay)

  /// Nil where the end is not after the start.
  package init?(start: ClockTime, end: ClockTime) {
    guard start < end else { return nil }
    self.init(unchecked: start, end)
  }

  private init(unchecked start: ClockTime, _ end: ClockTime) {
    self.start = start
    self.end = end
  }

  /// Reads `08:00-23:00`; nil for anything else.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let start = ClockTime(iso: parts[0].trimmed), let end = ClockTime(iso: parts[1].trimmed)
    else { return nil }
    self.init(start: start, end: end)
  }

  package var description: String { "\(start)-\(end)" }
}

extension StringProtocol {
  /// Without blanks at either end.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
