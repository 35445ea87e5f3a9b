// SPDX-License-Identifier: GPL-3.0-or-later

package import Statistics

/// Where the loop writes: rows of a record, and raw buckets of its histograms.
struct ResultTables {
  let contacts: UnsafeMutablePointer<ContactCounts>
  /// For each row of `contacts`, those answered without a wait; `ReplicationRecord` adds them.
  let atOnce: UnsafeMutablePointer<UInt32>
  let groups: UnsafeMutablePointer<GroupInterval>
  /// Rows of `TimeCounts`.
  let times: UnsafeMutablePointer<UInt32>
  /// Sum of the counted reply times, by type.
  let replySums: UnsafeMutablePointer<Double>
  let typeCount: Int

  @inline(__always)
  func count(_ measure: TimeCounts.Measure, type: Int, _ value: Double) {
    let first = (measure.rawValue &* typeCount &+ type) &* TimeCounts.rowLength
    times[first &+ Histogram.place(of: value)] &+= 1
  }

  @inline(__always)
  func countReply(type: Int, _ seconds: Double) {
    count(.reply, type: type, seconds)
    replySums[type] += seconds
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
