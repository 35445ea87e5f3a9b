// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Exponential law with mean > 0.
package struct ExponentialDistribution: ContinuousDistribution, Equatable {
  package let mean: Double

  package init(mean: Double) { self.mean = mean }

  private var isValid: Bool { mean > 0 }

  package var variance: Double { mean * mean }

  package func density(_ x: Double) -> Double {
    guard isValid else { return .nan }
    return x < 0 ? 0 : exp(-x / mean) / mean
  }

  package func cumulative(_ x: Double) -> Double {
    guard isValid else { return .nan }
    return x <= 0 ? 0 : -expm1(-x / mean)
  }

  package func upperTail(_ x: Double) -> Double {
    guard isValid else { return .nan }
    return x <= 0 ? 1 : exp(-x / mean)
  }

  package func quantile(_ p: Double) -> Double {
    guard isValid, p >= 0, p <= 1 else { return .nan }
    return -mean * log1p(-p)
  }
}
