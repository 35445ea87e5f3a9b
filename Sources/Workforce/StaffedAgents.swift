// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

extension StaffingTimeline {
  /// Mean number of agents on duty and not on a break, for each interval of the horizon.
  ///
  /// - Parameter group: Index of a group, or nil for all.
  package func staffedAgents(group: Int? = nil) -> [Double] {
    let length = Double(interval.seconds)
    var seconds = [Double](repeating: 0, count: intervalCount)
    for period in dutyPeriods where group == nil || agents[period.agent].group == group {
      Self.add(period.span, weight: 1, length, to: &seconds)
      for pause in breaks[period.breaks] { Self.add(pause, weight: -1, length, to: &seconds) }
    }
    return seconds.map { $0 / length }
  }

  /// Adds the seconds that the span shares with each interval.
  private static func add(
    _ span: TimeSpan, weight: Double, _ length: Double, to seconds: inout [Double]
  ) {
    let end = min(span.end.secondsSinceStart, Double(seconds.count) * length)
    var from = max(0, span.start.secondsSinceStart)
    while from < end {
      let interval = Int(from / length)
      let until = min(end, Double(interval + 1) * length)
      seconds[interval] += weight * (until - from)
      from = until
    }
  }
}
