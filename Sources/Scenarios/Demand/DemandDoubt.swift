// SPDX-License-Identifier: GPL-3.0-or-later

/// What is not known of a stream's demand. A replication draws it once: each is one of the years that
/// may come, not the same year with other chance.
package struct DemandDoubt: Hashable, Sendable {
  /// Standard deviation of the logarithm of the level, ≥ 0; the mean stays the daily mean.
  package var level: Double
  /// Standard deviation of the growth per year, ≥ 0; 0.1 is ten points a year.
  package var growth: Double
  /// Standard deviation of the logarithm of each hour's weight, ≥ 0, the same on all days.
  package var profile: Double
  /// Standard deviation of the logarithm of the volume on the days of each promotion wave, ≥ 0.
  package var promotions: Double
  /// Days that nothing announces; nil is none.
  package var surprises: SurpriseDays?

  package init(
    level: Double = 0, growth: Double = 0, profile: Double = 0, promotions: Double = 0,
    surprises: SurpriseDays? = nil
  ) {
    self.level = level
    self.growth = growth
    self.profile = profile
    self.promotions = promotions
    self.surprises = surprises
  }
}

/// Days far busier or quieter than any calendar says: storms, outages, a video that everybody saw.
///
/// They begin at random at a constant rate and last a geometric number of days; all days of one have
/// its factor.
package struct SurpriseDays: Hashable, Sendable {
  /// Mean number of surprises that begin in a year, ≥ 0.
  package var perYear: Double
  /// Mean factor on the day's volume, ≥ 0.
  package var factor: Double
  /// Standard deviation of the factor's logarithm, ≥ 0.
  package var spread: Double
  /// Mean length in days, ≥ 1.
  package var length: Double

  package init(perYear: Double, factor: Double, spread: Double = 0, length: Double = 1) {
    self.perYear = perYear
    self.factor = factor
    self.spread = spread
    self.length = length
  }

  /// Probability that one begins on a given day, in [0, 1].
  package var begins: Double { min(1, perYear / 365) }

  /// Mean share of days in a surprise, in [0, 1]; where several overlap the latest holds.
  package var shareOfDays: Double {
    // P(no surprise covers a day) = Π over ages a of 1 − p q^a, q the chance to last a day longer.
    let longer = 1 - 1 / length
    var none = 1.0
    var reach = 1.0
    for _ in 0..<SurpriseDays.longest {
      none *= 1 - begins * reach
      reach *= longer
      if reach < 1e-12 { break }
    }
    return 1 - none
  }

  /// Days after which a surprise is over at the latest.
  package static let longest = 60

  /// By what surprises multiply the expected volume of any day.
  package var meanFactor: Double { 1 + shareOfDays * (factor - 1) }
}
