// SPDX-License-Identifier: GPL-3.0-or-later

import Demand

/// Where contacts are counted: a row for each interval, shop and inquiry type, and in each row a
/// counter for everything that can become of a contact.
///
/// Waits and first replies fall into bands that end at the thresholds; the last band has no end.
package struct ContactLayout: Equatable, Sendable {
  /// The shop that the scenario is about; further shops share its agents and are not billed here.
  package static let ownShop = 0
  package static let background = 1

  /// The shop whose customers a stream brings.
  static func shop(of stream: ArrivalStream) -> Int { stream.isBackground ? background : ownShop }

  package let shopCount: Int
  package let typeCount: Int
  /// Seconds, ascending: the waits and times to a first reply up to which somebody counts.
  package let thresholds: [Double]
  /// The threshold of the service level.
  let acceptableWait: Double

  init(shopCount: Int, typeCount: Int, acceptableWait: Double, further: Set<Double>) {
    self.shopCount = shopCount
    self.typeCount = typeCount
    self.acceptableWait = acceptableWait
    thresholds = further.union([acceptableWait]).sorted()
  }

  var rowsPerInterval: Int { shopCount * typeCount }
  var counterCount: Int { ContactCounter.allCases.count + 2 * bandCount }
  var bandCount: Int { thresholds.count + 1 }
  var waitBands: Int { ContactCounter.allCases.count }
  var replyBands: Int { waitBands + bandCount }

  package func row(interval: Int, shop: Int, type: Int) -> Int {
    interval * rowsPerInterval + shop * typeCount + type
  }

  /// Shop and type of a row, or of a row within its interval.
  @inline(__always)
  func shopAndType(ofRow row: Int) -> (shop: Int, type: Int) {
    (row % rowsPerInterval).quotientAndRemainder(dividingBy: typeCount)
  }

  /// - Precondition: `threshold` is among the thresholds.
  func band(endingAt threshold: Double) -> Int {
    guard let band = thresholds.firstIndex(of: threshold) else {
      preconditionFailure("nobody asked for the threshold \(threshold)")
    }
    return band
  }
}

/// What is counted of contacts beside the bands of their waits.
package enum ContactCounter: Int, CaseIterable, Sendable {
  /// Came to the desk while it was open, the blocked included, those lost outside hours not.
  case arrived
  /// Left the queue, the silent included.
  case abandoned
  /// Of the abandoned, those who left without a word.
  case silentlyAbandoned
  /// Turned away by a full waiting room.
  case blocked
  /// Came in closed hours under the rule `lost`; not among the arrived.
  case lostOutsideHours
  /// Came in closed hours and was held until opening; counted in the interval of writing, and as
  /// arrived in the interval of opening.
  case carriedOver
  /// Answered contacts that became orders.
  case orders
}

/// Seconds summed over the contacts of a row.
package struct TimeSums: BitwiseCopyable, Equatable, Sendable {
  /// Waited by the answered.
  package var answeredWait = 0.0
  /// Waited by the abandoned, the silent included.
  package var abandonedWait = 0.0
  /// From arrival to the first reply, of the answered.
  package var firstReply = 0.0

  static func += (left: inout TimeSums, right: TimeSums) {
    left.answeredWait += right.answeredWait
    left.abandonedWait += right.abandonedWait
    left.firstReply += right.firstReply
  }
}
