// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import DemandFitting
import Foundation
package import Reporting
import Scenarios
import Wording

/// A fit as one page with pictures that needs no other file: `fit.html`.
package struct FitPage: Sendable {
  let report: FitReport
  let words: FitWords
  let version: String

  package init(_ report: FitReport, style: NumberStyle, version: String) {
    self.report = report
    words = FitWords(style: style)
    self.version = version
  }

  /// The whole document; well-formed XML as well as HTML.
  package var text: String {
    let title = words.say("What \(report.source) tells", "\(report.source) 说明了什么")
    return Markup.page(title, words.style.language) { body in
      body.element("header") { header in
        header.element("h1", text: title)
        header.element("p", ["class": "soft"], text: origin)
      }
      remarks(&body)
      figures(&body)
      pictures(&body)
      body.element("footer") { footer in
        footer.element(
          "p",
          text: words.say(
            "All pictures are of the fit to the past; how well it forecasts is told by "
              + "inquiry backtest. inquiry \(version)",
            "以上图形均为对历史的拟合；预测的好坏请用 inquiry backtest 检验。inquiry \(version)"))
      }
    }
  }

  private var origin: String {
    let (first, last) = (report.model.first, report.model.last)
    let days = words.style.count(report.model.knownDays)
    let minutes = report.model.interval / 60
    return words.say(
      "\(first) to \(last) · \(days) days with data · counted per "
        + (minutes == 1440 ? "day" : minutes == 60 ? "hour" : "\(minutes) minutes")
        + " · belief while data are few: \(report.model.prior.name)",
      "\(first) 至 \(last) · 有数据 \(days) 天 · 计数间隔"
        + (minutes == 1440 ? "为一天" : " \(minutes) 分钟") + " · 数据不足时的先验：\(report.model.prior.name)")
  }

  private func remarks(_ body: inout Markup) {
    let sentences = FitRemarkText.sentences(
      report.model, hasService: report.service != nil, language: words.style.language)
    body.element("section") { section in
      section.element("h2", text: words.say("What the data cannot tell", "数据不能说明的"))
      guard !sentences.isEmpty else {
        section.element(
          "p", text: words.say("Nothing stood out.", "没有值得注意之处。"))
        return
      }
      section.element("ul") { list in
        for sentence in sentences { list.element("li", text: sentence) }
      }
    }
  }

  private func figures(_ body: inout Markup) {
    let demand = report.model.seasonalDemand
    let style = words.style
    var rows = [
      [
        words.say("level after the history, inquiries a day", "历史之后的水平，日咨询量"),
        style.number(demand.dailyMean, places: demand.dailyMean < 100 ? 1 : 0),
      ]
    ]
    if let growth = report.model.growthPerYear {
      rows.append([
        words.say("growth: last eight weeks against a year before", "增长：最近八周与一年前相比"),
        style.percent(growth),
      ])
    }
    rows += [
      [
        words.say("busyness of a day strays by (one deviation)", "单日忙碌程度的波动（一个标准差）"),
        style.percent(report.model.dayVariance.squareRoot()),
      ],
      [
        words.say("busy days follow busy days: correlation", "忙日接忙日：相关系数"),
        style.number(report.model.dayCorrelation, places: 2),
      ],
    ]
    if report.model.interval < 86_400 {
      rows.append([
        words.say("an interval's own noise beside that (one deviation)", "时段自身的额外波动（一个标准差）"),
        style.percent(report.model.slotVariance.squareRoot()),
      ])
    }
    let days = report.diagnostics.calibration.days
    if report.diagnostics.calibration.dayCount > 0 {
      rows.append([
        words.say("days inside their 80% band", "落在 80% 区间内的天数占比"),
        style.percent(days[1..<9].reduce(0, +)),
      ])
    }
    body.element("section") { section in
      section.element("h2", text: words.say("The fit in figures", "拟合结果"))
      section.table(
        TextTable(
          columns: [
            .init(words.say("estimated", "估计量"), .left), .init(words.say("value", "数值")),
          ], rows: rows))
    }
  }
}
