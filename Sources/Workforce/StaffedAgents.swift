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

  /// Intervals of the horizon in which, for a minute or more, nobody of the groups can be given a
  /// chat: nobody is on duty, or all are on a break or hold.
  package func intervalsWithoutAnybody(of groups: Set<Int>) -> [Int] {
    let length = interval.seconds
    let minutes = intervalCount * length / 60
    // How many more can be given a chat from each minute on; a part of a minute is one with them.
    var steps = [Int](repeating: 0, count: minutes + 1)
    func add(_ span: TimeSpan, _ weight: Int) {
      let start = (span.start.secondsSinceStart / 60).rounded(weight > 0 ? .down : .up)
      let end = (span.end.secondsSinceStart / 60).rounded(weight > 0 ? .up : .down)
      let range = max(0, Int(start))..<max(0, Int(start), min(minutes, Int(end)))
      guard range.lowerBound < minutes, !range.isEmpty else { return }
      steps[range.lowerBound] += weight
      steps[range.upperBound] -= weight
    }
    for period in dutyPeriods where groups.contains(agents[period.agent].group) {
      add(period.span, 1)
      // A break inside a hold takes the same person away once.
      var reached = -Double.infinity
      let pauses = Array(breaks[period.breaks]) + Array(holds[period.holds])
      for pause in pauses.sorted(by: { $0.start < $1.start }) {
        let start = max(reached, pause.start.secondsSinceStart)
        reached = max(reached, pause.end.secondsSinceStart)
        if start < reached {
          add(TimeSpan(start: SimulationTime(start), end: SimulationTime(reached)), -1)
        }
      }
    }
    var found: [Int] = []
    var free = 0
    for minute in 0..<minutes {
      free += steps[minute]
      let place = minute * 60 / length
      if free <= 0, found.last != place { found.append(place) }
    }
    return found
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
