// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Wording

/// What would have been advised at past dates beside the usual rules, as tables and a sentence.
package struct DecisionText {
  private let outcome: DecideUseCase.Outcome
  private let style: NumberStyle

  package init(_ outcome: DecideUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  package func text(width: Int) -> String {
    [
      periods.text(width: width), rules.text(width: width),
      TextWidth.wrap(sentence, to: width).joined(separator: "\n") + "\n",
    ].joined(separator: "\n")
  }

  /// One row for each period: what each rule would have chosen, and whether that kept the promise.
  var periods: TextTable {
    let used = outcome.records.map(\.rule)
    return TextTable(
      columns: [.init(say("period", "时段"), .left)] + used.map { .init(name($0)) }
        + [.init(say("hindsight", "事后最少"))],
      rows: outcome.decisions.map { decision in
        ["\(decision.days)"]
          + used.map { rule in
            decision.choice(rule).map { "\($0.size)\($0.isKept ? "" : " ✗")" }
              ?? NumberStyle.missing
          } + [decision.hindsight.map(String.init) ?? NumberStyle.missing]
      })
  }

  var rules: TextTable {
    TextTable(
      columns: [
        .init(say("rule", "方法"), .left), .init(say("kept", "兑现")),
        .init(say("of periods", "时段数")), .init(say("share", "比例")),
        .init(say("95% interval", "95% 区间")),
        .init(say("more than hindsight", "比事后最少多")),
        .init(say("\(unit) a period beyond hindsight", "每时段多花 \(unit)")),
      ],
      rows: outcome.records.map { record in
        [
          name(record.rule), "\(record.kept)", "\(record.periods)",
          style.percent(Double(record.kept) / Double(record.periods), places: 0),
          "\(style.percent(record.keptShare.lowerBound, places: 0))–"
            + style.percent(record.keptShare.upperBound, places: 0),
          record.excess.map { style.percent($0, places: 1) } ?? NumberStyle.missing,
          style.number(record.extraCost),
        ]
      })
  }

  private var unit: String { style.currencySign }

  var sentence: String {
    say(
      "✗: the promise was not kept with the customers who came. Hindsight is the fewest that would have "
        + "kept it. Sizes and costs are those of plan “\(outcome.plan)” and its contract; below zero "
        + "costs less than hindsight, by too few people.",
      "✗：按实际来的顾客未能兑现承诺。事后最少：能兑现承诺的最少规模。规模与费用按方案“\(outcome.plan)”及其合同计；"
        + "费用为负即因人手不足而少花。")
  }

  func name(_ rule: DecisionRule) -> String {
    switch rule {
    case .advice: say("advice", "本工具")
    case .mean: say("in the mean", "按均值")
    case .erlangC: "Erlang C"
    case .meanLoad: say("mean × 1.15", "均值×1.15")
    case .peakLoad: say("peak × 1.5", "峰值×1.5")
    case .lastPeriod: say("last period", "上期")
    }
  }

  private func say(_ english: String, _ chinese: String) -> String {
    Localized(en: english, zh: chinese)[style.language]
  }
}
