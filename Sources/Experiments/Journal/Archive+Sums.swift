// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Measures
package import Pricing
import SimulationEngine
import Statistics

extension GroupInterval: Archived {
  package mutating func pass(through archive: inout Archive) {
    archive.pass(&staffed)
    archive.pass(&busy)
    archive.pass(&chats)
    archive.pass(&work)
  }
}

extension AgentTotals: Archived {
  package mutating func pass(through archive: inout Archive) {
    archive.pass(&chats)
    archive.pass(&answered)
    archive.pass(&busy)
    archive.pass(&staffed)
    archive.pass(&composing)
  }
}

extension Histogram: Archived {
  package mutating func pass(through archive: inout Archive) {
    var zeros = zeros
    var buckets = buckets.map(Int64.init(bitPattern:))
    archive.pass(&zeros)
    archive.pass(&buckets)
    if archive.isReading {
      self = Histogram(zeros: zeros, buckets: buckets.map(UInt64.init(bitPattern:)))
    }
  }
}

extension RatioSums: Archived {
  package mutating func pass(through archive: inout Archive) {
    var sums = sums
    for index in sums.indices { archive.pass(&sums[index]) }
    if archive.isReading { self.sums = sums }
  }
}

extension ReplicationTotals: Archived {
  package mutating func pass(through archive: inout Archive) {
    archive.pass(&replication)
    archive.pass(&chats)
    archive.pass(&waited)
    archive.pass(&waitingForOpening)
    archive.pass(&replies)
    archive.pass(&replySeconds)
    var numbers = counts.numbers
    for index in numbers.indices { archive.pass(&numbers[index]) }
    if archive.isReading { counts = ContactCounts(layout: counts.layout, numbers: numbers) }
  }

  /// A replication without a customer.
  init(layout: CountLayout) {
    replication = 0
    chats = 0
    counts = ContactCounts(layout: layout)
    waited = 0
    waitingForOpening = 0
    replies = 0
    replySeconds = 0
  }
}

extension Usage: Archived {
  package mutating func pass(through archive: inout Archive) {
    var numbers = numbers
    archive.pass(&numbers)
    if archive.isReading { self.numbers = numbers }
  }
}
