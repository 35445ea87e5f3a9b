// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Plans
import Scenarios
import Wording

/// People on duty over the days as an area, the need by interval as a line.
struct StaffPlanChart {
  let outcome: PlanUseCase.Outcome
  let style: NumberStyle

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  private var requirement: Requirement { outcome.plans[0].planned.requirement }

  private func total(_ profile: StaffProfile?) -> [Double] {
    requirement.isOpen.indices.map { place in
      Double((profile?.counts ?? []).reduce(0) { $0 + $1[place] })
    }
  }

  var staffing: Markup {
    let hours = Double(outcome.scenario.interval.seconds) / 3600
    let edges = (0...requirement.isOpen.count).map { Double($0) * hours }
    let onDuty = total(outcome.plans[0].planned.proof?.profile)
    let needed = total(requirement.found.profile)
    let name = say("people", "人数")
    let top = AxisTicks.ceiling(max(1, (onDuty + needed).max() ?? 1), count: 4)
    var plot = Plot(x: 0...max(1, edges.last ?? 1), y: 0...top, height: 240)
    let levels = AxisTicks.round(in: 0...top, count: 4).filter { $0 == $0.rounded() }
    plot.horizontalGrid(levels, title: name) { style.number($0) }
    for (place, value) in onDuty.enumerated() where value > 0 {
      plot.area([(edges[place], value), (edges[place + 1], value)], series: Palette.neutral)
    }
    plot.steps(needed, edges: edges, series: 0, tooltip: say("need", "需求"), isStrong: true)
    plot.verticalTicks(DayTicks.hours(of: outcome.days))
    return plot.svg(summary: name)
  }

  var keys: [LegendKey] {
    [
      LegendKey(say("on duty", "在岗"), series: Palette.neutral),
      LegendKey(say("need by interval", "逐时段需求"), series: 0),
    ]
  }
}
