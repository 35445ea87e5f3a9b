// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The runs of slots in which nobody ever came, and which of them are closed rather than unlucky.
struct EmptyHours: Equatable, Sendable {
  /// Neighbouring slots without an inquiry; a run over midnight goes on beyond the last slot.
  struct Run: Equatable, Sendable {
    let first: Int
    let count: Int
    let isClosed: Bool
  }

  let runs: [Run]
  /// Of each slot of the day.
  let isClosed: [Bool]

  /// Seconds that a run must last for the day's average to speak of it.
  private static let longRun = 7200
  /// Chance below which a long run does not stay empty by luck.
  private static let luck = 0.01
  /// Customers that each of the slots beside a run of any length has seen if the run is closed.
  private static let busySide = 10.0

  /// Slots that are never known are not empty.
  init(_ series: CountSeries) {
    let slots = series.slots
    var counts = [Double](repeating: 0, count: slots)
    var days = counts
    for (index, value) in series.values.enumerated() where !value.isNaN {
      counts[index % slots] += value
      days[index % slots] += 1
    }
    let rate = counts.reduce(0, +) / max(1, days.reduce(0, +))
    let isEmpty = (0..<slots).map { days[$0] > 0 && counts[$0] == 0 }
    var runs: [Run] = []
    for first in 0..<slots where isEmpty[first] && !isEmpty[(first + slots - 1) % slots] {
      var count = 1
      while isEmpty[(first + count) % slots] { count += 1 }
      let exposure = (0..<count).reduce(0.0) { $0 + days[(first + $1) % slots] }
      let sides = [(first + slots - 1) % slots, (first + count) % slots]
      // One customer on each side says nothing of the hours between.
      let isBesideBusy = sides.allSatisfy { counts[$0] >= Self.busySide }
      let isLong = count * series.interval >= Self.longRun
      runs.append(
        Run(
          first: first, count: count,
          isClosed: isLong && exp(-rate * exposure) < Self.luck || isBesideBusy))
    }
    var isClosed = [Bool](repeating: false, count: slots)
    for run in runs where run.isClosed {
      for place in 0..<run.count { isClosed[(run.first + place) % slots] = true }
    }
    self.runs = runs
    self.isClosed = isClosed
  }
}
