// SPDX-License-Identifier: GPL-3.0-or-later

package import Statistics

/// The waits and reply times of one replication, counted: for each measure and inquiry type a row
/// that begins with the zeros and goes on with the buckets of a `Histogram`.
///
/// One flat table of small counts, which the loop writes and the sums over replications read once.
package struct TimeCounts: Equatable, Sendable {
  package enum Measure: Int, Sendable {
    /// Waits of the shop's answered contacts.
    case answeredWait
    /// Waits of the shop's contacts who left.
    case abandonedWait
    /// From a customer's message to the agent's reply; at conversation fidelity from arrival to
    /// the first reply.
    case reply
    /// From arrival to the end of the agent's first message; at message fidelity alone.
    case firstMessage

    static let count = 4
  }

  /// `Histogram.bucketCount` + 1, which the loop could not inline.
  @inline(__always)
  static var rowLength: Int { 36 * 64 + 1 }

  let typeCount: Int
  var counts: [UInt32]

  init(typeCount: Int) {
    precondition(Self.rowLength == Histogram.bucketCount + 1)
    self.typeCount = typeCount
    counts = Array(repeating: 0, count: Measure.count * typeCount * Self.rowLength)
  }

  /// How many times were counted.
  package func count(_ measure: Measure, type: Int) -> Int {
    counts[row(measure, type)].withUnsafeBufferPointer { row in
      var sum = 0
      for each in row { sum &+= Int(each) }
      return sum
    }
  }

  /// How many of them were zero.
  package func zeros(_ measure: Measure, type: Int) -> Int {
    Int(counts[row(measure, type).lowerBound])
  }

  package func histogram(_ measure: Measure, type: Int) -> Histogram {
    var histogram = Histogram()
    add(measure, type: type, to: &histogram)
    return histogram
  }

  package func add(_ measure: Measure, type: Int, to histogram: inout Histogram) {
    histogram.merge(zerosAndBuckets: counts[row(measure, type)])
  }

  mutating func add(_ measure: Measure, type: Int, _ value: Double, times number: UInt32) {
    counts[row(measure, type).lowerBound + Histogram.place(of: value)] += number
  }

  /// Replies that took exactly the waits.
  mutating func repeatWaitsAsReplies(type: Int) {
    // In place: a slice of the same array would have all of it copied.
    let (waits, replies) = (row(.answeredWait, type), row(.reply, type))
    counts.withUnsafeMutableBufferPointer { counts in
      for (wait, reply) in zip(waits, replies) { counts[reply] = counts[wait] }
    }
  }

  private func row(_ measure: Measure, _ type: Int) -> Range<Int> {
    let first = (measure.rawValue * typeCount + type) * Self.rowLength
    return first..<(first + Self.rowLength)
  }
}
