// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Scenarios
import SimulationEngine

extension Observation {
  /// One agent on one day: time, and the shop's chats that she took, booked on the day of taking them.
  package struct AgentDay: Equatable, Sendable {
    /// Seconds on duty, breaks not included.
    package var onDuty = 0.0
    /// Seconds with a chat in hand, what lies beyond the shift's end included.
    package var busy = 0.0
    /// Chats taken, those of silent leavers included.
    package var chats = 0.0
    /// Of them, those whose customer was still there.
    package var answered = 0.0
    /// Of the answered, those of the shop itself; what follows counts these alone.
    package var own = 0.0
    /// Seconds from arrival to the first reply, and those within 30, 45 and 180 s.
    package var firstReply = 0.0
    package var within30 = 0.0
    package var within45 = 0.0
    package var within180 = 0.0
    /// Replies, further ones included, and the seconds that they took.
    package var replies = 0.0
    package var replySeconds = 0.0
    package var orders = 0.0
    /// Yuan.
    package var sales = 0.0

    mutating func take(_ chat: LoggedChat, of type: InquiryType) {
      chats += 1
      guard chat.outcome == .served else { return }
      answered += 1
      guard !chat.isBackground else { return }
      own += 1
      if let reply = chat.firstReply {
        let seconds = reply - (chat.arrived ?? chat.firstSeen)
        firstReply += seconds
        within30 += seconds <= 30 ? 1 : 0
        within45 += seconds <= 45 ? 1 : 0
        within180 += seconds <= 180 ? 1 : 0
      }
      for seconds in chat.replyTimes {
        replies += 1
        replySeconds += seconds
      }
      if chat.isOrder {
        orders += 1
        sales += Double(type.orderValue.fen) / 100
      }
    }

    private static var sums: [WritableKeyPath<Self, Double>] {
      [
        \.onDuty, \.busy, \.chats, \.answered, \.own, \.firstReply, \.within30, \.within45,
        \.within180, \.replies, \.replySeconds, \.orders, \.sales,
      ]
    }

    static func += (left: inout Self, right: Self) {
      for sum in sums { left[keyPath: sum] += right[keyPath: sum] }
    }

    func divided(by count: Double) -> Self {
      var mean = self
      for sum in Self.sums { mean[keyPath: sum] /= count }
      return mean
    }
  }
}

extension LoggedChat {
  /// Seconds from the first unanswered message to each of the agent's replies, the first from arrival.
  var replyTimes: [Double] {
    // A further message is told before the reply that it follows.
    let told = moments.sorted { $0.time < $1.time }
    var asked: Double? = arrived ?? firstSeen
    var times: [Double] = []
    for moment in told {
      switch moment.kind {
      case .wrote: asked = asked ?? moment.time
      case .replied:
        if let since = asked { times.append(moment.time - since) }
        asked = nil
      case .arrived, .carriedOver, .lostOutsideHours, .blocked, .abandoned, .silentlyAbandoned,
        .assigned, .ordered, .handedOver, .closed:
        break
      }
    }
    return times
  }
}
