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
  /// Any time from `lower` to `upper` alike.
  case uniform(lower: Double, upper: Double)
  /// One of the laws, each with its weight.
  case mixture(of: [Distribution], weights: [Double])
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
    case .uniform(let lower, let upper): (lower + upper) / 2
    case .mixture(let laws, let weights):
      zip(laws, weights).reduce(0) { $1.1 > 0 ? $0 + $1.0.mean * $1.1 : $0 }
        / weights.reduce(0, +)
    case .never: .infinity
    }
  }

  /// The law of patience of customers of whom a share has none: they leave at once where they would
  /// have to wait, and are served where they need not.
  package func withBalking(_ share: Double) -> Distribution {
    guard share > 0 else { return self }
    guard share < 1 else { return .deterministic(0) }
    guard case .mixture(let laws, let weights) = self else {
      return .mixture(of: [.deterministic(0), self], weights: [share, 1 - share])
    }
    let sum = weights.reduce(0, +)
    return .mixture(
      of: [.deterministic(0)] + laws, weights: [share] + weights.map { $0 / sum * (1 - share) })
  }

  /// Share of draws without an end, in [0, 1].
  package var endlessShare: Double {
    switch self {
    case .never: 1
    case .mixture(let laws, let weights):
      zip(laws, weights).reduce(0) { $0 + $1.0.endlessShare * $1.1 } / weights.reduce(0, +)
    case .deterministic, .exponential, .lognormal, .gamma, .weibull, .uniform, .empirical: 0
    }
  }

  /// Whether a draw may have no end.
  public var mayBeEndless: Bool { mean == .infinity }
}
