// SPDX-License-Identifier: GPL-3.0-or-later

package import SimulationEngine
import Statistics

/// How long customers waited and how long replies took, over all replications together.
///
/// Sums are exact; quantiles come from histograms whose size does not grow with the chats, and are
/// off by at most 0.8 % of themselves. Only the shop's own contacts are counted.
package struct WaitTimes: Equatable, Sendable {
  /// Whose time is meant, and from when to when.
  package enum Measure: String, CaseIterable, Sendable {
    /// All arrivals: until an agent took the chat, or until they left; the blocked wait 0.
    case all = "wait"
    /// Those whom an agent took.
    case answered = "wait_answered"
    /// Those who left, until they left.
    case abandoned = "wait_abandoned"
    /// The answered: from arrival to the agent's first reply.
    case firstReply = "first_reply"
    /// Every message of a chat simulated message by message: from the message to its reply; the
    /// first from arrival.
    case reply = "reply"
  }

  private var counts = ContactCounts()
  private var answered = Histogram()
  private var abandoned = Histogram()
  private var replies = Histogram()
  private var replySeconds = 0.0
  /// Whether every message has its reply counted, not the first one only.
  private var isMessages: Bool

  package init(isMessages: Bool) { self.isMessages = isMessages }

  package mutating func add(_ record: ReplicationRecord, type: Int) {
    counts += record.total(type: type)
    answered.merge(record.answeredWaits[type])
    abandoned.merge(record.abandonedWaits[type])
    replies.merge(record.replyTimes[type])
    replySeconds += record.replyTimeSums[type]
  }

  /// Several types as one.
  package init(_ types: [WaitTimes]) {
    isMessages = types.contains(where: \.isMessages)
    for type in types {
      counts += type.counts
      answered.merge(type.answered)
      abandoned.merge(type.abandoned)
      guard type.isMessages || !isMessages else { continue }
      replies.merge(type.replies)
      replySeconds += type.replySeconds
    }
  }

  /// Customers, or messages, of a measure in all replications.
  package func count(_ measure: Measure) -> Int {
    switch measure {
    case .all: Int(counts.arrived)
    case .answered, .firstReply: Int(counts.answered)
    case .abandoned: Int(counts.abandoned)
    case .reply: isMessages ? Int(replies.count) : 0
    }
  }

  /// Seconds; sum over replications ÷ count over replications, NaN without any.
  package func mean(_ measure: Measure) -> Double {
    let sum =
      switch measure {
      case .all: counts.totalWait
      case .answered: counts.answeredWait
      case .abandoned: counts.abandonedWait
      case .firstReply: counts.firstReplyTime
      case .reply: replySeconds
      }
    let count = count(measure)
    return count > 0 ? sum / Double(count) : .nan
  }

  /// Seconds: the least time that a share `probability` of them do not exceed, within 0.8 %; nil
  /// without any, and for first replies where messages are counted.
  package func quantile(_ measure: Measure, _ probability: Double) -> Double? {
    switch measure {
    case .all:
      var all = Histogram(zeros: UInt64(counts.blocked), buckets: [])
      all.merge(answered)
      all.merge(abandoned)
      return all.quantile(probability)
    case .answered: return answered.quantile(probability)
    case .abandoned: return abandoned.quantile(probability)
    case .firstReply: return isMessages ? nil : replies.quantile(probability)
    case .reply: return isMessages ? replies.quantile(probability) : nil
    }
  }
}
