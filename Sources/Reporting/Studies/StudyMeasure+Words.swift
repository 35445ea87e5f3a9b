// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Studies
import Wording

extension StudyMeasure {
  var unit: String {
    switch self {
    case .cost, .netResult: MeasureUnit.yuan.rawValue
    case .service(let measure): measure.unit.rawValue
    }
  }

  var places: Int {
    switch self {
    case .cost, .netResult: Places.yuan
    case .service(let measure): Places.of(measure.unit)
    }
  }

  var meaning: Localized {
    switch self {
    case .cost:
      Localized(
        en: "Total of the invoices; empty where the contract has no price for what came",
        zh: "账单合计；合同对该业务量没有报价时为空")
    case .netResult:
      Localized(en: "Gross margin × net sales − cost", zh: "毛利率 × 净销售额 − 成本")
    case .service(let measure):
      measure.definition.columnMeaning
    }
  }

  /// A short name for a column that people read.
  var heading: Localized {
    switch self {
    case .cost: Localized(en: "cost", zh: "成本")
    case .netResult: Localized(en: "net result", zh: "净收益")
    case .service(let measure):
      Localized(
        en: measure.key,
        zh: measure.definition.heading.zh.replacing(" ", with: "").replacing(
          "{T}", with: measure.within.map { Decimals.shortest($0) + "秒" } ?? ""))
    }
  }
}
