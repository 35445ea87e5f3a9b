// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Inference
import Measures

/// Who was answered in time and who left, by stretches of time, for the worst of them.
///
/// Ten sums a stretch, whatever the number of replications.
struct MomentTally: Sendable {
  private var inTime: [RatioSums]
  private var left: [RatioSums]

  /// - Parameter count: Stretches of time.
  init(count: Int) {
    inTime = Array(repeating: RatioSums(), count: count)
    left = inTime
  }

  /// Adds what one replication counted in a stretch.
  mutating func add(_ counts: MomentCounts, to stretch: Int) {
    // Nobody, in a replication, adds nothing to any sum.
    guard counts.arrived != 0 else { return }
    inTime[stretch].add(counts.inTime, over: counts.arrived)
    left[stretch].add(counts.left, over: counts.arrived)
  }

  /// The stretch with most customers who were not answered in time, the earliest of equals; nil where
  /// everybody was.
  var worst: Int? {
    var worst: Int?
    for stretch in inTime.indices
    where inTime[stretch].shortfall > (worst.map { inTime[$0].shortfall } ?? 0) {
      worst = stretch
    }
    return worst
  }

  func sums(of stretch: Int) -> (inTime: RatioSums, left: RatioSums) {
    (inTime[stretch], left[stretch])
  }
}

extension MomentTally: Archived {
  package mutating func pass(through archive: inout Archive) {
    archive.pass(&inTime, of: RatioSums())
    archive.pass(&left, of: RatioSums())
  }
}

extension WorstMoment {
  /// - Parameter replications: Those that were added to the tally; nil where nobody came in any.
  init?(
    _ stretch: Int, of tally: MomentTally, replications: Int, date: CivilDate, start: ClockTime?,
    length: Int
  ) {
    let sums = tally.sums(of: stretch)
    guard let inTime = sums.inTime.ratio(of: replications),
      let left = sums.left.ratio(of: replications)
    else { return nil }
    self.init(
      date: date, start: start, length: length,
      customers: sums.inTime.denominator(of: replications), serviceLevel: inTime, abandonment: left)
  }
}

/// What is counted of a stretch of time in one replication.
struct MomentCounts {
  var arrived = 0.0
  var inTime = 0.0
  var left = 0.0

  static func += (sum: inout MomentCounts, more: MomentCounts) {
    sum.arrived += more.arrived
    sum.inTime += more.inTime
    sum.left += more.left
  }

  static func - (all: MomentCounts, part: MomentCounts) -> MomentCounts {
    MomentCounts(
      arrived: all.arrived - part.arrived, inTime: all.inTime - part.inTime,
      left: all.left - part.left)
  }
}

/// Where those numbers stand in a row: found once, instead of for each row.
struct MomentPlaces: Sendable {
  private let arrived: Int
  private let inTime: Int
  private let left: Int

  init(_ layout: CountLayout) {
    arrived = layout.place(of: .count(.arrived), threshold: nil)
    inTime = layout.place(of: .answeredWithin, threshold: nil)
    left = layout.place(of: .count(.abandoned), threshold: nil)
  }

  func counts(_ row: ServiceMeasures) -> MomentCounts {
    MomentCounts(
      arrived: row.number(at: arrived), inTime: row.number(at: inTime), left: row.number(at: left))
  }
}
