// SPDX-License-Identifier: GPL-3.0-or-later

/// The day factor as a first-order autoregression of relative residuals, filtered to the last day.
///
/// x_d = φ x_{d−1} + e_d with stationary variance v; a day's relative residual is x_d plus Poisson
/// and slot noise. Days known in part are noisier, which is how today's first hours update today.
struct DayFactorProcess: Equatable, Sendable {
  let variance: Double
  let correlation: Double
  /// Mean and variance of x on the history's last day, given all of the history.
  private(set) var lastMean = 0.0
  private(set) var lastVariance: Double

  /// - Parameters:
  ///   - residuals: Relative residuals, nil where the day is unknown.
  ///   - noise: Variance of each residual around x.
  init(
    variance: Double, residuals: [Double?], noise: [Double], prior: ShopPrior
  ) {
    self.variance = variance
    let limit = 3 * variance.squareRoot()
    let calm = residuals.map { $0.map { max(-limit, min(limit, $0)) } }
    var (products, squares, pairs) = (0.0, 0.0, 0.0)
    for day in calm.indices.dropFirst() {
      guard let now = calm[day], let before = calm[day - 1] else { continue }
      products += now * before
      squares += variance
      pairs += 1
    }
    let estimate = squares > 0 ? products / squares : 0
    let mixed = (estimate * pairs + prior.correlation * 10) / (pairs + 10)
    correlation = max(0, min(0.95, mixed))
    lastVariance = variance
    for day in calm.indices {
      if day > 0 {
        lastMean *= correlation
        lastVariance =
          correlation * correlation * lastVariance + variance * (1 - correlation * correlation)
      }
      // The last day is believed further out: what is unusual today is what a planner asks about.
      let last = day == calm.count - 1
      guard
        let seen = last ? residuals[day].map({ max(-2 * limit, min(2 * limit, $0)) }) : calm[day]
      else { continue }
      let gain = lastVariance / (lastVariance + noise[day])
      lastMean += gain * (seen - lastMean)
      lastVariance *= 1 - gain
    }
  }

  /// Mean of x `ahead` days after the last one.
  func mean(ahead: Int) -> Double { lastMean * power(ahead) }

  /// Covariance of x at two distances from the last day.
  func covariance(_ first: Int, _ second: Int) -> Double {
    let near = min(first, second)
    let shared = power(near) * power(near) * (lastVariance - variance) + variance
    return shared * power(abs(first - second))
  }

  private func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<min(exponent, 2000) {
      result *= correlation
      if result < 1e-12 { return 0 }
    }
    return result
  }
}
