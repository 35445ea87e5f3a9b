// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
package import Statistics

/// Where the loop writes what has become of contacts: rows of counters, and raw buckets of
/// histograms. `Simulation+Bookkeeping.swift` is the only one to call it for contacts.
struct Bookkeeping {
  let counters: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<TimeSums>
  /// For each row, those answered without a wait; `ContactTable` adds them.
  let atOnce: UnsafeMutablePointer<UInt32>
  let counterCount: Int
  /// Ascending, at least two; the last is infinite.
  let thresholds: UnsafePointer<Double>
  /// Where the bands of waits and of first replies begin in a row.
  let waitPlace: Int
  let replyPlace: Int
  /// The same of answers to further questions, where they are counted.
  let roundPlace: Int
  /// Seconds that these waited, by row; empty where they are not counted.
  let roundWaits: UnsafeMutablePointer<Double>
  /// Sums of when those came whom nobody answered, by row; empty where nobody asks.
  let unansweredStarts: UnsafeMutablePointer<Double>
  let groups: UnsafeMutablePointer<GroupInterval>
  /// Rows of `TimeCounts`.
  let times: UnsafeMutablePointer<UInt32>
  /// Sum of the counted reply times, by type.
  let replySums: UnsafeMutablePointer<Double>
  let typeCount: Int

  @inline(__always)
  func count(_ counter: ContactCounter, row: Int) {
    counters[row &* counterCount &+ counter.rawValue] &+= 1
  }

  /// An agent has taken a contact that had to wait.
  @inline(__always)
  func answer(row: Int, type: Int, after wait: Double, isMeasured: Bool) {
    counters[row &* counterCount &+ waitPlace &+ band(of: wait)] &+= 1
    sums[row].answeredWait += wait
    if isMeasured { count(.answeredWait, type: type, wait) }
  }

  @inline(__always)
  func firstReply(row: Int, after seconds: Double) {
    counters[row &* counterCount &+ replyPlace &+ band(of: seconds)] &+= 1
    sums[row].firstReply += seconds
  }

  /// An answer to a further question, which was asked in the row's interval.
  func furtherReply(row: Int, after seconds: Double) {
    counters[row &* counterCount &+ roundPlace &+ band(of: seconds)] &+= 1
    roundWaits[row] += seconds
  }

  @inline(__always)
  func leave(row: Int, type: Int, after wait: Double, isMeasured: Bool) {
    count(.abandoned, row: row)
    sums[row].abandonedWait += wait
    if isMeasured { count(.abandonedWait, type: type, wait) }
  }

  @inline(__always)
  func reply(type: Int, after seconds: Double) {
    count(.reply, type: type, seconds)
    replySums[type] += seconds
  }

  @inline(__always)
  func count(_ measure: TimeCounts.Measure, type: Int, _ value: Double) {
    let first = (measure.rawValue &* typeCount &+ type) &* TimeCounts.rowLength
    times[first &+ Histogram.place(of: value)] &+= 1
  }

  /// How many thresholds the time exceeds. Of one or two it is counted without a branch, which would
  /// be guessed wrong as often as chance has it.
  @inline(__always)
  private func band(of time: Double) -> Int {
    var band = (time > thresholds[0] ? 1 : 0) &+ (time > thresholds[1] ? 1 : 0)
    if band == 2 {
      while time > thresholds[band] { band &+= 1 }
    }
    return band
  }
}

extension Histogram {
  /// Where the loop counts a value: zeros first, then `bucket(of:)`, which it could not inline.
  @inline(__always)
  package static func place(of value: Double) -> Int {
    let offset = (1023 - 10) << 6
    let bucket = min(
      max(Int(truncatingIfNeeded: value.bitPattern &>> 46) &- offset, 0), 36 * 64 - 1)
    return value > 0 ? bucket &+ 1 : 0
  }
}
