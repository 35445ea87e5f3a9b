// SPDX-License-Identifier: GPL-3.0-or-later

import Measures

/// The rows of one replication: interval by interval, then the row of those beyond the horizon.
package struct ContactTable: Equatable, Sendable {
  let layout: ContactLayout
  private(set) var counters: [UInt32]
  private(set) var sums: [TimeSums]
  /// Of each row the numbers of the scorecards; empty where nobody asks for one.
  private(set) var scores: [Double] = []

  init(layout: ContactLayout, intervalCount: Int) {
    self.layout = layout
    let rows = (intervalCount + 1) * layout.rowsPerInterval
    counters = Array(repeating: 0, count: rows * layout.counts.counterCount)
    sums = Array(repeating: TimeSums(), count: rows)
  }

  var rowCount: Int { sums.count }

  /// Adds the rows of a shop's types to counts, interval by interval.
  func add(types: Range<Int>, shop: Int, intervals: Range<Int>, to counts: inout ContactCounts) {
    let width = layout.counts.counterCount
    counters.withUnsafeBufferPointer { counters in
      counts.add { sums, times in
        for interval in intervals {
          for type in types {
            let row = layout.row(interval: interval, shop: shop, type: type)
            for place in 0..<width { sums[place] &+= counters[row * width + place] }
            times += self.sums[row]
          }
        }
      }
    }
    // The loop's own sums are asked for before scorecards are counted.
    guard !scores.isEmpty else { return }
    let scoreCount = layout.counts.scoreCount
    scores.withUnsafeBufferPointer { scores in
      counts.addScores { totals in
        for interval in intervals {
          for type in types {
            let first = layout.row(interval: interval, shop: shop, type: type) * scoreCount
            for place in 0..<scoreCount { totals[place] += scores[first + place] }
          }
        }
      }
    }
  }

  /// Hands on the numbers of a row, if anybody came.
  func read(row: Int, _ body: (ContactRow) -> Void) {
    let width = layout.counts.counterCount
    counters.withUnsafeBufferPointer { counters in
      let numbers = UnsafeBufferPointer(rebasing: counters[row * width..<(row + 1) * width])
      var union: UInt32 = 0
      for number in numbers { union |= number }
      guard union > 0 else { return }
      scores.withUnsafeBufferPointer { scores in
        let width = layout.counts.scoreCount
        body(
          ContactRow(
            counters: numbers, times: sums[row],
            scores: UnsafeBufferPointer(rebasing: scores[row * width..<(row + 1) * width])))
      }
    }
  }

  /// Sets the numbers of the scorecards, which `ContactTable+Scores` finds.
  mutating func keep(_ scores: [Double]) { self.scores = scores }

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

  /// Adds those who were answered at once, with a wait of zero, adds up the arrived, and makes of the
  /// bands what was counted up to each threshold.
  ///
  /// Of a type whose agents reply as soon as they take the chat the first replies took the waits,
  /// which the loop has counted once for both. Where the reply follows after a fixed time, it took
  /// exactly that of those who were answered at once.
  ///
  /// - Parameter replyDelay: A type's time from taking the chat to the first reply; nil if it varies.
  mutating func close(
    answeredAtOnce: UnsafePointer<UInt32>, replyDelay: (_ type: Int) -> Double?
  ) {
    let layout = layout
    let counts = layout.counts
    let delays = (0..<layout.typeCount).map(replyDelay)
    let bands = delays.map { delay in counts.thresholds.count { $0 < delay ?? 0 } }
    let fates = ContactCounter.fates.map(\.rawValue)
    let arrived = ContactCounter.arrived.rawValue
    let rowCount = rowCount
    withRows { counters, sums in
      for row in 0..<rowCount {
        let numbers = counters + row * counts.counterCount
        let (waits, replies) = (numbers + counts.waitPlace, numbers + counts.replyPlace)
        let type = layout.type(ofRow: row)
        waits[0] += answeredAtOnce[row]
        let copiesWaits = delays[type] == 0
        if copiesWaits {
          sums[row].firstReply = sums[row].answeredWait
        } else if let delay = delays[type] {
          replies[bands[type]] += answeredAtOnce[row]
          sums[row].firstReply += Double(answeredAtOnce[row]) * delay
        }
        for band in 0..<counts.bandCount {
          if band > 0 {
            waits[band] += waits[band - 1]
            replies[band] += replies[band - 1]
          }
          if copiesWaits { replies[band] = waits[band] }
        }
        if counts.countsRounds {
          let rounds = numbers + counts.roundPlace
          for band in 1..<counts.bandCount { rounds[band] += rounds[band - 1] }
        }
        var sum = waits[counts.bandCount - 1]
        for fate in fates { sum += numbers[fate] }
        numbers[arrived] = sum
      }
    }
  }
}
