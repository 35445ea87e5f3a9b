// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures
package import Scenarios

/// What one replication yields. Its size depends on the horizon, never on the number of chats.
package struct ReplicationRecord: Equatable, Sendable {
  package internal(set) var replication = 0
  package let interval: IntervalLength
  /// Intervals of the horizon.
  package let intervalCount: Int
  package let groupCount: Int
  /// In rows of a `ContactLayout`.
  package internal(set) var contacts: ContactTable
  /// Interval by interval, in each by group.
  package internal(set) var groups: [GroupInterval]
  package internal(set) var agents: [AgentTotals]
  package internal(set) var times: TimeCounts
  /// For each type, the exact sum of the counted reply times, in seconds.
  package internal(set) var replyTimeSums: [Double]
  /// For each type, messages of closed hours that wait for an opening after the horizon.
  package internal(set) var waitingForOpening: [Int]
  /// Contacts that arrived, of every kind and in warm-up too: the unit of speed measurements.
  package internal(set) var chatCount = 0

  init(
    layout: ContactLayout, interval: IntervalLength, intervalCount: Int, groupCount: Int,
    agentCount: Int
  ) {
    self.interval = interval
    self.intervalCount = intervalCount
    self.groupCount = groupCount
    contacts = ContactTable(layout: layout, intervalCount: intervalCount)
    groups = Array(repeating: GroupInterval(), count: (intervalCount + 1) * groupCount)
    agents = Array(repeating: AgentTotals(), count: agentCount)
    times = TimeCounts(typeCount: layout.typeCount)
    replyTimeSums = Array(repeating: 0, count: layout.typeCount)
    waitingForOpening = Array(repeating: 0, count: layout.typeCount)
  }

  package var countLayout: CountLayout { contacts.layout.counts }
  package var typeCount: Int { contacts.layout.typeCount }

  /// Counts of one interval and type.
  package func contacts(
    interval: Int, type: Int, shop: Int = ContactLayout.ownShop
  ) -> ContactCounts {
    total(type: type, shop: shop, intervals: interval..<interval + 1)
  }

  /// Whether what was written in closed hours is answered as messages.
  package var hasOvernightMessages: Bool { contacts.layout.shopCount > ContactLayout.overnight }

  /// Hands on the numbers of one interval and type of a shop, if anybody came.
  package func read(
    interval: Int, type: Int, shop: Int = ContactLayout.ownShop, _ body: (ContactRow) -> Void
  ) {
    contacts.read(
      row: contacts.layout.row(interval: interval, shop: shop, type: type), body)
  }

  package func group(_ group: Int, interval: Int) -> GroupInterval {
    groups[interval * groupCount + group]
  }

  /// Completes what the loop has counted once for several, when it is over.
  mutating func close(
    answeredAtOnce: UnsafePointer<UInt32>, replyDelay: (_ type: Int) -> Double?
  ) {
    let layout = contacts.layout
    contacts.close(answeredAtOnce: answeredAtOnce, replyDelay: replyDelay)
    for type in 0..<layout.typeCount {
      var atOnce: UInt32 = 0
      for interval in 0..<intervalCount {
        let row = layout.row(interval: interval, shop: ContactLayout.ownShop, type: type)
        atOnce += answeredAtOnce[row]
      }
      times.add(.answeredWait, type: type, 0, times: atOnce)
      guard let delay = replyDelay(type) else { continue }
      if delay == 0 {
        times.repeatWaitsAsReplies(type: type)
        replyTimeSums[type] = total(type: type).answeredWait
      } else {
        times.add(.reply, type: type, delay, times: atOnce)
        replyTimeSums[type] += Double(atOnce) * delay
      }
    }
  }

  /// Sum over intervals, of one type or of all.
  package func total(
    type: Int? = nil, shop: Int = ContactLayout.ownShop, intervals: Range<Int>? = nil
  ) -> ContactCounts {
    let layout = contacts.layout
    var sum = ContactCounts(layout: layout.counts)
    guard shop < layout.shopCount else { return sum }
    contacts.add(
      types: type.map { $0..<$0 + 1 } ?? 0..<layout.typeCount, shop: shop,
      intervals: intervals ?? 0..<intervalCount, to: &sum)
    return sum
  }

  /// Sum over intervals, of one group or of all.
  package func groupTotal(group: Int? = nil, intervals: Range<Int>? = nil) -> GroupInterval {
    let chosen = group.map { $0..<$0 + 1 } ?? 0..<groupCount
    var sum = GroupInterval()
    for interval in intervals ?? 0..<intervalCount {
      for each in chosen { sum += self.group(each, interval: interval) }
    }
    return sum
  }
}
