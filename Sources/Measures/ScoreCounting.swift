// SPDX-License-Identifier: GPL-3.0-or-later

/// How the rows of a replication are counted by a platform's rule on replies: what a scorecard needs of
/// a rule, as plain numbers.
///
/// Rows are booked by interval, so that a rule is a sum over the rows inside its hours, each by the
/// version in force on its day.
package struct ScoreCounting: Hashable, Sendable {
  /// Names the rule in all its versions, as `taobao.3min`.
  package let key: String
  /// Of the newest version.
  package let name: Words
  /// Whether the rule's value is a mean wait in seconds, and not a share in time.
  package let isMean: Bool
  package let versions: [Version]

  package init(key: String, name: Words, isMean: Bool, versions: [Version]) {
    self.key = key
    self.name = name
    self.isMean = isMean
    self.versions = versions
  }

  /// What is counted once.
  package enum Unit: Sendable {
    /// The first question of a chat, by its start.
    case session
    /// Each question of a customer, by when it was asked.
    case round
  }

  /// The rule during one stretch of days.
  package struct Version: Hashable, Sendable {
    /// Day numbers.
    package let days: ClosedRange<Int>
    /// Days that are not graded.
    package let exempt: [ClosedRange<Int>]
    /// Seconds after midnight.
    package let window: Range<Int>
    package let unit: Unit
    /// Longest wait that counts as in time, seconds; nil counts any answer.
    package let threshold: Double?
    /// Whether a question that nobody answers is one of those that are divided by.
    package let countsUnanswered: Bool
    /// Of a mean: whether such a question waits until the rule's hours end.
    package let waitsUntilEnd: Bool

    package init(
      days: ClosedRange<Int>, exempt: [ClosedRange<Int>], window: Range<Int>, unit: Unit,
      threshold: Double?, countsUnanswered: Bool, waitsUntilEnd: Bool = false
    ) {
      self.days = days
      self.exempt = exempt
      self.window = window
      self.unit = unit
      self.threshold = threshold
      self.countsUnanswered = countsUnanswered
      self.waitsUntilEnd = waitsUntilEnd
    }

    package func grades(_ day: Int) -> Bool {
      days.contains(day) && !exempt.contains { $0.contains(day) }
    }
  }

  /// Whether the customers' further questions are counted too.
  package var countsRounds: Bool { versions.contains { $0.unit == .round } }

  /// Whether it matters when the questions were asked that nobody answers.
  package var timesUnanswered: Bool { versions.contains(where: \.waitsUntilEnd) }

  /// The same beside a rule of the scenario that may have its key.
  package var apart: ScoreCounting {
    ScoreCounting(key: key + ".apart", name: name, isMean: isMean, versions: versions)
  }

  /// The same over the whole day, on exempt days too.
  package var wholeDay: ScoreCounting {
    ScoreCounting(
      key: key + ".whole_day", name: name, isMean: isMean,
      versions: versions.map {
        Version(
          days: $0.days, exempt: [], window: 0..<86_400, unit: $0.unit, threshold: $0.threshold,
          countsUnanswered: $0.countsUnanswered, waitsUntilEnd: $0.waitsUntilEnd)
      })
  }
}

/// The numbers that a scorecard adds up.
package enum ScorePart: Int, CaseIterable, Sendable {
  /// Answered in time; of a mean, seconds waited.
  case top
  /// What that is divided by.
  case bottom
  /// Questions of the graded hours, answered or not.
  case asked
}

extension Measure {
  /// The value of a platform's rule on replies.
  package static func scorecard(_ counting: ScoreCounting) -> Measure {
    let definition = MeasureRegistry.definition(counting.isMean ? "scorecard_mean" : "scorecard")
    return Measure(definition, score: counting)
  }
}
