// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Planning
import Scenarios
import Wording

/// What makes the horizons that may come differ, as a table.
struct SpreadText {
  let split: SpreadSplit
  let style: NumberStyle

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  var heading: String { say("What makes horizons differ", "各种可能情形为何不同") }

  var note: String {
    say(
      "Shares are of the variance, ± a standard error. Estimate: level, growth, hours and promotions, "
        + "which a longer history would tell better. Days: busy and quiet days, and those that nothing "
        + "announces. Chance: who comes when, and how long each takes.",
      "份额为方差占比，± 为标准误。估计：水平、增长、时段与促销，历史越长越准。"
        + "逐日：忙日、闲日与突发日。偶然：谁何时来、每次谈多久。")
  }

  var table: TextTable {
    TextTable(
      columns: [
        .init(say("Figure", "数字"), .left), .init(say("mean", "均值")),
        .init(say("± deviation", "± 标准差")), .init(say("estimate", "估计")),
        .init(say("days", "逐日")), .init(say("chance", "偶然")),
      ],
      rows: split.figures.map { figure in
        [
          figure.quantity.name(style), value(figure.mean, figure.quantity),
          figure.quantity.deviation(figure.deviation, style),
        ]
          + SpreadSplit.Source.allCases.map { source in
            guard figure.deviation > 0 else { return NumberStyle.missing }
            let part = figure.part(source)
            return "\(style.percent(part.share, places: 0)) "
              + "± \(style.number(part.shareError * 100))"
          }
      })
  }

  private func value(_ value: Double, _ quantity: SpreadSplit.Quantity) -> String {
    switch quantity {
    case .volume: style.number(value)
    case .cost: style.amount(value)
    case .service(let target):
      target.isInSeconds ? style.duration(value) : style.percent(value)
    }
  }
}

extension SpreadSplit.Quantity {
  func name(_ style: NumberStyle) -> String {
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    switch self {
    case .volume: return say("inquiries", "咨询量")
    case .cost: return say("cost", "费用")
    case .service(let target):
      let name = style.name(target.measure)
      switch target.scope {
      case .year: return name
      case .everyMonth: return name + say(", worst month", "（最差月）")
      case .shareOfDays: return name + say(", days kept", "（达标日）")
      }
    }
  }

  /// A deviation in the quantity's unit, of shares in percentage points.
  func deviation(_ value: Double, _ style: NumberStyle) -> String {
    switch self {
    case .volume: return style.number(value)
    case .cost: return style.amount(value)
    case .service(let target):
      guard !target.isInSeconds else { return style.duration(value) }
      let points = style.number(value * 100, places: 1)
      return Localized(en: "\(points) points", zh: "\(points) 个百分点")[style.language]
    }
  }
}
