// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Foundation

/// Errors of one method on one history and horizon, over all origins.
struct RowScore {
  private var absolute = 0.0
  private var volume = 0.0
  private var pinball = 0.0
  private var intervals = Share()
  private var days = Share()
  private(set) var sums = Share()

  struct Share {
    var inside = 0.0
    var seen = 0.0

    var value: Double { seen > 0 ? inside / seen : .nan }

    mutating func add(_ actual: Double, _ band: ForecastSummary) {
      seen += 1
      if band.p10 <= actual, actual <= band.p90 { inside += 1 }
    }
  }

  var wape: Double { volume > 0 ? absolute / volume : .nan }
  /// Over the volume, so that histories can be told of in one unit.
  var pinballLoss: Double { volume > 0 ? pinball / (3 * volume) : .nan }
  /// Of intervals with five or more expected, of days, and of sums over 28 days.
  var coverage: [Double] { [intervals.value, days.value, sums.value] }

  mutating func add(_ actual: Double, _ band: ForecastSummary) {
    absolute += abs(actual - band.ordinary)
    volume += actual
    for (p, q) in [(0.1, band.p10), (0.5, band.p50), (0.9, band.p90)] {
      pinball += max(p * (actual - q), (p - 1) * (actual - q))
    }
    if band.ordinary >= 5 { intervals.add(actual, band) }
  }

  mutating func addDay(_ actual: Double, _ band: ForecastSummary) { days.add(actual, band) }

  mutating func addSum(_ actual: Double, _ band: ForecastSummary) { sums.add(actual, band) }
}
