// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scorecards
import Wording

extension CountingProblem {
  /// What was found, of the rule that was named.
  func found(_ key: String) -> Phrase {
    switch self {
    case .needsRecordedLog:
      "\(key), which needs robots, transfers or words left, and simulated chats have none"
    case .unit(let unit): "\(key), which counts each \(unit.rawValue), and not sessions or rounds"
    case .lastMessage: "\(key), whose clock starts with the last message of a round"
    case .windowTest(let test): "\(key), whose hours are those of the \(test.rawValue)"
    case .mixedStatistics: "\(key), which changes between a share and a mean"
    case .notInForce(let date):
      date.map { "\(key), which begins on \($0.description)" } ?? "\(key), which is not in force"
    }
  }

  var allowed: Phrase {
    switch self {
    case .needsRecordedLog: "another rule; inquiry score grades a recorded log by this one"
    case .unit, .lastMessage, .windowTest:
      "another rule as a target; compare --rule grades simulated chats by this one"
    case .mixedStatistics, .notInForce: "a rule that is in force in the horizon"
    }
  }
}
