// SPDX-License-Identifier: GPL-3.0-or-later

/// What became of contacts: one row of a table, or the sum of several.
///
/// Everything is booked in the interval of arrival, so that ratios are of one cohort; a message
/// that waited for opening arrives when the window opens.
package struct ContactCounts: Equatable, Sendable {
  let layout: ContactLayout
  fileprivate(set) var counters: [UInt32]
  package fileprivate(set) var sums = TimeSums()

  init(layout: ContactLayout) {
    self.layout = layout
    counters = Array(repeating: 0, count: layout.counterCount)
  }

  /// Whether nobody came.
  package var isEmpty: Bool { counters.allSatisfy { $0 == 0 } }

  package subscript(counter: ContactCounter) -> UInt32 { counters[counter.rawValue] }

  package var answered: UInt32 { counters[layout.replyBands - 1] }

  /// Answered no later than a threshold that the layout has.
  package func answered(within threshold: Double) -> UInt32 {
    counters[layout.waitBands + layout.band(endingAt: threshold)]
  }

  /// First reply no later than the threshold after arrival: wait plus first-reply delay, or at
  /// message fidelity the end of the first agent message.
  package func replied(within threshold: Double) -> UInt32 {
    counters[layout.replyBands + layout.band(endingAt: threshold)]
  }
}

extension ContactCounts {
  package var arrived: UInt32 { self[.arrived] }
  package var abandoned: UInt32 { self[.abandoned] }
  package var silentlyAbandoned: UInt32 { self[.silentlyAbandoned] }
  package var blocked: UInt32 { self[.blocked] }
  package var lostOutsideHours: UInt32 { self[.lostOutsideHours] }
  package var carriedOver: UInt32 { self[.carriedOver] }
  package var orders: UInt32 { self[.orders] }
  package var answeredWait: Double { sums.answeredWait }
  package var abandonedWait: Double { sums.abandonedWait }
  package var firstReplyTime: Double { sums.firstReply }
  /// Answered no later than the scenario's acceptable wait.
  package var answeredWithinAcceptableWait: UInt32 { answered(within: layout.acceptableWait) }
  package var repliedWithinThreeMinutes: UInt32 {
    replied(within: SimulationModel.threeMinutes)
  }
  /// Seconds waited by all who were answered or left.
  package var totalWait: Double { answeredWait + abandonedWait }
  /// Still waiting, with nobody to come, when the simulation ended.
  package var unserved: UInt32 { arrived - answered - abandoned - blocked }
}

/// The rows of one replication: interval by interval, then the row of those beyond the horizon.
package struct ContactTable: Equatable, Sendable {
  let layout: ContactLayout
  fileprivate(set) var counters: [UInt32]
  fileprivate(set) var sums: [TimeSums]

  init(layout: ContactLayout, intervalCount: Int) {
    self.layout = layout
    let rows = (intervalCount + 1) * layout.rowsPerInterval
    counters = Array(repeating: 0, count: rows * layout.counterCount)
    sums = Array(repeating: TimeSums(), count: rows)
  }

  var rowCount: Int { sums.count }

  func hasContacts(row: Int) -> Bool {
    let first = row * layout.counterCount
    return counters[first..<first + layout.counterCount].contains { $0 > 0 }
  }

  func add(row: Int, to counts: inout ContactCounts) {
    let first = row * layout.counterCount
    for index in 0..<layout.counterCount { counts.counters[index] += counters[first + index] }
    counts.sums += sums[row]
  }

  mutating func withRows(
    _ body: (_ counters: UnsafeMutablePointer<UInt32>, _ sums: UnsafeMutablePointer<TimeSums>) ->
      Void
  ) {
    counters.withUnsafeMutableBufferPointer { counters in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let first = counters.baseAddress, let sum = sums.baseAddress else { return }
        body(first, sum)
      }
    }
  }

  /// Adds those who were answered at once, with a wait of zero, and makes of the bands what was
  /// counted up to each threshold. Of a type whose agents reply as soon as they take the chat the
  /// first replies took the waits, which the loop has counted once for both.
  mutating func close(
    answeredAtOnce: UnsafePointer<UInt32>, repliesAtOnce: (_ type: Int) -> Bool
  ) {
    let layout = layout
    let copies = (0..<layout.typeCount).map(repliesAtOnce)
    let rowCount = rowCount
    withRows { counters, sums in
      for row in 0..<rowCount {
        let counts = counters + row * layout.counterCount
        let (waits, replies) = (counts + layout.waitBands, counts + layout.replyBands)
        counts[ContactCounter.arrived.rawValue] += answeredAtOnce[row]
        waits[0] += answeredAtOnce[row]
        let copiesWaits = copies[layout.shopAndType(ofRow: row).type]
        if copiesWaits { sums[row].firstReply = sums[row].answeredWait }
        for band in 0..<layout.bandCount {
          if band > 0 {
            waits[band] += waits[band - 1]
            replies[band] += replies[band - 1]
          }
          if copiesWaits { replies[band] = waits[band] }
        }
      }
    }
  }
}
