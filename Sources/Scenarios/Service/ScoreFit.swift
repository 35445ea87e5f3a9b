// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Measures

/// Why a scenario does not book what a platform's rule counts.
package enum ScoreFitProblem: Equatable, Sendable {
  /// The rule counts rounds, and chats of the type are simulated whole.
  case needsMessages(inquiryType: String)
  /// The rule's hours, as `08:15-23:00`, begin or end inside an interval.
  case windowOffInterval(String)
  /// Messages of closed hours come as live chats at opening: their rows hold both.
  case heldAmongLiveChats
}

extension Scenario {
  /// Why the rule cannot be counted; nil where it can.
  package func countingProblem(of score: ScoreCounting) -> ScoreFitProblem? {
    for type in inquiryTypes where score.countsRounds {
      if case .conversation = type.service { return .needsMessages(inquiryType: type.name) }
    }
    for version in score.versions {
      let ends = [version.window.lowerBound, version.window.upperBound]
      if ends.contains(where: { $0 % interval.seconds != 0 }) {
        let times = ends.map { ClockTime(unchecked: $0).description }
        return .windowOffInterval(times.joined(separator: "-"))
      }
    }
    if closedHours == .waitUntilOpen, overnight == nil { return .heldAmongLiveChats }
    return nil
  }
}
