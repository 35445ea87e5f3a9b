// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Planning
import Wording

/// An exploration as one page with pictures: `exploration.html`.
struct ExplorationPage {
  let exploration: Exploration
  let style: NumberStyle
  let version: String

  private var words: ExplorationWords {
    ExplorationWords(exploration: exploration, style: style)
  }

  var text: String {
    let comparison = exploration.comparison
    return Markup.page(comparison.scenarioName, style.language) { body in
      body.element("header") { header in
        header.element("h1", text: comparison.scenarioName)
        header.element(
          "p", ["class": "soft"],
          text: words.say(
            "Around the comparison of \(comparison.horizon.first) to \(comparison.horizon.last): what "
              + "moves it, what it is worth, what else there is",
            "围绕 \(comparison.horizon.first) 至 \(comparison.horizon.last) 的比较：什么会改变它、值多少、还有什么选择"))
      }
      content(&body)
      body.element("footer") { footer in
        footer.element(
          "p",
          text: words.say(
            "Seed \(comparison.seed) · scenario \(comparison.scenarioHash) · inquiry \(version)",
            "种子 \(comparison.seed) · 场景 \(comparison.scenarioHash) · inquiry \(version)"))
      }
    }
  }

  /// Pictures and tables, wherever the page stands.
  func content(_ body: inout Markup) {
    pictures(&body)
    for section in ExplorationText(exploration, style: style).sections {
      body.element("section") { part in
        part.element("h2", text: section.title)
        part.table(section.table)
        part.element("p", ["class": "soft"], text: section.note)
      }
    }
  }

  private func pictures(_ body: inout Markup) {
    let share = style.percent(exploration.span, places: 0)
    let tornado = TornadoChart(exploration: exploration, style: style)
    body.picture(
      words.say("What moves the lead", "什么会改变领先"), [tornado.markup].compactMap(\.self),
      caption: words.say(
        "Each assumption alone at −\(share) and +\(share); the mark is at +\(share). Bars that reach "
          + "below zero change the cheapest plan.",
        "各假设单独变动 −\(share) 与 +\(share)，竖线为 +\(share)。伸到零以下的条会改变最便宜的方案。"),
      keys: tornado.keys)
    if let surface = exploration.surface {
      let chart = SurfaceChart(surface: surface, words: words)
      body.picture(
        words.say("Volume × seasonality", "咨询量 × 季节强度"), [chart.markup].compactMap(\.self),
        caption: words.say(
          "Dots have the colour of the cheapest plan. The line is where the cheapest plan by volume and "
            + "the cheapest by seats cost the same.",
          "圆点颜色为该处最便宜的方案；折线为按量与按坐席方案费用相同之处。"),
        keys: chart.keys)
    }
    let efficient = words.say(
      "Every plan, size tried and mix; the line joins those that no other dominates.",
      "每个方案、试过的规模与组合；折线连接有效选择。")
    let service = FrontierChart(
      points: exploration.frontier, words: words, gain: \.service,
      isEfficient: \.isEfficientForService,
      title: style.name(Frontier.service), label: { style.percent($0, places: $1) })
    body.picture(
      words.say("Cost against service", "费用与服务"), [service.markup].compactMap(\.self),
      caption: efficient, keys: service.keys)
    let result = FrontierChart(
      points: exploration.frontier, words: words, gain: \.netResult,
      isEfficient: \.isEfficientForNetResult, title: words.say("net result", "净结果"),
      label: { value, _ in style.amount(value) })
    body.picture(
      words.say("Cost against net result", "费用与净结果"), [result.markup].compactMap(\.self),
      caption: efficient, keys: result.keys)
  }
}
