// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Wording

/// Share of promises kept against what is spent beyond hindsight, each rule a dot with its 95 % interval.
struct DecisionChart {
  /// What is spent.
  enum Excess: CaseIterable {
    case size, cost

    func value(_ record: RuleRecord) -> Double? {
      switch self {
      case .size: record.excess
      case .cost: record.extraCost
      }
    }
  }

  let outcome: DecideUseCase.Outcome
  let words: DecisionText
  let style: NumberStyle
  let excess: Excess

  private var drawn: [(record: RuleRecord, excess: Double)] {
    outcome.records.compactMap { record in excess.value(record).map { (record, $0) } }
  }

  var keys: [LegendKey] {
    drawn.enumerated().map { index, entry in
      LegendKey(
        words.name(entry.record.rule), series: index, mark: .dots,
        isStrong: entry.record.rule == .advice)
    }
  }

  /// Nil where no rule can be set against hindsight.
  var markup: Markup? {
    let drawn = drawn
    guard let low = drawn.map(\.excess).min(), let high = drawn.map(\.excess).max() else {
      return nil
    }
    let room = max(excess == .size ? 0.05 : 1, (high - low) * 0.08)
    let x = min(0, low) - room...max(0, high) + room
    var plot = Plot(x: x, y: 0...1, height: 280)
    let title = Localized(en: "share of periods kept", zh: "兑现的时段比例")[style.language]
    plot.horizontalGrid([0, 0.2, 0.4, 0.6, 0.8, 1], title: title) {
      style.percent($0, places: 0)
    }
    for (index, (record, excess)) in drawn.enumerated() {
      let name = words.name(record.rule)
      plot.curve(
        [(excess, record.keptShare.lowerBound), (excess, record.keptShare.upperBound)],
        series: index, tooltip: name)
      plot.dot(
        x: excess, y: Double(record.kept) / Double(record.periods), series: index,
        tooltip: "\(name): \(record.kept)/\(record.periods), \(text(excess, places: 1))",
        isStrong: record.rule == .advice)
    }
    plot.verticalTicks(
      AxisTicks.round(in: x, count: 6).map { ($0, text($0, places: 0)) }, title: axis)
    return plot.svg(summary: "\(title): \(axis)")
  }

  private func text(_ value: Double, places: Int) -> String {
    switch excess {
    case .size: style.percent(value, places: places)
    case .cost: style.amount(value)
    }
  }

  private var axis: String {
    switch excess {
    case .size:
      Localized(en: "size beyond hindsight", zh: "超出事后最少的规模")[style.language]
    case .cost:
      Localized(en: "cost of a period beyond hindsight", zh: "每时段比事后最少多花的费用")[style.language]
    }
  }
}
