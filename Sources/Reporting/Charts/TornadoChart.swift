// SPDX-License-Identifier: GPL-3.0-or-later

import Planning

/// Bars of the favourite's lead with each assumption moved down and up, the widest on top.
struct TornadoChart {
  let exploration: Exploration
  let style: NumberStyle

  /// Most bars drawn.
  static let most = 12

  private var words: ExplorationWords {
    ExplorationWords(exploration: exploration, style: style)
  }

  /// The colour of the plan whose lead is moved.
  private var favourite: Int {
    exploration.favourite.map(words.looks.series) ?? Palette.neutral
  }

  var keys: [LegendKey] {
    let name = exploration.favourite.map(words.title) ?? ""
    return [
      LegendKey(
        words.say("\(name) stays the cheapest", "“\(name)”仍最便宜"), series: favourite, mark: .bar),
      LegendKey(
        words.say("another plan becomes the cheapest", "其他方案更便宜"), series: Palette.short,
        mark: .bar),
    ]
  }

  var markup: Markup? {
    let words = words
    let bars = exploration.tornado.prefix(Self.most).compactMap { row in
      row.leadAtLow.flatMap { low in row.leadAtHigh.map { (row, low, $0) } }
    }
    let ends = bars.flatMap { [$0.1, $0.2] }
    guard let low = ends.min(), let high = ends.max() else { return nil }
    let room = max((high - low) * 0.05, 1)
    let domain = min(0, low - room)...max(0, high + room)
    let rows = Double(bars.count)
    var plot = Plot(x: domain, y: 0...rows, height: 66 + rows * 34, left: 250)
    plot.verticalTicks(
      AxisTicks.round(in: domain, count: 6).map { ($0, style.amount($0)) },
      title: words.say("lead over the cheapest other plan", "相对最便宜的其他方案的领先额"))
    plot.rule(at: 0, label: "0")
    for (index, bar) in bars.enumerated() {
      let level = rows - Double(index) - 0.5
      let name = words.name(bar.0.assumption)
      for (row, line) in TextWidth.wrap(name, to: 36).prefix(2).enumerated() {
        plot.label(line, level: level, dy: 1 + Double(row) * 13)
      }
      let (least, most) = (min(bar.1, bar.2), max(bar.1, bar.2))
      plot.range(
        low: least, boxLow: least, centre: bar.2, boxHigh: most, high: most, level: level,
        thickness: 16, series: least < 0 ? Palette.short : favourite,
        tooltip: "\(name): \(style.amount(bar.1)) – \(style.amount(bar.2))")
    }
    return plot.svg(summary: words.say("What moves the lead", "什么会改变领先"))
  }
}
