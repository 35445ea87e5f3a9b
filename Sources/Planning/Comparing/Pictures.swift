// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Measures
import Plans
import Scenarios

/// The year's volume and the busiest day, as they are drawn.
struct Pictures {
  let volume: [VolumeDay]
  let day: DayPicture?

  /// - Parameter plans: Those of the outcomes, in any order.
  init(scenario: Scenario, outcomes: [PlanOutcome], plans: [Plan]) throws {
    let waves = scenario.ownPromotions
    func promotions(on date: CivilDate) -> [String] {
      var names: [String] = []
      for wave in waves where wave.span?.contains(date) ?? false {
        if !names.contains(wave.name) { names.append(wave.name) }
      }
      return names
    }
    let days = outcomes.first?.performance.days ?? []
    volume = days.map {
      VolumeDay(
        date: $0.date, arrivals: $0.measures[.arrivals], promotions: promotions(on: $0.date))
    }
    guard let busiest = volume.max(by: { $0.arrivals < $1.arrivals }), let first = outcomes.first
    else {
      day = nil
      return
    }
    func slots(_ plan: PlanOutcome) -> [IntervalPerformance] {
      plan.performance.intervals.filter { $0.date == busiest.date }
    }
    func need(_ outcome: PlanOutcome) throws -> [Double] {
      guard let plan = plans.first(where: { $0.name == outcome.name }) else { return [] }
      return try RequiredStaff.byInterval(of: plan, on: busiest.date, scenario: scenario)
    }
    day = try DayPicture(
      date: busiest.date, promotions: busiest.promotions,
      slots: slots(first).map { .init(start: $0.start, arrivals: $0.measures[.arrivals]) },
      plans: outcomes.filter(\.isRanked).map { plan in
        let rows = slots(plan)
        return DayPicture.PlanDay(
          plan: plan.name, meanWait: rows.map { $0.measures[.meanWait] },
          staffed: rows.map(\.staffed),
          // Without intervals nothing of the day is drawn.
          required: rows.isEmpty ? [] : try need(plan),
          abandonment: rows.map { $0.measures[.abandonment] })
      })
  }
}

extension Scenario {
  /// The promotions of the shop's own streams, in their order.
  var ownPromotions: [PromotionWave] {
    demand.flatMap { stream -> [PromotionWave] in
      guard !stream.isBackground, case .seasonal(let demand) = stream.source else { return [] }
      return demand.promotions
    }
  }
}
