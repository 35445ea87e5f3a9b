// SPDX-License-Identifier: GPL-3.0-or-later

/// The average over time of a value that jumps.
package struct TimeWeightedAverage: Equatable, Sendable {
  package private(set) var value: Double
  private let start: Double
  private var last: Double
  private var area = 0.0

  package init(value: Double = 0, at time: Double = 0) {
    self.value = value
    start = time
    last = time
  }

  /// Sets the value from `time` on; times never go back.
  package mutating func set(_ newValue: Double, at time: Double) {
    area += value * (time - last)
    last = time
    value = newValue
  }

  /// Mean from the start to `time`; nil before any time has passed.
  package func mean(until time: Double) -> Double? {
    guard time > start, time >= last else { return nil }
    return (area + value * (time - last)) / (time - start)
  }
}
