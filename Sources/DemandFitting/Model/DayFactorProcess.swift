// SPDX-License-Identifier: GPL-3.0-or-later

/// The day factor as a first-order autoregression of standard normal scores, filtered to the last
/// day.
///
/// z_d = φ z_{d−1} + √(1 − φ²) e_d; a day's residual, as the score that the day's law gives it, is
/// z_d plus Poisson and slot noise. Days known in part are noisier, which is how today's first hours
/// update today.
struct DayFactorProcess: Equatable, Sendable {
  let correlation: Double
  /// Mean and variance of z on the history's last day, given all of the history.
  private(set) var lastMean = 0.0
  private(set) var lastVariance = 1.0

  /// Scores are capped here, so that one extreme day does not move the factor for long.
  private static let limit = 3.0
  /// The cap of the last day is wider: an unusual level today matters for the forecast.
  private static let lastLimit = 4.5
  /// Pairs of days that the prior's correlation is worth.
  private static let priorPairs = 10.0

  /// - Parameters:
  ///   - scores: Scores of the residuals, nil where the day is unknown.
  ///   - noise: Variance of each score around z.
  init(scores: [Double?], noise: [Double], prior: ShopPrior) {
    let calm = scores.map { $0.map { max(-Self.limit, min(Self.limit, $0)) } }
    var (products, pairs) = (0.0, 0.0)
    for day in calm.indices.dropFirst() {
      guard let now = calm[day], let before = calm[day - 1] else { continue }
      products += now * before
      pairs += 1
    }
    let mixed = (products + prior.correlation * Self.priorPairs) / (pairs + Self.priorPairs)
    correlation = max(0, min(0.95, mixed))
    for day in calm.indices {
      if day > 0 {
        lastMean *= correlation
        lastVariance = 1 - correlation * correlation * (1 - lastVariance)
      }
      let last = day == calm.count - 1
      let seen =
        last ? scores[day].map { max(-Self.lastLimit, min(Self.lastLimit, $0)) } : calm[day]
      guard let seen else { continue }
      let gain = lastVariance / (lastVariance + noise[day])
      lastMean += gain * (seen - lastMean)
      lastVariance *= 1 - gain
    }
  }

  /// Mean of z `ahead` days after the last one.
  func mean(ahead: Int) -> Double { lastMean * power(ahead) }

  /// Variance of z `ahead` days after the last one.
  func variance(ahead: Int) -> Double { 1 - power(ahead) * power(ahead) * (1 - lastVariance) }

  /// A path of z from `start` days after the last one on.
  func path(from start: Int, count: Int, using random: inout SeededRandom) -> [Double] {
    var score = mean(ahead: start) + variance(ahead: start).squareRoot() * random.normal()
    let fresh = (1 - correlation * correlation).squareRoot()
    return (0..<count).map { day in
      if day > 0 { score = correlation * score + fresh * random.normal() }
      return score
    }
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
