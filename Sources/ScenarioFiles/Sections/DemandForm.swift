// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios
import Tables
import Wording

extension Form<[DemandStream]> {
  /// One stream written directly, or several by name under `streams`.
  static let demand = Form("a mapping (demand)") { builder in
    [
      "anyOf": [
        Form<DemandStream>.stream.schema(builder), Form<[DemandStream]>.streams.schema(builder),
      ]
    ]
  } read: { node, reading in
    if node["streams"] != nil { return streams.read(node, reading) }
    return Form<DemandStream>.stream.read(node, reading).map { [$0.named("shop")] }
  }

  private static let streams = Form.object("demand_streams") { f in
    f.required(
      "streams", Form<[(String, DemandStream)]>.named(Form<DemandStream>.stream, what: "streams"),
      "Streams of customers by name, each with its own level, season and time zone."
    )?.map { $1.named($0) }
  }
}

extension DemandStream {
  fileprivate func named(_ name: String) -> DemandStream {
    var stream = self
    stream.name = name
    return stream
  }
}

extension Form<DemandStream> {
  static let stream = Form.object("demand_stream") { f in
    let mix = f.optional(
      "mix", Form<[TypeShare]>.mix, "Share of each inquiry type; may be left out if there is one.")
    let zone = f.optional(
      "time_zone", Form<String>.timeZone,
      "Zone in which days and hours are meant; left out, the shop's.")
    let history = f.optional(
      "history", Form<HistoryReplay>.history, "Replay a recorded history instead of a model.")
    let forecast = f.optional(
      "forecast", Form<ForecastPaths>.forecast,
      "CSV of sample paths that forecast --scenarios wrote: each replication takes one.")
    let seasonal = SeasonalDemand.read(f)
    guard let reading = f.reading else { return nil }
    let levels = ["daily_mean", "per_hour", "history", "forecast"]
    let given = levels.filter(f.has)
    if given.count != 1 {
      reading.report(
        found: given.isEmpty ? "no level" : .verbatim(given.joined(separator: " + ")),
        allowed: "one of daily_mean (inquiries a day), per_hour (a constant rate), history (a "
          + "recorded file) or forecast (a file of sample paths)")
    }
    let isFile = f.has("history") || f.has("forecast")
    if isFile, f.has("time_zone") {
      reading.report(
        at: "\(reading.path).time_zone", found: "a zone beside a file of customers",
        allowed: "none, as the file has the shop's clock or stamps with their offset")
    }
    if isFile {
      for key in SeasonalDemand.shaping where f.has(key) {
        reading.report(
          at: "\(reading.path).\(key)", found: "a key of the model beside a file of customers",
          allowed: "none, as a file is taken as it is; fit the history to change its demand")
      }
    }
    let named = history?.namedTypes ?? []
    for type in named where reading.known(.inquiryType)?.contains(type) == false {
      reading.report(
        at: "\(reading.path).history", found: "the inquiry type \(type) in the file",
        allowed: .verbatim((reading.known(.inquiryType) ?? []).joined(separator: ", ")))
    }
    var shares = mix
    if !f.has("mix"), let types = reading.known(.inquiryType) {
      if types.count == 1 || !named.isEmpty {
        shares = named.isEmpty ? [TypeShare(inquiryType: types[0], share: 1)] : []
      } else if !isFile || history != nil || forecast != nil {
        reading.report(found: "no key mix", allowed: "mix: the share of each inquiry type")
      }
    }
    guard let shares,
      let source = history.map(DemandSource.history) ?? forecast.map(DemandSource.forecast)
        ?? seasonal.map(DemandSource.seasonal)
    else { return nil }
    return DemandStream(name: "", source: source, mix: shares, timeZone: zone)
  }
}

extension HistoryReplay {
  /// The types that the file gives to its arrivals, if it does.
  fileprivate var namedTypes: [String] {
    if case .arrivals(let log) = records { log.types } else { [] }
  }
}

extension SeasonalDemand {
  /// Keys that shape a modelled stream, beside its level.
  fileprivate static let shaping = [
    "growth_per_year", "growth_from", "months", "weekdays", "profile", "weekend_profile",
    "weekday_profiles", "promotions", "dates", "busyness", "bursts", "arrivals", "doubt",
  ]

  /// Asks for the keys of a modelled stream; nil if it has no level.
  fileprivate static func read(_ f: Fields) -> SeasonalDemand? {
    let level = f.optional(
      "daily_mean", Form<Double>.number(0...10_000_000), "Inquiries a day before factors.")
    let perHour = f.optional(
      "per_hour", Form<Double>.number(0...1_000_000),
      "Inquiries an hour, round the clock, before factors, in place of daily_mean and profile.")
    var demand = SeasonalDemand(dailyMean: level ?? (perHour ?? 0) * 24)
    demand.growthPerYear = f.value(
      "growth_per_year", Form<Double>.share(-0.99...100), default: 0,
      "0.2 or 20 % grows by a fifth a year.")
    demand.growthFrom = f.optional(
      "growth_from", Form<CivilDate>.date,
      "Date at which daily_mean holds. Left out: the horizon's start, so that a short horizon hardly "
        + "grows; the verdict says so.")
    demand.monthFactors = f.value(
      "months", Form<[Double]>.months, default: demand.monthFactors,
      "Factors by month: a list of 12 or by name.")
    demand.weekdayFactors = f.value(
      "weekdays", Form<[Double]>.weekdays, default: demand.weekdayFactors,
      "Factors by weekday: a list of 7 from Monday or by name.")
    demand.profile = f.value(
      "profile", Form<[Double]>.profile,
      default: DayProfile.named("consumer_chat")?.weights ?? demand.profile,
      "Shape of the day: a preset's name or 24, 48 or 96 weights. Left out: consumer_chat.")
    demand.weekendProfile = f.optional(
      "weekend_profile", Form<[Double]>.profile, "Shape of Saturdays and Sundays, if it differs.")
    demand.weekdayProfiles = f.value(
      "weekday_profiles",
      Form<[Weekday: [Double]]>.keyed(by: Form<Weekday>.weekday, Form<[Double]>.profile),
      default: [:],
      "Shapes of single weekdays by name, where they have one of their own.")
    demand.promotions = f.value(
      "promotions", Form<[PromotionWave]>.list(of: Form<PromotionWave>.promotion), default: [],
      "Promotion waves, dated presets or your own.")
    demand.dateFactors = f.value(
      "dates",
      Form<[CivilDate: Double]>.keyed(by: Form<CivilDate>.date, Form<Double>.number(0...1000)),
      default: [:], "Factors of single dates.")
    demand.busyness = f.optional(
      "busyness", Form<BusynessFactor>.busyness,
      "How days are busier or quieter than their mean, at random.")
    demand.bursts = f.optional(
      "bursts", Form<BurstProcess>.bursts, "Pushes such as live streams that each bring a crowd.")
    demand.arrivals = f.value(
      "arrivals", Form<ArrivalProcess>.word(), default: .poisson,
      "At random, or deterministic: one after the other as the rate adds up to one more.")
    demand.doubt = f.optional(
      "doubt", Form<DemandDoubt>.doubt,
      "What is not known of all this, drawn once for each replication; a fit writes it.")
    if f.has("per_hour") {
      for key in ["profile", "weekend_profile", "weekday_profiles"] where f.has(key) {
        f.reading?.report(
          found: "per_hour and \(key)", allowed: "one of them, as a rate per hour is constant")
      }
      demand.profile = Array(repeating: 1, count: 24)
    }
    if demand.arrivals == .deterministic {
      for key in ["busyness", "bursts", "doubt"] where f.has(key) {
        f.reading?.report(
          found: "deterministic arrivals and \(key)", allowed: "poisson arrivals beside \(key)")
      }
      if demand.promotions.contains(where: { $0.phases.contains { $0.mix != nil } }) {
        f.reading?.report(
          found: "deterministic arrivals and a promotion with a mix of its own",
          allowed: "poisson arrivals, or promotions without a mix")
      }
    }
    return level == nil && perHour == nil ? nil : demand
  }
}

extension Form<[TypeShare]> {
  /// Shares by inquiry type that sum to one.
  static let mix = Form("a mapping of inquiry types to shares", schema: shares.schema) {
    node, reading in
    for entry in node.entries ?? [] {
      let name = YAMLNode(content: .scalar(entry.key, isQuoted: true), line: entry.line)
      reading.under(entry.key, line: entry.line) {
        _ = Form<String>.name(of: .inquiryType).read(name, reading)
      }
    }
    guard let shares = shares.read(node, reading) else { return nil }
    let sum = shares.reduce(0) { $0 + $1.1 }
    if abs(sum - 1) > 1e-6 {
      reading.report(
        found: "shares that sum to \(shown((sum * 1e6).rounded() / 1e6))",
        allowed: "shares that sum to 1")
    }
    return shares.map { TypeShare(inquiryType: $0.0, share: $0.1) }
  }

  private static let shares = Form<[(String, Double)]>.named(Form<Double>.share(), what: "shares")
}
