// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// A log graded by one rule, each day by the version that was in force on it.
package struct Scorecard: Equatable, Sendable {
  package struct Day: Equatable, Sendable {
    package let date: CivilDate
    /// Nil where no version of the rule is in force.
    package let version: String?
    package let tallies: ReplyTallies

    package init(date: CivilDate, version: String?, tallies: ReplyTallies) {
      self.date = date
      self.version = version
      self.tallies = tallies
    }
  }

  package struct Agent: Equatable, Sendable {
    /// Nil for those whom nobody answered, or whose agent is not named.
    package let name: String?
    package let tallies: ReplyTallies

    package init(name: String?, tallies: ReplyTallies) {
      self.name = name
      self.tallies = tallies
    }
  }

  package struct Period: Equatable, Sendable {
    package let span: DateSpan
    /// Days of the span that the log has.
    package let loggedDays: Int
    /// In force on the last of them.
    package let rule: ReplyRule
    package let tally: ReplyTally

    package var value: Double? { tally.value(rule.statistic) }
    /// Whether all days of the span are in the log.
    package var isWhole: Bool { loggedDays == span.count }
    package var grade: String? { value.flatMap { rule.grades?.grade(of: $0) } }
    /// Nil without a target, or without a unit.
    package var meetsTarget: Bool? {
      guard let grades = rule.grades, let value else { return nil }
      return grades.meetsTarget(value)
    }
  }

  /// The same messages by another unit.
  package struct Reading: Equatable, Sendable {
    package let unit: ReplyUnit
    package let tallies: ReplyTallies
  }

  package let entry: RuleBook.Entry
  package let unit: ReplyUnit
  /// All days of the log.
  package let days: [Day]
  package let agents: [Agent]
  /// By every unit, the rule's own among them; of words left by that alone.
  package let readings: [Reading]

  /// - Throws: `ScoreError` where no unit of the log can be graded at all.
  package init(
    _ entry: RuleBook.Entry, of log: MessageLog, unit: ReplyUnit? = nil
  ) throws(ScoreError) {
    self.entry = entry
    let unit = unit ?? entry.latest.unit
    self.unit = unit
    let versions = entry.versions.filter { Self.isInForce($0, during: log.days) }
    if versions.isEmpty {
      throw ScoreError(
        key: entry.key, .notInForce(on: log.days, first: entry.versions[0].validFrom))
    }
    let counts = versions.map { ReplyCounts($0, of: log, unit: unit) }
    days = log.days.enumerated().map { index, date in
      let version = versions.firstIndex { $0.isValid(on: date) }
      return Day(
        date: date, version: version.map { versions[$0].version },
        tallies: version.map { counts[$0].days[index] } ?? ReplyTallies())
    }
    agents = (log.agentNames.map(Optional.some) + [nil]).enumerated().compactMap { index, name in
      var sum = ReplyTallies()
      for count in counts { sum += count.agents[index] }
      return sum.wholeDay.units > 0 ? Agent(name: name, tallies: sum) : nil
    }
    let isOfWords = versions.contains { $0.statistic == .leaveWords }
    let units = isOfWords ? [unit] : ReplyUnit.allCases
    readings =
      units.map { other in
        var sum = ReplyTallies()
        for (version, count) in zip(versions, counts) {
          sum += (other == unit ? count : ReplyCounts(version, of: log, unit: other)).total
        }
        return Reading(unit: other, tallies: sum)
      }
    guard total.wholeDay.units > 0 else { throw ScoreError(key: entry.key, .nothingToCount) }
    guard total.graded.units > 0 else {
      let isExempt = days.allSatisfy { day in versions.contains { $0.isExempt(day.date) } }
      throw ScoreError(
        key: entry.key,
        isExempt
          ? .allExempt(log.days) : .windowNeverMet(versions[versions.count - 1].window))
    }
  }

  /// Days that somebody else has counted, with no gap between them.
  package init(_ entry: RuleBook.Entry, days: [Day], agents: [Agent]) {
    self.entry = entry
    unit = entry.latest.unit
    var all: [Day] = []
    var sum = ReplyTallies()
    for day in days {
      while let last = all.last, last.date.advanced(by: 1) < day.date {
        let date = last.date.advanced(by: 1)
        all.append(
          Day(date: date, version: entry.version(on: date)?.version, tallies: ReplyTallies()))
      }
      all.append(day)
      sum += day.tallies
    }
    self.days = all
    self.agents = agents
    readings = [Reading(unit: unit, tallies: sum)]
  }

  package var total: ReplyTallies {
    var sum = ReplyTallies()
    for day in days { sum += day.tallies }
    return sum
  }

  /// The version that was in force on the last day that has one.
  package var rule: ReplyRule {
    days.last { $0.version != nil }.flatMap { entry.version(on: $0.date) } ?? entry.latest
  }

  /// The periods of the rule, in order of time; sums of days, divided once.
  package var periods: [Period] {
    guard let first = days.first?.date, let last = days.last?.date,
      let log = DateSpan(first: first, last: last)
    else { return [] }
    // Sums up to each day: a period is a difference of two.
    var sums = [ReplyTally()]
    for day in days { sums.append((sums.last ?? ReplyTally()) + day.tallies.graded) }
    return rule.period.spans(of: log).compactMap { span in
      guard let logged = span.intersection(log),
        let version = logged.reversed().lazy.compactMap({ entry.version(on: $0) }).first
      else { return nil }
      let lower = first.days(to: logged.first)
      return Period(
        span: span, loggedDays: logged.count, rule: version,
        tally: sums[lower + logged.count] - sums[lower])
    }
  }

  private static func isInForce(_ rule: ReplyRule, during days: DateSpan) -> Bool {
    (rule.validFrom.map { $0 <= days.last } ?? true)
      && (rule.validTo.map { days.first <= $0 } ?? true)
  }
}

extension ReplyTally {
  fileprivate static func - (left: ReplyTally, right: ReplyTally) -> ReplyTally {
    ReplyTally(
      units: left.units - right.units, hits: left.hits - right.hits,
      answered: left.answered - right.answered, wait: left.wait - right.wait,
      waited: left.waited - right.waited)
  }
}
