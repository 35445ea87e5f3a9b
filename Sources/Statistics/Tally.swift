// SPDX-License-Identifier: GPL-3.0-or-later

/// Count, mean, spread and extremes of values, updated one at a time (Welford 1962).
package struct Tally: Equatable, Sendable {
  package private(set) var count = 0
  package private(set) var mean = 0.0
  package private(set) var minimum = Double.infinity
  package private(set) var maximum = -Double.infinity
  private var squares = 0.0

  package init() {}

  package mutating func add(_ value: Double) {
    count += 1
    let step = value - mean
    mean += step / Double(count)
    squares += step * (value - mean)
    minimum = min(minimum, value)
    maximum = max(maximum, value)
  }

  /// Adds another tally's values as if one by one (Chan, Golub, LeVeque 1979).
  package mutating func merge(_ other: Tally) {
    guard other.count > 0 else { return }
    let total = count + other.count
    let step = other.mean - mean
    squares += other.squares + step * step * Double(count) * Double(other.count) / Double(total)
    mean += step * Double(other.count) / Double(total)
    count = total
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
  }

  /// Sample variance; nil for fewer than two values.
  package var variance: Double? { count > 1 ? squares / Double(count - 1) : nil }
  package var standardError: Double? { variance.map { ($0 / Double(count)).squareRoot() } }
}
