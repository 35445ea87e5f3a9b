// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Planning
import Wording

/// The busiest day by intervals: arrivals, then staffing, then waiting, on one clock.
struct DayChart {
  let picture: DayPicture
  let style: NumberStyle
  let title: (String) -> String

  private var starts: [Double] {
    picture.slots.map { Double($0.start.secondsSinceMidnight) / 3600 }
  }

  /// Leaves out the intervals before and after all arrivals and all work.
  init(picture: DayPicture, style: NumberStyle, title: @escaping (String) -> String) {
    self.style = style
    self.title = title
    let isLive = picture.slots.indices.map { slot in
      picture.slots[slot].arrivals > 0
        || picture.plans.contains { $0.staffed.indices.contains(slot) && $0.staffed[slot] > 0 }
    }
    var live = picture
    if let first = isLive.firstIndex(of: true), let last = isLive.lastIndex(of: true) {
      let kept = { (values: [Double]) in Array(values.dropFirst(first).prefix(last - first + 1)) }
      live.slots = Array(picture.slots[first...last])
      for index in live.plans.indices {
        live.plans[index].staffed = kept(picture.plans[index].staffed)
        live.plans[index].meanWait = kept(picture.plans[index].meanWait)
        live.plans[index].abandonment = kept(picture.plans[index].abandonment)
      }
    }
    self.picture = live
  }
  private var edges: [Double] { starts + [(starts.last ?? 0) + slotHours] }
  private var slotHours: Double { starts.count > 1 ? starts[1] - starts[0] : 0.5 }
  private var hours: ClosedRange<Double> {
    let first = starts.first ?? 0
    return first...max(first + 1, edges.last ?? 24)
  }

  /// One picture for arrivals, staffing and waiting each.
  var markups: [Markup] {
    guard !picture.slots.isEmpty else { return [] }
    return [arrivals, staffing, waiting]
  }

  private var ticks: [(value: Double, label: String)] {
    stride(from: hours.lowerBound.rounded(.up), through: hours.upperBound, by: 2).map {
      ($0, "\(Int($0)):00")
    }
  }

  private var arrivals: Markup {
    let top = AxisTicks.ceiling(picture.slots.map(\.arrivals).max() ?? 1, count: 4)
    var plot = Plot(x: hours, y: 0...top, height: 190)
    let name = Localized(en: "inquiries per interval", zh: "每时段咨询量")[style.language]
    let levels = AxisTicks.round(in: 0...top, count: 4)
    plot.horizontalGrid(levels, title: name) {
      style.number($0, places: AxisTicks.places(levels))
    }
    for (index, slot) in picture.slots.enumerated() {
      plot.bar(
        from: starts[index], to: edges[index + 1], height: slot.arrivals, series: 0,
        tooltip: "\(slot.start): \(style.number(slot.arrivals, places: 1))")
    }
    plot.verticalTicks(ticks)
    return plot.svg(summary: name)
  }

  private var staffing: Markup {
    let name = Localized(en: "agents on duty", zh: "在岗客服人数")[style.language]
    return lines(name, { $0.staffed }, stepped: true)
  }

  private var waiting: Markup {
    let name = Localized(en: "mean wait, minutes", zh: "平均等待（分钟）")[style.language]
    return lines(name, { $0.meanWait.map { $0 / 60 } }, stepped: false)
  }

  private func lines(
    _ name: String, _ values: (DayPicture.PlanDay) -> [Double], stepped: Bool
  ) -> Markup {
    let largest = picture.plans.flatMap(values).filter(\.isFinite).max() ?? 1
    let top = AxisTicks.ceiling(largest, count: 4)
    var plot = Plot(x: hours, y: 0...top, height: 190)
    let levels = AxisTicks.round(in: 0...top, count: 4)
    plot.horizontalGrid(levels, title: name) {
      style.number($0, places: AxisTicks.places(levels))
    }
    for (index, plan) in picture.plans.enumerated() {
      if stepped {
        plot.steps(values(plan), edges: edges, series: index, tooltip: title(plan.plan))
      } else {
        let middles = starts.map { $0 + slotHours / 2 }
        plot.curve(
          zip(middles, values(plan)).map { (x: $0, y: $1) }, series: index,
          tooltip: title(plan.plan))
      }
    }
    plot.verticalTicks(ticks)
    return plot.svg(summary: name)
  }
}
