// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
package import Measures

/// Where contacts are counted: a row for each interval, shop and inquiry type, in each row the
/// counters of a `CountLayout`.
///
/// While the loop runs, waits and first replies fall into bands that end at the thresholds, and the
/// last band has no end; sums up to a threshold are made when it is over.
package struct ContactLayout: Equatable, Sendable {
  /// The shop that the scenario is about; further shops share its agents and are not billed here.
  package static let ownShop = 0
  package static let background = 1
  /// What the shop's own customers wrote in closed hours, where it is answered as messages.
  package static let overnight = 2

  /// The shop whose customers a stream brings.
  static func shop(of stream: ArrivalStream) -> Int { stream.isBackground ? background : ownShop }

  package let shopCount: Int
  package let typeCount: Int
  package let counts: CountLayout

  var rowsPerInterval: Int { shopCount * typeCount }

  package func row(interval: Int, shop: Int, type: Int) -> Int {
    interval * rowsPerInterval + shop * typeCount + type
  }

  /// The inquiry type of a row.
  func type(ofRow row: Int) -> Int { row % typeCount }
}

/// Seconds summed over the contacts of a row, in the order of `TimeSum`.
package struct TimeSums: BitwiseCopyable, Equatable, Sendable {
  var answeredWait = 0.0
  var abandonedWait = 0.0
  var firstReply = 0.0

  static func += (left: inout TimeSums, right: TimeSums) {
    left.answeredWait += right.answeredWait
    left.abandonedWait += right.abandonedWait
    left.firstReply += right.firstReply
  }

  /// Adds each to the number at its place, from the pointer on.
  package func add(to numbers: UnsafeMutablePointer<Double>) {
    numbers[0] += answeredWait
    numbers[1] += abandonedWait
    numbers[2] += firstReply
  }

  package subscript(sum: TimeSum) -> Double {
    switch sum {
    case .answeredWait: answeredWait
    case .abandonedWait: abandonedWait
    case .firstReply: firstReply
    }
  }
}
