// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Foundation
import Inference
import Measures
import Plans
import Scenarios

/// Measures what F29 and F30 name: season, growth, hours, own team, vacancies, languages.
struct EvidenceCollector {
  let scenario: Scenario
  let comparison: Comparison
  /// The recommended plan, or the nearest to being it.
  let favourite: PlanOutcome?

  /// Thresholds from which a figure counts as evidence for a kind of firm. They are judgements:
  /// F29 names the kinds without numbers.
  enum Threshold {
    static let monthPeakToMean = 1.4
    static let dayPeakToMean = 3.0
    static let growthPerYear = 0.3
    static let costShareOfSales = 0.03
    /// Handling work of a day, in agents of eight hours, below which a shop is small.
    static let smallWork = 1.0
  }

  /// The volume, then what speaks for the kinds of firm found or by itself (F30), then the rest.
  var evidence: [Verdict.Evidence] {
    let kinds = firmKinds
    let all = measured
    return all.filter { $0.speaks(for: kinds) } + all.filter { !$0.speaks(for: kinds) }
  }

  private var measured: [Verdict.Evidence] {
    var list: [Verdict.Evidence] = []
    if let volume { list.append(.volume(dailyInquiries: volume.daily, workOfAgents: volume.work)) }
    if let season {
      list.append(
        .seasonality(
          dayPeakToMean: season.day, monthPeakToMean: season.month, peak: season.peak))
    }
    if growth != 0 { list.append(.growth(perYear: growth)) }
    let hours = openHours
    if hours > 8 { list.append(.hoursToCover(perDay: hours, beyondEight: hours - 8)) }
    if let ownTeam { list.append(ownTeam) }
    let shop = scenario.shop
    if shop.openPosts > 0 {
      list.append(.vacancies(open: shop.openPosts, own: shop.ownAgents ?? 0))
    }
    if shop.languages.count > 1 || timeZones.count > 1 {
      list.append(.languages(shop.languages, timeZones: timeZones))
    }
    if let campaign { list.append(campaign) }
    if let share = costShareOfSales { list.append(.costShareOfSales(share)) }
    return list
  }

  /// The kinds that the figures show; the strongest first, by how far each passes its threshold.
  var firmKinds: [FirmKind] {
    var kinds: [(kind: FirmKind, strength: Double)] = []
    if let season {
      let strength = max(
        season.month / Threshold.monthPeakToMean, season.day / Threshold.dayPeakToMean)
      kinds.append((.seasonal, strength))
    }
    kinds.append((.fastGrowing, growth / Threshold.growthPerYear))
    if let share = costShareOfSales {
      kinds.append((.costSensitive, share / Threshold.costShareOfSales))
    }
    if let volume {
      // A shop that does not say how many own agents it has is not one without people.
      let own = scenario.shop.ownAgents
      let hasNobody = own == 0 && scenario.shop.openPosts == 0
      let isSmall = volume.work < Threshold.smallWork && (own ?? 0) <= 2 && !hasNobody
      kinds.append((.startUp, isSmall ? Threshold.smallWork / max(volume.work, 0.1) : 0))
      kinds.append((.coreElsewhere, hasNobody ? 1 : 0))
    }
    let reach = max(scenario.shop.languages.count, timeZones.count)
    kinds.append((.international, reach > 1 ? Double(reach) : 0))
    return kinds.filter { $0.strength >= 1 }.sorted { $0.strength > $1.strength }.map(\.kind)
  }

  private var season: (day: Double, month: Double, peak: CivilDate)? {
    // A level that only grows is no season.
    let growth = growth
    let volume = comparison.volume.map { day in
      let years = Double(scenario.horizon.first.days(to: day.date)) / 365
      return (date: day.date, arrivals: day.arrivals / pow(max(0.01, 1 + growth), years))
    }
    let total = volume.reduce(0) { $0 + $1.arrivals }
    guard total > 0, let peak = volume.max(by: { $0.arrivals < $1.arrivals }) else {
      return nil
    }
    let mean = total / Double(volume.count)
    var months: [YearMonth: (sum: Double, days: Double)] = [:]
    for day in volume {
      months[day.date.yearMonth, default: (0, 0)].sum += day.arrivals
      months[day.date.yearMonth, default: (0, 0)].days += 1
    }
    let busiest = months.values.map { $0.sum / $0.days }.max() ?? mean
    return (peak.arrivals / mean, busiest / mean, peak.date)
  }

  /// Growth of the shop's own streams, each by its share of the daily mean.
  private var growth: Double {
    var (sum, weight) = (0.0, 0.0)
    for stream in scenario.demand where !stream.isBackground {
      guard case .seasonal(let demand) = stream.source else { continue }
      sum += demand.growthPerYear * demand.dailyMean
      weight += demand.dailyMean
    }
    return weight > 0 ? sum / weight : 0
  }

  /// Mean open hours a day over the horizon.
  private var openHours: Double {
    let seconds = scenario.serviceWindow.openSeconds(on: scenario.horizon)
    return Double(seconds) / 3600 / Double(scenario.horizon.count)
  }

  private var volume: (daily: Double, work: Double)? {
    guard let plan = comparison.plans.first else { return nil }
    let days = Double(scenario.horizon.count)
    let seconds = zip(plan.performance.types, scenario.meanWork).reduce(0.0) { sum, pair in
      sum + pair.0.measures[.arrivals] * pair.1
    }
    return (plan.service.arrivals.mean / days, seconds / days / (8 * 3600))
  }

  private var timeZones: [String] {
    var zones: [String] = []
    for stream in scenario.demand where !stream.isBackground {
      let zone = stream.timeZone ?? scenario.timeZone
      if !zones.contains(zone) { zones.append(zone) }
    }
    return zones
  }

  private var campaign: Verdict.Evidence? {
    let peaks = scenario.ownPromotions.compactMap { wave -> (wave: PromotionWave, lift: Double)? in
      // A preset may be dated, in part or whole, outside the days that are simulated.
      let phases = wave.phases.filter { phase in
        DateSpan(first: phase.start.date, last: max(phase.start.date, phase.lastDate))?
          .intersection(scenario.horizon) != nil
      }
      return phases.map(\.lift).max().map { (wave, $0) }
    }
    guard let top = peaks.max(by: { $0.lift < $1.lift }), top.lift > 1, let span = top.wave.span
    else { return nil }
    return .campaign(name: top.wave.name, start: span.first, lift: top.lift)
  }

  private var costShareOfSales: Double? {
    guard let plan = favourite, plan.commerce.salesAttributed.mean > 0 else { return nil }
    return plan.cost.total.mean / plan.commerce.salesAttributed.mean
  }

  private var ownTeam: Verdict.Evidence? {
    let ranked = comparison.plans.filter(\.isRanked)
    let bought = ranked.filter { $0.team != .own }
    guard let own = ranked.filter({ $0.team == .own }).min(by: PlanOutcome.isCheaper),
      let rival = bought.filter(\.meetsTargets).min(by: PlanOutcome.isCheaper)
        ?? bought.min(by: PlanOutcome.isCheaper)
    else { return nil }
    return .ownTeam(
      plan: own.name, cost: own.cost.total.mean, targets: own.targetAnswer,
      bought: rival.name, boughtCost: rival.cost.total.mean)
  }
}

extension Verdict.Evidence {
  /// Whether the figure is a reason by itself (F30), or the one by which a kind of firm was found.
  fileprivate func speaks(for kinds: [FirmKind]) -> Bool {
    switch self {
    case .volume, .hoursToCover, .ownTeam, .vacancies, .campaign: true
    case .seasonality: kinds.contains(.seasonal)
    case .growth: kinds.contains(.fastGrowing)
    case .languages: kinds.contains(.international)
    case .costShareOfSales: kinds.contains(.costSensitive)
    }
  }
}
