// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Scenarios

/// What was counted of one rule on one day.
package struct GradedDay: Equatable, Sendable {
  /// Answered in time; of a mean, seconds waited.
  package var top = 0.0
  /// What that is divided by.
  package var bottom = 0.0
  /// Questions, answered or not.
  package var asked = 0.0
}

/// The days of every replication, counted by the rules that chats are graded by.
struct GradedTally: Sendable {
  private let rules: [ScoreCounting]
  private let typeCount: Int
  /// By rule, then replication, then day.
  private(set) var days: [[[GradedDay]]]

  init(_ scenario: Scenario) {
    rules = scenario.gradedRules
    typeCount = scenario.inquiryTypes.count
    days = rules.map { _ in [] }
  }

  mutating func add(_ summary: ReplicationSummary) {
    for (index, rule) in rules.enumerated() {
      days[index].append(
        (0..<summary.days.count / max(1, typeCount)).map { day in
          var sum = GradedDay()
          for row in summary.days[day * typeCount..<(day + 1) * typeCount] {
            let number = { row.number(at: row.layout.place(of: $0, score: rule)) }
            sum.top += number(ScorePart.top)
            sum.bottom += number(ScorePart.bottom)
            sum.asked += number(ScorePart.asked)
          }
          return sum
        })
    }
  }
}

extension GradedTally: Archived {
  mutating func pass(through archive: inout Archive) {
    for rule in days.indices {
      archive.pass(&days[rule], of: []) { replication, archive in
        archive.pass(&replication, of: GradedDay()) { day, archive in
          archive.pass(&day.top)
          archive.pass(&day.bottom)
          archive.pass(&day.asked)
        }
      }
    }
  }
}
