// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// What one replication yields. Its size depends on the horizon, never on the number of chats.
package struct ReplicationRecord: Equatable, Sendable {
  package internal(set) var replication = 0
  package let interval: IntervalLength
  /// Intervals of the horizon.
  package let intervalCount: Int
  package let typeCount: Int
  package let groupCount: Int
  /// Interval by interval; in each the shop's own contacts by type, then the background's.
  package internal(set) var contacts: [ContactCounts]
  /// Interval by interval, in each by group.
  package internal(set) var groups: [GroupInterval]
  package internal(set) var agents: [AgentTotals]
  package internal(set) var times: TimeCounts
  /// For each type, the exact sum of the counted reply times, in seconds.
  package internal(set) var replyTimeSums: [Double]
  /// Contacts that arrived, of every kind and in warm-up too: the unit of speed measurements.
  package internal(set) var chatCount = 0

  package init(
    interval: IntervalLength, intervalCount: Int, typeCount: Int, groupCount: Int, agentCount: Int
  ) {
    self.interval = interval
    self.intervalCount = intervalCount
    self.typeCount = typeCount
    self.groupCount = groupCount
    contacts = Array(repeating: ContactCounts(), count: (intervalCount + 1) * typeCount * 2)
    groups = Array(repeating: GroupInterval(), count: (intervalCount + 1) * groupCount)
    agents = Array(repeating: AgentTotals(), count: agentCount)
    times = TimeCounts(typeCount: typeCount)
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

  /// Adds those whom the loop has counted once: arrived and answered at once, and so in time, with
  /// a wait of zero, and of a type whose agents reply as soon as they take the chat replied to in
  /// time.
  mutating func addAnsweredAtOnce(
    _ counts: UnsafeBufferPointer<UInt32>, repliesAtOnce: (_ type: Int) -> Bool
  ) {
    for (row, count) in counts.enumerated() where count > 0 {
      let type = row % typeCount
      contacts[row].arrived += count
      contacts[row].answered += count
      contacts[row].answeredWithinAcceptableWait += count
      if repliesAtOnce(type) { contacts[row].repliedWithinThreeMinutes += count }
      let isMeasured = row / typeCount % 2 == 0 && row < intervalCount * typeCount * 2
      if isMeasured { times.addZeros(.answeredWait, type: type, count) }
    }
  }

  /// Fills in the first replies of a type whose agents reply as soon as they take the chat: they
  /// took as long as the waits, which the loop has counted once for both.
  mutating func repeatWaitsAsReplies(type: Int) {
    times.repeatWaitsAsReplies(type: type)
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
