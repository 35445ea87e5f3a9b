// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
package import Inference
import Planning
import Plans
import Scenarios
package import Scorecards

/// A plan's simulated chats graded by one rule.
package struct PlanScore: Sendable {
  /// Key of the plan.
  package let plan: String
  /// In force on the last day of the horizon that has a version.
  package let rule: ReplyRule
  package let replications: Int
  /// Over all replications.
  package private(set) var total = ReplyTallies()
  /// The rule's value as a ratio of expectations; nil without a unit.
  package private(set) var value: ConfidenceInterval?
  /// Periods that were judged: the whole ones of the horizon, or its last where none is whole.
  package private(set) var periods = 0
  /// Of these those that meet the target; nil without a target.
  package private(set) var periodsMet: Int?
  /// Replications in which all of them do.
  package private(set) var allMet: Int?

  /// Share of periods that meet the target.
  package var probability: Double? {
    periodsMet.flatMap { periods > 0 ? Double($0) / Double(periods) : nil }
  }

  /// Share of replications in which every period meets it.
  package var probabilityOfAll: Double? {
    allMet.flatMap { replications > 0 ? Double($0) / Double(replications) : nil }
  }

  /// Simulates the replications under observation; the same for any number of threads.
  static func scores(
    _ entries: [RuleBook.Entry], plan: String, of experiment: Experiment, replications: Range<Int>,
    threads: Int
  ) async throws -> [PlanScore] {
    var scores = entries.map { entry in
      let days = experiment.scenario.horizon
      let rule = days.reversed().lazy.compactMap { entry.version(on: $0) }.first ?? entry.latest
      return PlanScore(plan: plan, rule: rule, replications: replications.count)
    }
    var sums = [RatioSums](repeating: RatioSums(), count: entries.count)
    try await OrderedReplications.run(replications, threads: threads) { replication in
      let chats = ChatLog(of: experiment, replication: replication)
      let log = MessageLog(chats, in: experiment.scenario)
      return entries.map { entry in log.flatMap { try? Scorecard(entry, of: $0) } }
    } consume: { _, cards in
      for (index, card) in cards.enumerated() {
        guard let card else { continue }
        scores[index].add(card)
        let tally = card.total.graded
        if scores[index].rule.statistic == .mean {
          sums[index].add(Double(tally.wait) / 1000, over: Double(tally.waited))
        } else {
          sums[index].add(Double(tally.hits), over: Double(tally.units))
        }
      }
    }
    for index in scores.indices {
      scores[index].value = sums[index].ratio(of: replications.count)
    }
    return scores
  }

  /// Of days that the simulation has counted by interval.
  ///
  /// - Parameters:
  ///   - graded: For each replication its days, in the rule's hours.
  ///   - wholeDay: The same over the whole day.
  init(
    _ entry: RuleBook.Entry, plan: String, of horizon: DateSpan, graded: [[GradedDay]],
    wholeDay: [[GradedDay]]
  ) {
    let rule = horizon.reversed().lazy.compactMap { entry.version(on: $0) }.first ?? entry.latest
    self.init(plan: plan, rule: rule, replications: graded.count)
    var sums = RatioSums()
    for (own, whole) in zip(graded, wholeDay) {
      let days = horizon.enumerated().map { index, date in
        var tallies = ReplyTallies()
        tallies.graded = ReplyTally(own[index], rule)
        tallies.wholeDay = ReplyTally(whole[index], rule)
        return Scorecard.Day(
          date: date, version: entry.version(on: date)?.version, tallies: tallies)
      }
      add(Scorecard(entry, days: days, agents: []))
      sums.add(own.reduce(0) { $0 + $1.top }, over: own.reduce(0) { $0 + $1.bottom })
    }
    value = sums.ratio(of: graded.count)
  }

  private init(plan: String, rule: ReplyRule, replications: Int) {
    self.plan = plan
    self.rule = rule
    self.replications = replications
    if rule.grades != nil { (periodsMet, allMet) = (0, 0) }
  }

  private mutating func add(_ card: Scorecard) {
    total += card.total
    let all = card.periods.filter { $0.tally.units > 0 }
    let whole = all.filter(\.isWhole)
    let judged = whole.isEmpty ? Array(all.suffix(1)) : whole
    periods += judged.count
    guard rule.grades != nil else { return }
    let met = judged.count { $0.meetsTarget == true }
    periodsMet = (periodsMet ?? 0) + met
    if met == judged.count, !judged.isEmpty { allMet = (allMet ?? 0) + 1 }
  }
}

extension ReplyTally {
  /// What intervals have counted of a day.
  fileprivate init(_ day: GradedDay, _ rule: ReplyRule) {
    if rule.statistic == .mean {
      let answered = Int(day.bottom)
      self.init(
        units: rule.unanswered == .leftOut ? answered : Int(day.asked), hits: answered,
        answered: answered, wait: Int((day.top * 1000).rounded()), waited: answered)
    } else {
      self.init(units: Int(day.bottom), hits: Int(day.top))
    }
  }
}
