// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// One stream of customers: a shop's own, one of its markets, or other shops' (background).
package struct DemandStream: Equatable, Sendable {
  package var name: String
  package var source: DemandSource
  /// Share of each inquiry type, by the type's name; shares sum to one.
  package var mix: [TypeShare]
  /// IANA zone in which days, weekdays and clock profile are meant; nil is the shop's own.
  package var timeZone: String?
  /// Whether the inquiries are other shops': served in the pool, never billed to this shop.
  package var isBackground: Bool

  package init(
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
package struct TypeShare: Hashable, Sendable {
  package var inquiryType: String
  /// In [0, 1].
  package var share: Double

  package init(inquiryType: String, share: Double) {
    self.inquiryType = inquiryType
    self.share = share
  }
}

/// Where the arrivals come from.
package enum DemandSource: Equatable, Sendable {
  case seasonal(SeasonalDemand)
  /// A recorded history, replayed as it was.
  case history(HistoryReplay)
  /// Sample paths of a forecast, one for each replication.
  case forecast(ForecastPaths)
}

extension DemandSource {
  /// Whether each replication is another of the horizons that may come, and not the same one with
  /// other chance.
  package var carriesDoubt: Bool {
    switch self {
    case .seasonal(let demand): demand.doubt.map { $0 != DemandDoubt() } ?? false
    case .history: false
    case .forecast: true
    }
  }
}

/// Rates built from a daily mean and factors.
package struct SeasonalDemand: Equatable, Sendable {
  /// Inquiries a day before factors, ≥ 0.
  package var dailyMean: Double
  /// Growth per year of the level, compounded by day from `growthFrom`; 0.2 is +20 %, > −1.
  package var growthPerYear: Double
  /// Date at which the daily mean holds; nil is the horizon's first day.
  package var growthFrom: CivilDate?
  /// Factor of each month, January first, ≥ 0; used as given, not normalised.
  package var monthFactors: [Double]
  /// Factor of each weekday, Monday first, ≥ 0; used as given, not normalised.
  package var weekdayFactors: [Double]
  /// Weight of each equal slot of the day; normalised to sum to one. 24, 48 or 96 values.
  package var profile: [Double]
  /// Profile of Saturdays and Sundays; nil is the same as other days.
  package var weekendProfile: [Double]?
  /// Profiles of single weekdays, which go before both others.
  package var weekdayProfiles: [Weekday: [Double]]
  /// Overlapping waves add their extra lifts.
  package var promotions: [PromotionWave]
  /// Factors of single dates (holidays, closures), multiplied in.
  package var dateFactors: [CivilDate: Double]
  /// Random factor of each day; nil is none.
  package var busyness: BusynessFactor?
  /// Short clusters on top of the rate; nil is none.
  package var bursts: BurstProcess?
  /// How the customers follow one another at the rate.
  package var arrivals: ArrivalProcess
  /// What is not known of all this; nil where it is taken as certain.
  package var doubt: DemandDoubt?

  package init(
    dailyMean: Double, growthPerYear: Double = 0, growthFrom: CivilDate? = nil,
    monthFactors: [Double] = Array(repeating: 1, count: 12),
    weekdayFactors: [Double] = Array(repeating: 1, count: 7),
    profile: [Double] = Array(repeating: 1, count: 48), weekendProfile: [Double]? = nil,
    weekdayProfiles: [Weekday: [Double]] = [:],
    promotions: [PromotionWave] = [], dateFactors: [CivilDate: Double] = [:],
    busyness: BusynessFactor? = nil, bursts: BurstProcess? = nil,
    arrivals: ArrivalProcess = .poisson, doubt: DemandDoubt? = nil
  ) {
    self.dailyMean = dailyMean
    self.growthPerYear = growthPerYear
    self.growthFrom = growthFrom
    self.monthFactors = monthFactors
    self.weekdayFactors = weekdayFactors
    self.profile = profile
    self.weekendProfile = weekendProfile
    self.weekdayProfiles = weekdayProfiles
    self.promotions = promotions
    self.dateFactors = dateFactors
    self.busyness = busyness
    self.bursts = bursts
    self.arrivals = arrivals
    self.doubt = doubt
  }
}

/// How customers follow one another.
package enum ArrivalProcess: String, CaseIterable, Sendable {
  /// At random, independent of one another.
  case poisson
  /// Customer n at the instant at which the mean number of customers since the first simulated day
  /// reaches n − ½: at a constant rate with equal gaps. Nothing is drawn but the types.
  case deterministic
}

/// How a day as a whole is busier or quieter than its mean, and how its slots are.
///
/// One gamma factor of mean 1 and variance 1/`shape` multiplies the whole day; a Gaussian score
/// with autocorrelation `correlation` ties successive days (chat-science, section 4).
package struct BusynessFactor: Hashable, Sendable {
  /// Gamma shape of the day factor, > 0; infinite means no day factor.
  package var shape: Double
  /// AR(1) coefficient of the score, in (−1, 1).
  package var correlation: Double
  /// Variance of an independent gamma factor of mean 1 for each slot, ≥ 0.
  package var slotVariance: Double

  package init(shape: Double, correlation: Double = 0, slotVariance: Double = 0) {
    self.shape = shape
    self.correlation = correlation
    self.slotVariance = slotVariance
  }
}

/// Pushes (live streams, flash drops) that each bring a crowd: shot noise on top of the rate.
package struct BurstProcess: Equatable, Sendable {
  /// Pushes a day, spread over the clock span, ≥ 0.
  package var pushesPerDay: Double
  package var hours: ClockSpan
  /// Mean customers (Poisson) that a push brings, ≥ 0.
  package var customersPerPush: Double
  /// Delay of each customer behind the push.
  package var delay: Distribution
  /// Dates on which pushes happen; nil is every day.
  package var dates: [DateSpan]?

  package init(
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

extension SeasonalDemand {
  /// Weights of the slots of a day, as given.
  package func profile(on weekday: Weekday) -> [Double] {
    weekdayProfiles[weekday] ?? (weekday.isWeekend ? weekendProfile ?? profile : profile)
  }

  /// Every profile that some day has.
  package var profiles: [[Double]] { Weekday.allCases.map(profile(on:)) }
}
