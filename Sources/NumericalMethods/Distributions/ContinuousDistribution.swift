// SPDX-License-Identifier: GPL-3.0-or-later

/// A law of a real variable by its four classical functions.
///
/// Parameters or arguments outside the domain give NaN, as arithmetic does; callers validate what
/// users wrote. Both tails are given, because 1 - F loses everything in the far tail.
package protocol ContinuousDistribution: Sendable {
  var mean: Double { get }
  var variance: Double { get }
  /// Density f(x).
  func density(_ x: Double) -> Double
  /// F(x) = P(X <= x).
  func cumulative(_ x: Double) -> Double
  /// 1 - F(x), without cancellation.
  func upperTail(_ x: Double) -> Double
  /// The x with F(x) = p, for 0 < p < 1.
  func quantile(_ p: Double) -> Double
}
