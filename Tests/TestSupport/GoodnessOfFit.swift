// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Tests whether a sample comes from a fully specified continuous law.
///
/// A fixed seed gives a fixed p-value, so a check such as `p > 1e-3` either always holds or never.
package struct GoodnessOfFit {
  /// F(x) of each observation, ascending.
  private let uniforms: [Double]

  package init(_ sample: [Double], cumulative: (Double) -> Double) {
    uniforms = sample.map(cumulative).sorted()
  }

  /// p-value of Kolmogorov and Smirnov's largest distance; most sensitive in the middle.
  ///
  /// The limiting law with Stephens's correction for finite samples.
  package var kolmogorovSmirnov: Double {
    let count = Double(uniforms.count)
    var distance = 0.0
    for (index, u) in uniforms.enumerated() {
      distance = max(distance, u - Double(index) / count, Double(index + 1) / count - u)
    }
    let root = count.squareRoot()
    let scaled = (root + 0.12 + 0.11 / root) * distance
    if scaled < 0.2 { return 1 }
    var tail = 0.0
    for k in 1...100 {
      let term = exp(-2 * Double(k * k) * scaled * scaled)
      tail += k % 2 == 1 ? term : -term
      if term < 1e-18 { break }
    }
    return min(1, max(0, 2 * tail))
  }

  /// p-value of Anderson and Darling's weighted distance; sensitive in both tails.
  ///
  /// Marsaglia and Marsaglia's approximation of the limiting law (2004), good to 2e-6.
  package var andersonDarling: Double {
    let count = uniforms.count
    var sum = 0.0
    for (index, u) in uniforms.enumerated() {
      let opposite = uniforms[count - 1 - index]
      sum += Double(2 * index + 1) * (log(u) + log1p(-opposite))
    }
    let statistic = -Double(count) - sum / Double(count)
    guard statistic.isFinite else { return 0 }
    return 1 - Self.andersonDarlingLimit(statistic)
  }

  /// P(A² <= z) in the limit of large samples.
  package static func andersonDarlingLimit(_ z: Double) -> Double {
    func polynomial(_ coefficients: [Double]) -> Double {
      coefficients.reversed().reduce(0) { $0 * z + $1 }
    }
    if z <= 0 { return 0 }
    if z < 2 {
      return exp(-1.2337141 / z) / z.squareRoot()
        * polynomial([2.00012, 0.247105, -0.0649821, 0.0347962, -0.011672, 0.00168691])
    }
    return exp(
      -exp(polynomial([1.0776, -2.30695, 0.43424, -0.082433, 0.008056, -0.0003146])))
  }
}
