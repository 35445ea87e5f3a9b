// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import SimulationEngine

/// What streams of customers come to.
struct DemandLoad {
  /// Expected customers of each day, those of warm-up first.
  private(set) var days: [Double]
  /// Bytes of the compiled rates.
  private(set) var rateBytes = 0.0
  /// Bytes of recorded histories, which each point of a grid reads for itself.
  private(set) var recordBytes = 0.0
  /// Bytes of arrivals that are made at once, in each thread.
  private(set) var crowdBytes = 0.0
  /// The factor by which the most uneven stream's busiest day exceeds its mean.
  private(set) var surge = 1.0

  init(_ streams: [DemandStream], in scenario: Scenario) {
    let span = scenario.simulatedDays
    days = Array(repeating: 0, count: span.count)
    for stream in streams {
      let ceiling = DemandCeiling(
        of: stream, over: span, horizonStart: scenario.horizon.first,
        typeCount: scenario.inquiryTypes.count)
      for (day, count) in ceiling.days.enumerated() { days[day] += count }
      rateBytes += ceiling.bytes
      switch stream.source {
      case .seasonal: break
      case .history, .forecast: recordBytes += ceiling.bytes
      }
      // A buffer that doubles while it is filled.
      crowdBytes += ceiling.batch * 48 * 2.5
      surge = max(surge, stream.surge)
    }
  }

  static func += (left: inout Self, right: Self) {
    for day in left.days.indices { left.days[day] += right.days[day] }
    left.rateBytes += right.rateBytes
    left.recordBytes += right.recordBytes
    left.crowdBytes += right.crowdBytes
    left.surge = max(left.surge, right.surge)
  }
}

extension Scenario {
  /// Those of warm-up and of the horizon.
  var simulatedDays: DateSpan {
    let warmUp = max(0, experiment.warmUpDays)
    return DateSpan(first: horizon.first.advanced(by: -warmUp), last: horizon.last) ?? horizon
  }
}

extension DemandStream {
  /// The factor by which one day in three million is busier than its mean.
  fileprivate var surge: Double {
    guard case .seasonal(let demand) = source, let shape = demand.busyness?.shape, shape.isFinite
    else { return 1 }
    return max(1, GammaQuantile(shape: shape).value(score: 5) / shape)
  }
}
