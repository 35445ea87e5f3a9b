// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Planning
import Wording

/// What was written in closed hours and answered as messages, apart from live chats.
package enum OvernightText {
  /// Nil where no plan answers any.
  package static func table(
    _ plans: [PlanService], style: NumberStyle, name: (PlanService) -> String = { $0.title }
  ) -> TextTable? {
    let rows = plans.compactMap { plan in
      plan.performance.overnight.map { [name(plan)] + cells($0, style) }
    }
    guard !rows.isEmpty else { return nil }
    let headings = [
      Localized(en: "Messages of the night", zh: "夜间留言"), Localized(en: "to answer", zh: "待答复"),
      Localized(en: "answered", zh: "已答复"), Localized(en: "left unread", zh: "未看即流失"),
      Localized(en: "share left", zh: "流失率"), Localized(en: "still waiting", zh: "期末未答复"),
      Localized(en: "mean time from opening", zh: "开门后平均 答复用时"),
    ]
    return TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element[style.language], $0.offset == 0 ? .left : .right)
      }, rows: rows)
  }

  /// Nil where no plan answers any.
  package static func note(_ plans: [PlanService], style: NumberStyle) -> String? {
    guard plans.contains(where: { $0.performance.overnight != nil }) else { return nil }
    return Localized(
      en: "Messages of the night are answered from opening on, after live customers; no figure of "
        + "service above counts them.",
      zh: "夜间留言自开门起、在实时顾客之后答复；以上服务指标均不含留言。")[style.language]
  }

  private static func cells(_ sums: ServiceMeasures, _ style: NumberStyle) -> [String] {
    func count(_ sum: ContactSum) -> String {
      let number = sums.number(of: sum)
      return style.number(number, places: number < 10 ? 1 : 0)
    }
    return [
      count(.count(.arrived)), count(.answered), count(.count(.abandoned)),
      style.value(sums[.abandonment], of: .abandonment), count(.count(.unserved)),
      style.duration(sums[.meanWaitOfAnswered]),
    ]
  }
}
