// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Scenarios

extension Scenario {
  /// Whether the shop's own demand is built from factors that can be made stronger or weaker.
  var hasSeason: Bool {
    demand.contains { stream in
      if case .seasonal = stream.source { !stream.isBackground } else { false }
    }
  }

  /// The scenario with the season of its own streams multiplied and their volume kept.
  ///
  /// Month factors and promotion lifts move away from what changes nothing by `strength`: 0 is an
  /// even year, 1 the scenario, 2 a season twice as strong. Other streams stay.
  func withSeason(_ strength: Double) throws -> Scenario {
    var copy = self
    for index in demand.indices {
      guard !demand[index].isBackground, case .seasonal(var source) = demand[index].source else {
        continue
      }
      let stretch = { (factor: Double, neutral: Double) in
        max(0, neutral + (factor - neutral) * strength)
      }
      let level = source.monthFactors.reduce(0, +) / Double(max(1, source.monthFactors.count))
      source.monthFactors = source.monthFactors.map { stretch($0, level) }
      for wave in source.promotions.indices {
        for phase in source.promotions[wave].phases.indices {
          let lift = source.promotions[wave].phases[phase].lift
          source.promotions[wave].phases[phase].lift = stretch(lift, 1)
        }
      }
      let before = try volume(of: demand[index].source, in: index)
      let after = try volume(of: .seasonal(source), in: index)
      if after > 0 { source.dailyMean *= before / after }
      copy.demand[index].source = .seasonal(source)
    }
    return copy
  }

  private func volume(of source: DemandSource, in stream: Int) throws -> Double {
    var alone = self
    alone.demand = [demand[stream]]
    alone.demand[0].source = source
    return try ArrivalPlan(scenario: alone).expectedVolume()
  }

  /// Daily mean of the busiest calendar month ÷ that of the horizon, ≥ 1; of the own demand.
  func peakToMean() throws -> Double {
    let plan = try ArrivalPlan(scenario: self)
    let days = Array(plan.expectedByDay().dropFirst(plan.warmUpDays))
    let mean = days.reduce(0, +) / Double(max(1, days.count))
    guard mean > 0 else { return 1 }
    var months: [(sum: Double, days: Double)] = []
    for (date, volume) in zip(horizon, days) {
      if date.day == 1 || months.isEmpty { months.append((0, 0)) }
      months[months.count - 1].sum += volume
      months[months.count - 1].days += 1
    }
    return (months.map { $0.sum / $0.days }.max() ?? mean) / mean
  }
}
