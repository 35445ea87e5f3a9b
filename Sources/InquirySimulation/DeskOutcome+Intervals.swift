// SPDX-License-Identifier: GPL-3.0-or-later

public import Scenarios
import SimulationEngine

extension DeskOutcome {
  /// What happened in one interval of the horizon.
  public struct Interval: Equatable, Sendable {
    /// From the first midnight of the horizon.
    public let start: Seconds
    /// Length of the interval.
    public let length: Seconds
    /// Of all types; contacts are booked in the interval of their arrival.
    public let total: Counts
    /// In the order of the desk's `inquiryTypes`.
    public let types: [Counts]
    /// In the order of the desk's `groups`.
    public let groups: [Effort]
  }

  /// What a group of agents did in an interval, when it did it.
  public struct Effort: Equatable, Sendable {
    /// Mean number of agents on duty, breaks left out.
    public let onDuty: Double
    /// Mean number of agents with a chat in hand, work beyond a shift's end included.
    public let busy: Double
    /// Mean number of open chats.
    public let chats: Double
  }

  /// The intervals of the horizon in order, closed hours included.
  ///
  /// - Complexity: O(intervals × types) at each call.
  public var intervals: [Interval] {
    let length = Double(record.interval.seconds)
    return (0..<record.intervalCount).map { index in
      Interval(
        start: Seconds(Double(index) * length), length: Seconds(length),
        total: Counts(record.total(intervals: index..<index + 1)),
        types: (0..<record.typeCount).map {
          Counts(record.total(type: $0, intervals: index..<index + 1))
        },
        groups: (0..<record.groupCount).map {
          let effort = record.group($0, interval: index)
          return Effort(
            onDuty: effort.staffed / length, busy: effort.busy / length,
            chats: effort.chats / length)
        })
    }
  }
}
