// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Measures
import Scenarios
import Wording

/// Required people over the days: what was found as an area, formulas as steps, and below it the
/// expected inquiries.
struct RequirementChart {
  let requirement: Requirement
  /// Of the plan as it is; nil where that is not known.
  let onDuty: StaffProfile?
  let words: RequirementText
  let style: NumberStyle

  private var hours: Double { Double(requirement.question.scenario.interval.seconds) / 3600 }
  private var edges: [Double] {
    (0...requirement.isOpen.count).map { Double($0) * hours }
  }
  private var range: ClosedRange<Double> { 0...max(1, edges.last ?? 1) }

  private func total(_ profile: StaffProfile) -> [Double] {
    requirement.isOpen.indices.map { place in
      Double(profile.counts.reduce(0) { $0 + $1[place] })
    }
  }

  /// What is drawn as lines: every method's people, then the plan's own.
  private var lines: [(name: String, counts: [Double])] {
    requirement.candidates.map { (words.name($0.method), total($0.profile)) }
      + [onDuty].compactMap(\.self).map {
        (Localized(en: "on duty in the plan", zh: "方案在岗")[style.language], total($0))
      }
  }

  var staffing: Markup {
    let name = Localized(en: "people on duty", zh: "在岗人数")[style.language]
    let all = lines
    let top = AxisTicks.ceiling(all.flatMap(\.counts).max() ?? 1, count: 4)
    var plot = Plot(x: range, y: 0...top, height: 240)
    let levels = AxisTicks.round(in: 0...top, count: 4).filter { $0 == $0.rounded() }
    plot.horizontalGrid(levels, title: name) { style.number($0) }
    if let found = all.first {
      for (place, value) in found.counts.enumerated() {
        plot.area(
          [(edges[place], value), (edges[place + 1], value)], series: Palette.neutral)
      }
    }
    for (index, line) in all.enumerated().reversed() {
      plot.steps(
        line.counts, edges: edges, series: index, tooltip: line.name, isStrong: index == 0)
    }
    plot.verticalTicks(DayTicks.hours(of: requirement.question.days))
    return plot.svg(summary: name)
  }

  var inquiries: Markup {
    let name = Localized(en: "expected inquiries per interval", zh: "每时段预期咨询量")[style.language]
    let top = AxisTicks.ceiling(requirement.inquiries.max() ?? 1, count: 4)
    var plot = Plot(x: range, y: 0...top, height: 150)
    plot.horizontalGrid(AxisTicks.round(in: 0...top, count: 4), title: name) { style.number($0) }
    for (place, count) in requirement.inquiries.enumerated() {
      plot.bar(
        from: edges[place], to: edges[place + 1], height: count, series: Palette.neutral,
        tooltip:
          "\(requirement.date(of: place)) \(requirement.start(of: place)): "
          + style.number(count, places: 1))
    }
    plot.verticalTicks(DayTicks.hours(of: requirement.question.days))
    return plot.svg(summary: name)
  }

  var keys: [LegendKey] {
    lines.enumerated().map { index, line in LegendKey(line.name, series: index) }
  }
}
