// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation
package import Scenarios

/// What a scenario expects of one day, and how far it lets the day stray from that.
package struct DayExpectation: Equatable, Sendable {
  /// Expected inquiries of the shop by equal stretches from midnight, all types together; bursts and days
  /// that nothing announces are averaged in. None in closed hours where they are lost.
  package var counts: [Double]
  /// Squared coefficient of variation of an ordinary day's level; nil where the scenario says nothing.
  package var variance: Double?
  /// Variance of a slot's own factor; nil where the scenario says nothing.
  package var slotVariance: Double?
  /// Standard deviation of the logarithm of each hour's weight.
  package var profile: Double
  /// Days that nothing announces; nil for none.
  package var surprise: Surprise?
  /// What `counts` has above an ordinary day's, ≥ 0.
  package var surpriseFactor: Double

  /// Days far busier or quieter than any calendar says.
  package struct Surprise: Equatable, Sendable {
    /// Of all days, in (0, 1).
    package var share: Double
    /// Mean factor on an ordinary day's level.
    package var factor: Double
    /// Squared coefficient of variation.
    package var variance: Double

    package init(share: Double, factor: Double, variance: Double) {
      self.share = share
      self.factor = factor
      self.variance = variance
    }
  }

  package init(
    counts: [Double], variance: Double?, slotVariance: Double? = nil, profile: Double = 0,
    surprise: Surprise? = nil, surpriseFactor: Double = 1
  ) {
    self.counts = counts
    self.variance = variance
    self.slotVariance = slotVariance
    self.profile = profile
    self.surprise = surprise
    self.surpriseFactor = surpriseFactor
  }

  /// - Parameters:
  ///   - scenario: Its horizon is the day.
  ///   - step: Seconds of a stretch; divides a day.
  package init(_ scenario: Scenario, step: Int) throws(DemandError) {
    var day = scenario
    day.experiment.warmUpDays = 0
    day.experiment.warmUpHours = nil
    let plan = try ArrivalPlan(scenario: day)
    let own = plan.streams.filter { !$0.isBackground }
    let byStream = own.map { $0.expected(in: plan, step: step) }
    let open = scenario.openShares(step: step)
    counts = (0..<86_400 / step).map { place in
      open[place] * byStream.reduce(0) { $0 + $1[place] }
    }
    let volumes = byStream.map { $0.reduce(0, +) }
    let total = volumes.reduce(0, +)
    let shares = volumes.map { total > 0 ? $0 / total : 0 }
    variance = nil
    slotVariance = nil
    profile = 0
    surprise = nil
    surpriseFactor = 0
    for (stream, share) in zip(own, shares) {
      guard case .rates(let rates) = stream.arrivals else {
        surpriseFactor += share
        continue
      }
      if let own = rates.levelVariance { variance = (variance ?? 0) + share * share * own }
      if let busyness = rates.busyness {
        slotVariance = (slotVariance ?? 0) + share * busyness.slotVariance
      }
      profile += share * (rates.doubt?.doubt.profile ?? 0)
      surpriseFactor += share * rates.surpriseFactor
    }
    // A surprise is the shop's: its greatest stream says how they are.
    let greatest = shares.indices.max { shares[$0] < shares[$1] }
    if let greatest, case .rates(let rates) = own[greatest].arrivals,
      let surprises = rates.doubt?.doubt.surprises, surprises.shareOfDays > 0
    {
      surprise = Surprise(
        share: surprises.shareOfDays, factor: surprises.factor,
        variance: (1 + (variance ?? 0)) * exp(surprises.spread * surprises.spread) - 1)
    }
    if surpriseFactor <= 0 { surpriseFactor = 1 }
  }
}

extension SlotRates {
  /// Squared coefficient of variation of the level of the plan's last day, days that nothing announces
  /// apart; nil where nothing is said of it.
  fileprivate var levelVariance: Double? {
    var factors: [Double] = []
    if let busyness, busyness.shape.isFinite { factors.append(1 / busyness.shape) }
    if let plan = doubt {
      let day = dayCount - 1
      let growth = plan.doubt.growth * abs(plan.years[day])
      let isPromotion = plan.waves.contains { $0.days.contains(day) }
      for deviation in [plan.doubt.level, growth, isPromotion ? plan.doubt.promotions : 0]
      where deviation > 0 {
        factors.append(exp(deviation * deviation) - 1)
      }
    }
    return factors.isEmpty ? nil : factors.reduce(1) { $0 * (1 + $1) } - 1
  }
}

extension ArrivalStream {
  /// Expected arrivals of the plan's one day by stretch, with bursts.
  fileprivate func expected(in plan: ArrivalPlan, step: Int) -> [Double] {
    let types = plan.inquiryTypes.count
    var fine: [Double] = []
    let quarters = expectedByInterval(in: plan, length: .quarterHour)
    for place in 0..<quarters.count / types {
      fine.append((0..<types).reduce(0) { $0 + quarters[place * types + $1] })
    }
    if case .rates(let rates) = arrivals, let bursts = rates.bursts, !bursts.days.isEmpty {
      let start = bursts.hours.start.secondsSinceMidnight
      let end = start + bursts.hours.length
      let rate = bursts.pushesPerDay * bursts.customersPerPush / Double(bursts.hours.length)
      for place in fine.indices {
        fine[place] +=
          rate * Double((start..<end).clamped(to: place * 900..<place * 900 + 900).count)
      }
    }
    // From quarter hours to the stretches asked for, evenly within each.
    return (0..<86_400 / step).map { place in
      let span = place * step..<(place + 1) * step
      return (span.lowerBound / 900...(span.upperBound - 1) / 900).reduce(0) { sum, quarter in
        let part = span.clamped(to: quarter * 900..<(quarter + 1) * 900).count
        return sum + fine[quarter] * Double(part) / 900
      }
    }
  }
}

extension Scenario {
  /// Share of each stretch of the horizon's first day in which customers are served, or wait to be: all of
  /// it unless closed hours lose them.
  fileprivate func openShares(step: Int) -> [Double] {
    guard closedHours == .lost else { return Array(repeating: 1, count: 86_400 / step) }
    let day = horizon.first
    let spans = [(day.advanced(by: -1), -86_400), (day, 0)].flatMap { date, offset in
      serviceWindow.spans(on: date).map { span in
        let start = span.start.secondsSinceMidnight + offset
        return start..<start + span.length
      }
    }
    return (0..<86_400 / step).map { place in
      let stretch = place * step..<(place + 1) * step
      return Double(spans.reduce(0) { $0 + $1.clamped(to: stretch).count }) / Double(step)
    }
  }
}
