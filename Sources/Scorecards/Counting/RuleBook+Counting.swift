// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Measures
import Wording

extension RuleBook.Entry {
  /// The rule as sums over a simulation's intervals, each day by the version in force on it.
  ///
  /// - Parameter days: Those that are simulated.
  /// - Throws: `CountingProblem` where a version in force on one of them counts what no interval books.
  package func counting(during days: DateSpan) throws(CountingProblem) -> ScoreCounting {
    var counted: [ScoreCounting.Version] = []
    var newest: ReplyRule?
    for rule in versions {
      guard
        let span = DateSpan(
          first: max(rule.validFrom ?? days.first, days.first),
          last: min(rule.validTo ?? days.last, days.last))
      else { continue }
      if let problem = rule.countingProblem { throw problem }
      if let newest, (newest.statistic == .mean) != (rule.statistic == .mean) {
        throw .mixedStatistics
      }
      newest = rule
      counted.append(ScoreCounting.Version(rule, during: span))
    }
    guard let newest else { throw .notInForce(from: versions[0].validFrom) }
    return ScoreCounting(
      key: key, name: Words("\(newest.name.en) (\(key))", "\(newest.name.zh)（\(key)）"),
      isMean: newest.statistic == .mean, versions: counted)
  }
}

extension ReplyRule {
  /// Why it cannot be counted by interval; nil where it can.
  fileprivate var countingProblem: CountingProblem? {
    if needsRecordedLog { return .needsRecordedLog }
    if unit == .customer || unit == .message { return .unit(unit) }
    if clockStart == .lastMessage { return .lastMessage }
    if windowTest == .reply || windowTest == .sessionStart && unit == .round {
      return .windowTest(windowTest)
    }
    return nil
  }
}

extension ScoreCounting.Version {
  fileprivate init(_ rule: ReplyRule, during span: DateSpan) {
    self.init(
      days: span.first.dayNumber...span.last.dayNumber,
      exempt: rule.exempt.map { $0.first.dayNumber...$0.last.dayNumber },
      window: rule.window.start.secondsSinceMidnight..<rule.window.end.secondsSinceMidnight,
      unit: rule.unit == .round ? .round : .session, threshold: rule.threshold,
      countsUnanswered: rule.statistic == .mean
        ? rule.unanswered == .untilWindowEnd : rule.unanswered != .leftOut,
      waitsUntilEnd: rule.statistic == .mean && rule.unanswered == .untilWindowEnd)
  }
}
