// SPDX-License-Identifier: GPL-3.0-or-later

/// Sums of units; they are added over days, agents and shops, and divided once.
package struct ReplyTally: Equatable, Sendable {
  /// Units that count.
  package var units = 0
  /// Of those, in time; of words left, the sessions that were one.
  package var hits = 0
  /// Of those, answered at all.
  package var answered = 0
  /// Milliseconds of all waits that count.
  package var wait = 0
  /// Units whose wait is in the sum.
  package var waited = 0

  package init() {}

  package init(units: Int, hits: Int, answered: Int = 0, wait: Int = 0, waited: Int = 0) {
    self.units = units
    self.hits = hits
    self.answered = answered
    self.wait = wait
    self.waited = waited
  }

  package static func + (left: ReplyTally, right: ReplyTally) -> ReplyTally {
    var sum = left
    sum += right
    return sum
  }

  package static func += (left: inout ReplyTally, right: ReplyTally) {
    left.units += right.units
    left.hits += right.hits
    left.answered += right.answered
    left.wait += right.wait
    left.waited += right.waited
  }

  /// Hits ÷ units; nil without a unit.
  package var share: Double? { units > 0 ? Double(hits) / Double(units) : nil }

  /// Mean wait in seconds; nil without a wait.
  package var meanWait: Double? { waited > 0 ? Double(wait) / 1000 / Double(waited) : nil }

  /// What the rule makes of the sums: a share, or seconds.
  package func value(_ statistic: ReplyRule.Statistic) -> Double? {
    statistic == .mean ? meanWait : share
  }
}

/// The graded sums and those of the whole day.
package struct ReplyTallies: Equatable, Sendable {
  /// In the window, on days that are not exempt.
  package var graded = ReplyTally()
  package var wholeDay = ReplyTally()

  package init() {}

  package static func += (left: inout ReplyTallies, right: ReplyTallies) {
    left.graded += right.graded
    left.wholeDay += right.wholeDay
  }
}
