// SPDX-License-Identifier: GPL-3.0-or-later

/// The law of a non-negative time, in seconds, as a scenario states it.
public enum Distribution: Hashable, Sendable {
  case deterministic(Double)
  case exponential(mean: Double)
  /// Log-normal by its own mean and coefficient of variation, not by those of the logarithm.
  case lognormal(mean: Double, cv: Double)
  case gamma(mean: Double, cv: Double)
  /// Weibull by mean and shape; shape 1 is the exponential, below 1 the hazard falls.
  case weibull(mean: Double, shape: Double)
  /// Draws one of the values, each with its weight.
  case empirical(values: [Double], weights: [Double])
  /// Infinite: a customer who never leaves.
  case never

  /// Expected value in seconds; infinite for `never`.
  public var mean: Double {
    switch self {
    case .deterministic(let value): value
    case .exponential(let mean), .lognormal(let mean, _), .gamma(let mean, _),
      .weibull(let mean, _):
      mean
    case .empirical(let values, let weights):
      zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    case .never: .infinity
    }
  }
}
