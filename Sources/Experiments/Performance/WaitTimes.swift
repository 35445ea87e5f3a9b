// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures
import SimulationEngine
import Statistics

/// How long customers waited and how long replies took, over all replications together.
///
/// Sums are exact; quantiles come from histograms whose size does not grow with the chats, and are
/// off by at most 0.8 % of themselves. Only the shop's own contacts are counted.
package struct WaitTimes: Equatable, Sendable {
  /// Whose time is meant, and from when to when.
  package enum Measure: String, CaseIterable, Sendable {
    /// All arrivals: until an agent took the chat, or until they left; the blocked wait 0. Those who
    /// still wait when nobody will come any more are left out.
    case all = "wait"
    /// Those whom an agent took.
    case answered = "wait_answered"
    /// Those who left, until they left.
    case abandoned = "wait_abandoned"
    /// The answered: from arrival to the agent's first reply; message by message, to the end of the
    /// first message.
    case firstReply = "first_reply"
    /// Every message of a chat simulated message by message: from the message to its reply; the
    /// first from arrival.
    case reply = "reply"
  }

  /// Sums over all replications.
  private var sums: ServiceMeasures
  private var answered = Histogram()
  private var abandoned = Histogram()
  /// Of every message; without messages, none.
  private var replies = Histogram()
  private var firstReplies = Histogram()
  private var replySeconds = 0.0
  /// Whether every message has its reply counted, not the first one only.
  private let isMessages: Bool

  package init(layout: CountLayout, isMessages: Bool) {
    sums = ServiceMeasures(layout: layout)
    self.isMessages = isMessages
  }

  package mutating func add(_ summary: ReplicationSummary, type: Int) {
    sums += summary.types[type]
    let record = summary.record
    record.times.add(.answeredWait, type: type, to: &answered)
    record.times.add(.abandonedWait, type: type, to: &abandoned)
    record.times.add(isMessages ? .firstMessage : .reply, type: type, to: &firstReplies)
    guard isMessages else { return }
    record.times.add(.reply, type: type, to: &replies)
    replySeconds += record.replyTimeSums[type]
  }

  /// Several types as one.
  package init(_ types: [WaitTimes], layout: CountLayout) {
    sums = ServiceMeasures(layout: layout)
    isMessages = types.contains(where: \.isMessages)
    for type in types {
      sums += type.sums
      answered.merge(type.answered)
      abandoned.merge(type.abandoned)
      firstReplies.merge(type.firstReplies)
      replies.merge(type.replies)
      replySeconds += type.replySeconds
    }
  }

  /// Customers, or messages, of a measure in all replications.
  package func count(_ measure: Measure) -> Int {
    switch measure {
    case .all: Int(sums.parts(of: .meanWait).bottom)
    case .answered, .firstReply: Int(sums[.answered])
    case .abandoned: Int(sums[.abandoned])
    case .reply: Int(replies.count)
    }
  }

  /// Seconds; sum over replications ÷ count over replications, NaN without any.
  package func mean(_ measure: Measure) -> Double {
    switch measure {
    case .all: sums[.meanWait]
    case .answered: sums[.meanWaitOfAnswered]
    case .abandoned: sums[.meanWaitOfAbandoned]
    case .firstReply: sums[.meanFirstReply]
    case .reply: replySeconds / Double(replies.count)
    }
  }

  /// Seconds: the least time that a share `probability` of them do not exceed, within 0.8 %; nil
  /// without any.
  package func quantile(_ measure: Measure, _ probability: Double) -> Double? {
    switch measure {
    case .all:
      var all = Histogram(zeros: UInt64(sums[.blocked]), buckets: [])
      all.merge(answered)
      all.merge(abandoned)
      return all.quantile(probability)
    case .answered: return answered.quantile(probability)
    case .abandoned: return abandoned.quantile(probability)
    case .firstReply: return firstReplies.quantile(probability)
    case .reply: return replies.quantile(probability)
    }
  }
}

extension WaitTimes: Archived {
  package mutating func pass(through archive: inout Archive) {
    archive.pass(&sums)
    archive.pass(&answered)
    archive.pass(&abandoned)
    archive.pass(&replies)
    archive.pass(&firstReplies)
    archive.pass(&replySeconds)
  }
}
