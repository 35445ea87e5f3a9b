// SPDX-License-Identifier: GPL-3.0-or-later

package import Measures

/// What became of contacts: one row of a table, or the sum of several.
///
/// Everything is booked in the interval of arrival, so that ratios are of one cohort; a message
/// that waited for opening arrives when the window opens. There is no money in it.
package struct ContactCounts: CountRow, Equatable, Sendable {
  package let layout: CountLayout
  private var counters: [UInt32]
  private var sums = TimeSums()
  private var scores: [Double]

  package init(layout: CountLayout) {
    self.layout = layout
    scores = Array(repeating: 0, count: layout.scoreCount)
    counters = Array(repeating: 0, count: layout.counterCount)
  }

  /// - Parameter numbers: By their places in the layout; those of money are no part of it.
  package init(layout: CountLayout, numbers: [Double]) {
    self.init(layout: layout)
    for place in counters.indices { counters[place] = UInt32(numbers[place]) }
    sums.answeredWait = numbers[layout.timePlace + TimeSum.answeredWait.rawValue]
    sums.abandonedWait = numbers[layout.timePlace + TimeSum.abandonedWait.rawValue]
    sums.firstReply = numbers[layout.timePlace + TimeSum.firstReply.rawValue]
    for place in scores.indices { scores[place] = numbers[layout.scorePlace + place] }
  }

  /// By their places in the layout; of money nothing is counted.
  package var numbers: [Double] {
    (0..<layout.width).map { place in
      place >= layout.moneyPlace && place < layout.scorePlace ? 0 : number(at: place)
    }
  }

  /// Whether nobody came.
  package var isEmpty: Bool { counters.allSatisfy { $0 == 0 } }

  /// Lets a table add its rows.
  mutating func add(
    _ body: (_ counters: UnsafeMutableBufferPointer<UInt32>, _ times: inout TimeSums) -> Void
  ) {
    var times = sums
    counters.withUnsafeMutableBufferPointer { body($0, &times) }
    sums = times
  }

  /// Lets a table add the scorecards of its rows.
  mutating func addScores(_ body: (_ totals: UnsafeMutableBufferPointer<Double>) -> Void) {
    scores.withUnsafeMutableBufferPointer { body($0) }
  }

  package func number(at place: Int) -> Double {
    if place < layout.counterCount { return Double(counters[place]) }
    if place >= layout.scorePlace { return scores[place - layout.scorePlace] }
    guard let sum = TimeSum(rawValue: place - layout.timePlace) else { return .nan }
    return sums[sum]
  }

  package func count(_ sum: ContactSum, threshold: Double? = nil) -> Int {
    Int(counters[layout.place(of: sum, threshold: threshold)])
  }
}

extension ContactCounts {
  package var arrived: Int { count(.count(.arrived)) }
  package var answered: Int { count(.answered) }
  package var abandoned: Int { count(.count(.abandoned)) }
  package var blocked: Int { count(.count(.blocked)) }
  package var orders: Int { count(.count(.orders)) }
  package var answeredWait: Double { sums.answeredWait }
  package var abandonedWait: Double { sums.abandonedWait }
  package var firstReplyTime: Double { sums.firstReply }
  /// Seconds waited by all who were answered or left.
  package var totalWait: Double { sums.answeredWait + sums.abandonedWait }
  /// Still waiting, with nobody to come, when the simulation ended.
  package var unserved: Int { count(.count(.unserved)) }
}
