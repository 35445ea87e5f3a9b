// SPDX-License-Identifier: GPL-3.0-or-later

public import Calendars

/// One stream of customers: a shop's own, one of its markets, or other shops' (background).
public struct DemandStream: Equatable, Sendable {
  public var name: String
  public var source: DemandSource
  /// Share of each inquiry type, by the type's name; shares sum to one.
  public var mix: [TypeShare]
  /// IANA zone in which days, weekdays and clock profile are meant; nil is the shop's own.
  public var timeZone: String?
  /// Whether the inquiries are other shops': served in the pool, never billed to this shop.
  public var isBackground: Bool

  public init(
    name: String, source: DemandSource, mix: [TypeShare], timeZone: String? = nil,
    isBackground: Bool = false
  ) {
    self.name = name
    self.source = source
    self.mix = mix
    self.timeZone = timeZone
    self.isBackground = isBackground
  }
}

/// The part of a stream that is of one inquiry type.
public struct TypeShare: Hashable, Sendable {
  public var inquiryType: String
  /// In [0, 1].
  public var share: Double

  public init(inquiryType: String, share: Double) {
    self.inquiryType = inquiryType
    self.share = share
  }
}

/// Where the arrivals come from.
public enum DemandSource: Equatable, Sendable {
  case seasonal(SeasonalDemand)
  /// A recorded history, replayed as it was.
  case history(HistoryReplay)
}

/// Rates built from a daily mean and factors.
public struct SeasonalDemand: Equatable, Sendable {
  /// Inquiries a day before factors, ≥ 0.
  public var dailyMean: Double
  /// Growth per year of the level, compounded by day from `growthFrom`; 0.2 is +20 %, > −1.
  public var growthPerYear: Double
  /// Date at which the daily mean holds; nil is the horizon's first day.
  public var growthFrom: CivilDate?
  /// Factor of each month, January first, ≥ 0; used as given, not normalised.
  public var monthFactors: [Double]
  /// Factor of each weekday, Monday first, ≥ 0; used as given, not normalised.
  public var weekdayFactors: [Double]
  /// Weight of each equal slot of the day; normalised to sum to one. 24, 48 or 96 values.
  public var profile: [Double]
  /// Profile of Saturdays and Sundays; nil is the same as other days.
  public var weekendProfile: [Double]?
  /// Overlapping waves add their extra lifts.
  public var promotions: [PromotionWave]
  /// Factors of single dates (holidays, closures), multiplied in.
  public var dateFactors: [CivilDate: Double]
  /// Random factor of each day; nil is none.
  public var busyness: BusynessFactor?
  /// Short clusters on top of the rate; nil is none.
  public var bursts: BurstProcess?

  public init(
    dailyMean: Double, growthPerYear: Double = 0, growthFrom: CivilDate? = nil,
    monthFactors: [Double] = Array(repeating: 1, count: 12),
    weekdayFactors: [Double] = Array(repeating: 1, count: 7),
    profile: [Double] = Array(repeating: 1, count: 48), weekendProfile: [Double]? = nil,
    promotions: [PromotionWave] = [], dateFactors: [CivilDate: Double] = [:],
    busyness: BusynessFactor? = nil, bursts: BurstProcess? = nil
  ) {
    self.dailyMean = dailyMean
    self.growthPerYear = growthPerYear
    self.growthFrom = growthFrom
    self.monthFactors = monthFactors
    self.weekdayFactors = weekdayFactors
    self.profile = profile
    self.weekendProfile = weekendProfile
    self.promotions = promotions
    self.dateFactors = dateFactors
    self.busyness = busyness
    self.bursts = bursts
  }
}

/// How a day as a whole is busier or quieter than its mean, and how its slots are.
///
/// One gamma factor of mean 1 and variance 1/`shape` multiplies the whole day; a Gaussian score
/// with autocorrelation `correlation` ties successive days (chat-science, section 4).
public struct BusynessFactor: Hashable, Sendable {
  /// Gamma shape of the day factor, > 0; infinite means no day factor.
  public var shape: Double
  /// AR(1) coefficient of the score, in (−1, 1).
  public var correlation: Double
  /// Variance of an independent gamma factor of mean 1 for each slot, ≥ 0.
  public var slotVariance: Double

  public init(shape: Double, correlation: Double = 0, slotVariance: Double = 0) {
    self.shape = shape
    self.correlation = correlation
    self.slotVariance = slotVariance
  }
}

/// Pushes (live streams, flash drops) that each bring a crowd: shot noise on top of the rate.
public struct BurstProcess: Equatable, Sendable {
  /// Pushes a day, spread over the clock span, ≥ 0.
  public var pushesPerDay: Double
  public var hours: ClockSpan
  /// Mean customers (Poisson) that a push brings, ≥ 0.
  public var customersPerPush: Double
  /// Delay of each customer behind the push.
  public var delay: Distribution
  /// Dates on which pushes happen; nil is every day.
  public var dates: [DateSpan]?

  public init(
    pushesPerDay: Double, hours: ClockSpan, customersPerPush: Double, delay: Distribution,
    dates: [DateSpan]? = nil
  ) {
    self.pushesPerDay = pushesPerDay
    self.hours = hours
    self.customersPerPush = customersPerPush
    self.delay = delay
    self.dates = dates
  }
}
