// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The gamma quantile of a normal score: turns correlated scores into correlated day factors.
package struct GammaQuantile {
  package let shape: Double
  private let logGamma: Double

  /// - Parameter shape: > 0; the scale is one.
  package init(shape: Double) {
    self.shape = shape
    logGamma = lgamma(shape)
  }

  /// The value whose distribution function equals that of the standard normal at `score`.
  ///
  /// Wilson and Hilferty's cube (1931) starts a bracketed Newton iteration on the smaller tail.
  package func value(score: Double) -> Double {
    let upper = score > 0
    let target = 0.5 * erfc(abs(score) / 2.0.squareRoot())
    guard target > 0 else { return upper ? .greatestFiniteMagnitude : 0 }
    let cube = 1 - 1 / (9 * shape) + score / (3 * shape.squareRoot())
    var x = shape * cube * cube * cube
    // Here the cube is exact to nine digits, and the series would need thousands of terms.
    if shape > 100_000 { return max(0, x) }
    // For a small quantile the series' first term is the distribution function.
    let small = exp((log(target) + log(shape) + logGamma) / shape)
    if !(x > 0.05 * shape) || shape < 0.5 { x = upper ? max(x, shape * 0.05) : small }
    var low = 0.0
    var high = Double.infinity
    for _ in 0..<200 {
      let tails = self.tails(x)
      let excess = upper ? target - tails.upper : tails.lower - target
      if excess > 0 { high = x } else { low = x }
      let density = exp((shape - 1) * log(x) - x - logGamma)
      var next = x - excess / density
      if !(next > low && next < high) {
        next = high.isFinite ? 0.5 * (low + high) : 2 * x
      }
      if abs(next - x) <= 1e-14 * x { return next }
      x = next
    }
    return x
  }

  /// Regularised incomplete gamma functions: a series below the mean, else Lentz's fraction.
  func tails(_ x: Double) -> (lower: Double, upper: Double) {
    guard x > 0 else { return (0, 1) }
    let front = exp(shape * log(x) - x - logGamma)
    if x < shape + 1 {
      var term = 1 / shape
      var sum = term
      var n = shape
      while abs(term) > 1e-17 * abs(sum) {
        n += 1
        term *= x / n
        sum += term
      }
      return (sum * front, 1 - sum * front)
    }
    var b = x + 1 - shape
    var c = 1e300
    var d = 1 / b
    var h = d
    for i in 1..<10_000 {
      let a = -Double(i) * (Double(i) - shape)
      b += 2
      d = 1 / nonZero(a * d + b)
      c = nonZero(b + a / c)
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return (1 - front * h, front * h)
  }

  private func nonZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
}
