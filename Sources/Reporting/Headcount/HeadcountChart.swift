// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Scenarios
import Wording

/// Heads by month as bars, the need at the busiest interval as a line.
struct HeadcountChart {
  let outcome: HeadcountUseCase.Outcome
  let style: NumberStyle

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  var heads: Markup {
    let best = outcome.plans[0]
    let months = best.year.staff.months
    let supplies = best.supplies.indices.map { best.people($0).map(Double.init) }
    let needs = months.indices.map { Double(best.year.peakNeed(in: $0)) }
    let name = say("people", "人数")
    let top = AxisTicks.ceiling(
      max(1, (supplies.flatMap(\.self) + needs).max() ?? 1), count: 4)
    var plot = Plot(x: 0...Double(months.count), y: 0...top, height: 260)
    plot.horizontalGrid(
      AxisTicks.round(in: 0...top, count: 4).filter { $0 == $0.rounded() }, title: name
    ) { style.number($0) }
    let width = 0.8 / Double(max(1, supplies.count))
    for (supply, people) in supplies.enumerated() {
      for (month, count) in people.enumerated() where count > 0 {
        let start = Double(month) + 0.1 + Double(supply) * width
        plot.bar(
          from: start, to: start + width, height: count, series: supply,
          tooltip: "\(months[month].first.yearMonth): \(keys[supply].name) \(style.number(count))")
      }
    }
    plot.steps(
      needs, edges: (0...months.count).map(Double.init), series: supplies.count,
      tooltip: say("needed at once", "同时需要"), isStrong: true)
    plot.verticalTicks(
      months.enumerated().map { index, month in
        (Double(index) + 0.5, String(month.first.yearMonth.description.suffix(5)))
      })
    return plot.svg(summary: name)
  }

  /// Cost against people in reserve, one curve for each promotion.
  var reserve: Markup? {
    let reserves = outcome.reserves
    guard let most = reserves.map(\.curve.points.count).max(), most > 1 else { return nil }
    let top = AxisTicks.ceiling(
      max(1, reserves.flatMap { $0.curve.points.map(\.cost) }.max() ?? 1), count: 4)
    var plot = Plot(x: 0...Double(most - 1), y: 0...top, height: 240)
    plot.horizontalGrid(AxisTicks.round(in: 0...top, count: 4), title: say("yuan", "元")) {
      style.number($0)
    }
    for (series, reserve) in reserves.enumerated() {
      let name = PromotionName.text(reserve.promotion, style.language)
      plot.curve(
        reserve.curve.points.map { (Double($0.people), $0.cost) }, series: series, tooltip: name)
      if let choice = reserve.curve.choice {
        plot.ring(
          x: Double(choice.people), y: choice.cost,
          tooltip: "\(name): \(choice.people), \(style.amount(choice.cost))")
      }
    }
    plot.verticalTicks(
      (0..<most).map { (Double($0), "\($0)") }, title: say("people in reserve", "后备人数"))
    return plot.svg(summary: say("cost of a reserve", "后备成本"))
  }

  var keys: [LegendKey] {
    let words = HeadcountText(outcome, style: style)
    let supplies = outcome.plans[0].supplies.indices
    return supplies.map { LegendKey(words.who($0), series: $0, mark: .bar) }
      + [LegendKey(say("needed at once", "同时需要"), series: supplies.count, isStrong: true)]
  }

  var reserveKeys: [LegendKey] {
    outcome.reserves.enumerated().map { series, reserve in
      LegendKey(PromotionName.text(reserve.promotion, style.language), series: series)
    }
  }
}
