// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Pricing
package import Wording

/// The published price lists as a page, with the fact that each price comes from.
package enum RateCardReference {
  package static func markdown(_ language: Language) -> String {
    head[language] + "\n" + RateCard.all.map { "\n" + table($0, language) }.joined()
  }

  private static let head = Localized(
    en: """
      # Rate cards

      Published prices in yuan, with the fact that each comes from; where the fact names no number the \
      price is an assumption. A contract can name a price instead of writing it: \
      `monthly_price: dedicated_seat` takes the usual one, `dedicated_seat.low` and `dedicated_seat.high` \
      the ends of the range; percentages likewise, as in `commission: commission.high`. A clause that is \
      only named has the usual prices of the reference card.
      """,
    zh: """
      # 价目表

      公开价格（元）及其出处；原文未给出数字的为假设。合同中可以写价目名称代替数字：`monthly_price: dedicated_seat` \
      取常用价，`dedicated_seat.low` 与 `dedicated_seat.high` 取区间两端；百分比同理，如 \
      `commission: commission.high`。只写条款名称时，采用参考价目表的常用价。
      """)

  private static func table(_ card: RateCard, _ language: Language) -> String {
    let columns = Localized(
      en: "| name | low | usual | high | unit | source |",
      zh: "| 名称 | 低 | 常用 | 高 | 单位 | 出处 |")[language]
    let rows = card.entries.map { entry in
      let assumed = entry.isAssumption ? Localized(en: ", assumed", zh: "，假设")[language] : ""
      let values = RateCard.Level.allCases.map { entry.value($0).description }
      return "| `\(entry.name)` | \(values.joined(separator: " | ")) | `\(entry.unit.rawValue)` | "
        + "\(entry.source)\(assumed) |\n"
    }
    return "## `\(card.name)`\n\n\(columns)\n|---|---|---|---|---|---|\n" + rows.joined()
  }
}
