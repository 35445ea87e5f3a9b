// SPDX-License-Identifier: GPL-3.0-or-later

import SimulationEngine
import Statistics

extension DeskOutcome {
  /// A stretch of time whose length is counted for every contact.
  public enum Wait: CaseIterable, Sendable {
    /// From arrival to an agent, of the answered.
    case answered
    /// From arrival to leaving the queue, of those who left.
    case abandoned
    /// From a customer's message to the agent's reply; of a conversation that is simulated whole,
    /// from arrival to the first reply.
    case reply

    fileprivate var measure: TimeCounts.Measure {
      switch self {
      case .answered: .answeredWait
      case .abandoned: .abandonedWait
      case .reply: .reply
      }
    }
  }

  /// The least time, in seconds, within which the share `probability` of the waits had ended; off by
  /// at most 0.8 % of itself, zeros exact.
  ///
  /// ```swift
  /// let ninety = outcome.quantile(0.9, of: .answered)
  /// ```
  ///
  /// - Parameters:
  ///   - probability: In [0, 1].
  ///   - type: Index of an inquiry type; nil for all.
  /// - Returns: Nil where no such wait was counted, or for a probability outside its range.
  public func quantile(_ probability: Double, of wait: Wait, type: Int? = nil) -> Double? {
    histogram(of: wait, type: type).quantile(probability)
  }

  /// How many waits of the kind were counted.
  ///
  /// - Parameter type: Index of an inquiry type; nil for all.
  public func count(of wait: Wait, type: Int? = nil) -> Int {
    Int(histogram(of: wait, type: type).count)
  }

  private func histogram(of wait: Wait, type: Int?) -> Histogram {
    var histogram = Histogram()
    for index in types.indices where type == nil || type == index {
      record.times.add(wait.measure, type: index, to: &histogram)
    }
    return histogram
  }
}
