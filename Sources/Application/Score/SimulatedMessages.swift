// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Scenarios
import Scorecards
import SimulationEngine

extension MessageLog {
  /// The messages of one simulated replication, for the same evaluator as a recorded log: each chat is
  /// a session of a customer of its own. Of a conversation that is simulated whole they are the first
  /// question and the first reply. Other shops' chats and those of a warm-up are left out.
  ///
  /// Nil where nobody came.
  init?(_ chats: ChatLog, in scenario: Scenario) {
    let messages = Self.messages(of: chats, in: scenario)
    guard !messages.isEmpty else { return nil }
    let agents = (messages.map(\.agent).max() ?? -1) + 1
    self.init(messages, agentNames: (0..<agents).map(String.init))
  }

  /// The messages, those of a chat together and in order of time.
  static func messages(of chats: ChatLog, in scenario: Scenario) -> [Message] {
    let origin = scenario.horizon.first.dayNumber * 86_400
    var messages: [Message] = []
    var session = 0
    for chat in chats.chats
    where !chat.isBackground && (chat.arrived ?? chat.firstSeen) >= 0 && chat.firstSeen >= 0 {
      func message(_ time: Double, _ side: MessageSide, _ agent: Int = -1) -> Message {
        Message(
          time: Int(((Double(origin) + time) * 1000).rounded()), side: side, session: session,
          customer: session, agent: agent)
      }
      var own = [message(chat.firstSeen, .customer)]
      for moment in chat.moments {
        switch moment.kind {
        case .wrote: own.append(message(moment.time, .customer))
        case .replied(let agent): own.append(message(moment.time, .person, agent))
        case .arrived, .carriedOver, .lostOutsideHours, .blocked, .abandoned, .silentlyAbandoned,
          .assigned, .ordered, .handedOver, .closed:
          break
        }
      }
      // A further message is told before the reply that it follows.
      own.sort { ($0.time, $0.side.rawValue) < ($1.time, $1.side.rawValue) }
      messages += own
      session += 1
    }
    return messages
  }
}
