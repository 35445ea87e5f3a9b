// SPDX-License-Identifier: GPL-3.0-or-later

package import Statistics

/// What one replication yields. Its size depends on the horizon, never on the number of chats.
package struct ReplicationRecord: Equatable, Sendable {
  /// Seconds of an interval.
  package static let intervalLength = 1800
  package static let intervalsPerDay = 48

  package internal(set) var replication = 0
  package let intervalCount: Int
  package let typeCount: Int
  package let groupCount: Int
  /// Interval by interval; in each the shop's own contacts by type, then the background's.
  package internal(set) var contacts: [ContactCounts]
  /// Interval by interval, in each by group.
  package internal(set) var groups: [GroupInterval]
  package internal(set) var agents: [AgentTotals]
  /// For each type, waits of the shop's answered contacts.
  package internal(set) var answeredWaits: [Histogram]
  /// For each type, waits of the shop's contacts who left.
  package internal(set) var abandonedWaits: [Histogram]
  /// For each type, seconds from a customer's message to the agent's reply; at conversation
  /// fidelity from arrival to the first reply.
  package internal(set) var replyTimes: [Histogram]
  /// For each type, the exact sum of what `replyTimes` counts, in seconds.
  package internal(set) var replyTimeSums: [Double]
  /// Contacts that arrived, of every kind and in warm-up too: the unit of speed measurements.
  package internal(set) var chatCount = 0
  package internal(set) var eventCount = 0

  package init(intervalCount: Int, typeCount: Int, groupCount: Int, agentCount: Int) {
    self.intervalCount = intervalCount
    self.typeCount = typeCount
    self.groupCount = groupCount
    contacts = Array(repeating: ContactCounts(), count: (intervalCount + 1) * typeCount * 2)
    groups = Array(repeating: GroupInterval(), count: (intervalCount + 1) * groupCount)
    agents = Array(repeating: AgentTotals(), count: agentCount)
    answeredWaits = Array(repeating: Histogram(), count: typeCount)
    abandonedWaits = answeredWaits
    replyTimes = answeredWaits
    replyTimeSums = Array(repeating: 0, count: typeCount)
  }

  /// Counts of one interval and type.
  package func contacts(
    interval: Int, type: Int, background: Bool = false
  ) -> ContactCounts {
    contacts[(interval * 2 + (background ? 1 : 0)) * typeCount + type]
  }

  package func group(_ group: Int, interval: Int) -> GroupInterval {
    groups[interval * groupCount + group]
  }

  /// Adds those whom the loop has counted once: answered at once, and so in time, with a wait of
  /// zero, and of a type whose agents reply as soon as they take the chat replied to in time.
  mutating func addAnsweredAtOnce(
    _ counts: UnsafeBufferPointer<UInt32>, repliesAtOnce: (_ type: Int) -> Bool
  ) {
    for (row, count) in counts.enumerated() where count > 0 {
      let type = row % typeCount
      contacts[row].answered += count
      contacts[row].answeredWithinAcceptableWait += count
      if repliesAtOnce(type) { contacts[row].repliedWithinThreeMinutes += count }
      let isMeasured = row / typeCount % 2 == 0 && row < intervalCount * typeCount * 2
      if isMeasured { answeredWaits[type].addZeros(UInt64(count)) }
    }
  }

  /// Fills in the first replies of a type whose agents reply as soon as they take the chat: they
  /// took as long as the waits, which the loop has counted once for both.
  mutating func repeatWaitsAsReplies(type: Int) {
    replyTimes[type] = answeredWaits[type]
    for row in stride(from: type, to: contacts.count, by: typeCount) {
      contacts[row].firstReplyTime = contacts[row].answeredWait
    }
    replyTimeSums[type] = total(type: type).answeredWait
  }

  /// Sum over intervals, of one type or of all.
  package func total(
    type: Int? = nil, background: Bool = false, intervals: Range<Int>? = nil
  ) -> ContactCounts {
    var sum = ContactCounts()
    for interval in intervals ?? 0..<intervalCount {
      for each in 0..<typeCount where type == nil || type == each {
        sum += contacts(interval: interval, type: each, background: background)
      }
    }
    return sum
  }

  /// Sum over intervals, of one group or of all.
  package func groupTotal(group: Int? = nil, intervals: Range<Int>? = nil) -> GroupInterval {
    var sum = GroupInterval()
    for interval in intervals ?? 0..<intervalCount {
      for each in 0..<groupCount where group == nil || group == each {
        sum += self.group(each, interval: interval)
      }
    }
    return sum
  }
}
