// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// What one version of a rule counts of a log.
package struct ReplyCounts: Equatable, Sendable {
  /// Of each day of the log.
  package private(set) var days: [ReplyTallies]
  /// Of each agent of the log, and last of those whom nobody answered or whose agent is not named.
  package private(set) var agents: [ReplyTallies]

  /// - Parameters:
  ///   - unit: Another unit than the rule's own, to set beside it.
  ///   - dates: Days that count; nil takes those on which the version is in force.
  package init(
    _ rule: ReplyRule, of log: MessageLog, unit: ReplyUnit? = nil, on dates: DateSpan? = nil
  ) {
    days = [ReplyTallies](repeating: ReplyTallies(), count: log.dayCount)
    agents = [ReplyTallies](repeating: ReplyTallies(), count: log.agentNames.count + 1)
    let terms = ReplyTerms(rule, unit: unit ?? rule.unit, log: log, dates: dates)
    guard !terms.days.isEmpty else { return }
    days.withUnsafeMutableBufferPointer { days in
      agents.withUnsafeMutableBufferPointer { agents in
        var count = ReplyCounter(terms: terms, days: days, agents: agents)
        count.count(log)
      }
    }
  }

  package var total: ReplyTallies {
    var sum = ReplyTallies()
    for day in days { sum += day }
    return sum
  }
}

/// A rule as the loop over the messages needs it: milliseconds and days of the log.
struct ReplyTerms {
  let unit: ReplyUnit
  let statistic: ReplyRule.Statistic
  let threshold: Int
  let windowStart: Int
  let windowEnd: Int
  let windowTest: ReplyRule.WindowTest
  let clockStart: ReplyRule.ClockStart
  let unanswered: ReplyRule.Unanswered
  let robotsCount: Bool
  let afterTransfer: Bool
  let returnWithin: Int
  /// Days of the log that count.
  let days: Range<Int>
  /// Of each day of the log, whether it is not graded.
  let isExempt: [Bool]

  init(_ rule: ReplyRule, unit: ReplyUnit, log: MessageLog, dates: DateSpan?) {
    self.unit = unit
    statistic = rule.statistic
    threshold = rule.threshold.map { Int(($0 * 1000).rounded()) } ?? .max
    windowStart = rule.window.start.secondsSinceMidnight * 1000
    windowEnd = rule.window.end.secondsSinceMidnight * 1000
    windowTest = rule.windowTest
    clockStart = rule.clockStart
    unanswered = rule.unanswered
    robotsCount = rule.answeredBy == .anyone
    afterTransfer = rule.population == .reachedPerson
    returnWithin = rule.returnWithin * 1000
    let first = dates?.first ?? rule.validFrom ?? log.firstDay
    let last = dates?.last ?? rule.validTo ?? log.days.last
    let lower = min(max(0, log.firstDay.days(to: first)), log.dayCount)
    let upper = max(lower, min(log.dayCount, log.firstDay.days(to: last) + 1))
    days = lower..<upper
    isExempt = log.days.map { rule.isExempt($0) }
  }
}
