// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Planning
import Wording

/// The busiest day by intervals on one clock: arrivals, then who is required and who is on duty, then
/// by how many the recommended plan is over or under, then waiting.
struct DayChart {
  let picture: DayPicture
  let style: NumberStyle
  let looks: PlanLooks
  let title: (String) -> String
  /// The plan whose people are set against what is required.
  private let subject: DayPicture.PlanDay?

  private var starts: [Double] {
    picture.slots.map { Double($0.start.secondsSinceMidnight) / 3600 }
  }

  /// Leaves out the intervals before and after all arrivals and all work.
  ///
  /// - Parameter subject: Key of the plan that the verdict is about; the first one where it is nil.
  init(
    picture: DayPicture, style: NumberStyle, looks: PlanLooks, subject: String?,
    title: @escaping (String) -> String
  ) {
    self.style = style
    self.looks = looks
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
        live.plans[index].required = kept(picture.plans[index].required)
        live.plans[index].meanWait = kept(picture.plans[index].meanWait)
        live.plans[index].abandonment = kept(picture.plans[index].abandonment)
      }
    }
    self.picture = live
    self.subject = live.plans.first { $0.plan == subject } ?? live.plans.first
  }
  private var edges: [Double] { starts + [(starts.last ?? 0) + slotHours] }
  private var slotHours: Double { starts.count > 1 ? starts[1] - starts[0] : 0.5 }
  private var hours: ClosedRange<Double> {
    let first = starts.first ?? 0
    return first...max(first + 1, edges.last ?? 24)
  }

  /// One picture for each of arrivals, staffing, over and under, and waiting.
  var markups: [Markup] {
    guard !picture.slots.isEmpty else { return [] }
    return [arrivals, staffing] + (net.map { [$0] } ?? []) + [waiting]
  }

  var keys: [LegendKey] {
    let net =
      hasRequired
      ? [
        LegendKey(say("required by formula", "公式所需人数"), mark: .area),
        LegendKey(say("over", "富余"), mark: .bar),
        LegendKey(say("short", "不足"), series: Palette.short, mark: .bar),
      ] : []
    return looks.legend(picture.plans.map(\.plan), title: title) + net
  }

  /// What is set against each other in the second and third picture, for the caption.
  var note: String {
    guard hasRequired, let subject else { return "" }
    let name = title(subject.plan)
    return say(
      " Required and over or short are those of “\(name)”: agents that a queueing formula asks for "
        + "in a steady interval, by the targets; what one interval leaves to the next it does not see.",
      "所需与富余、不足均指“\(name)”：所需为排队公式按目标对每个时段（视为稳态）算得的人数，未计上一时段遗留的排队。")
  }

  private var hasRequired: Bool { subject.map { !$0.required.isEmpty } ?? false }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  private var ticks: [(value: Double, label: String)] {
    stride(from: hours.lowerBound.rounded(.up), through: hours.upperBound, by: 2).map {
      ($0, "\(Int($0)):00")
    }
  }

  private var arrivals: Markup {
    let top = AxisTicks.ceiling(picture.slots.map(\.arrivals).max() ?? 1, count: 4)
    var plot = Plot(x: hours, y: 0...top, height: 170)
    let name = say("inquiries per interval", "每时段咨询量")
    grid(&plot, 0...top, name)
    for (index, slot) in picture.slots.enumerated() {
      plot.bar(
        from: starts[index], to: edges[index + 1], height: slot.arrivals, series: Palette.neutral,
        tooltip: "\(slot.start): \(style.number(slot.arrivals, places: 1))")
    }
    plot.verticalTicks(ticks)
    return plot.svg(summary: name)
  }

  private var staffing: Markup {
    let name = say("agents required and on duty", "所需与在岗客服人数")
    let required = subject?.required ?? []
    let largest =
      (picture.plans.flatMap(\.staffed) + required).filter(\.isFinite).max() ?? 1
    let top = AxisTicks.ceiling(largest, count: 4)
    var plot = Plot(x: hours, y: 0...top, height: 190)
    grid(&plot, 0...top, name, ofPeople: true)
    for (index, value) in required.enumerated() {
      plot.area([(edges[index], value), (edges[index + 1], value)], series: Palette.neutral)
    }
    plot.steps(required, edges: edges, series: Palette.neutral, tooltip: name)
    for plan in drawn {
      plot.steps(
        plan.staffed, edges: edges, series: looks.series(plan.plan), tooltip: title(plan.plan),
        isStrong: looks.isRecommended(plan.plan))
    }
    plot.verticalTicks(ticks)
    return plot.svg(summary: name)
  }

  /// On duty less required, of one plan.
  private var net: Markup? {
    guard hasRequired, let subject else { return nil }
    let values = zip(subject.staffed, subject.required).map { $0 - $1 }
    let low = min(0, values.min() ?? 0)
    let high = max(low < 0 ? 0 : 1, values.max() ?? 0)
    let name = say(
      "“\(title(subject.plan))”: agents over or short", "“\(title(subject.plan))”：富余或不足的人数")
    let bottom = low < 0 ? -AxisTicks.ceiling(-low, count: 3) : 0
    let top = high > 0 ? AxisTicks.ceiling(high, count: 3) : 0
    var plot = Plot(x: hours, y: bottom...top, height: 150)
    grid(&plot, bottom...top, name, ofPeople: true)
    for (index, value) in values.enumerated() {
      plot.bar(
        from: edges[index], to: edges[index + 1], reaching: value,
        series: value < 0 ? Palette.short : Palette.neutral,
        tooltip: "\(picture.slots[index].start): \(style.number(value, places: 1))")
    }
    plot.level(at: 0)
    plot.verticalTicks(ticks)
    return plot.svg(summary: name)
  }

  private var waiting: Markup {
    let name = say("mean wait, minutes", "平均等待（分钟）")
    let values = { (plan: DayPicture.PlanDay) in plan.meanWait.map { $0 / 60 } }
    let top = AxisTicks.ceiling(
      picture.plans.flatMap(values).filter(\.isFinite).max() ?? 1, count: 4)
    var plot = Plot(x: hours, y: 0...top, height: 190)
    grid(&plot, 0...top, name)
    let middles = starts.map { $0 + slotHours / 2 }
    for plan in drawn {
      plot.curve(
        zip(middles, values(plan)).map { (x: $0, y: $1) }, series: looks.series(plan.plan),
        tooltip: title(plan.plan), isStrong: looks.isRecommended(plan.plan))
    }
    plot.verticalTicks(ticks)
    return plot.svg(summary: name)
  }

  /// The recommended plan last, over the others.
  private var drawn: [DayPicture.PlanDay] {
    looks.drawn(picture.plans.map(\.plan)).compactMap { name in
      picture.plans.first { $0.plan == name }
    }
  }

  /// - Parameter ofPeople: Whether there are no halves on the axis.
  private func grid(
    _ plot: inout Plot, _ range: ClosedRange<Double>, _ name: String, ofPeople: Bool = false
  ) {
    let whole = AxisTicks.round(in: range, count: 4).filter { !ofPeople || $0 == $0.rounded() }
    let levels = whole.isEmpty ? [range.lowerBound, range.upperBound] : whole
    plot.horizontalGrid(levels, title: name) {
      style.number($0, places: AxisTicks.places(levels))
    }
  }
}
