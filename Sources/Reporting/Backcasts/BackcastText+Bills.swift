// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Wording

/// The invoice of the time beside the simulated months.
extension BackcastText {
  func bills(_ bill: BackcastBill) -> TextTable {
    TextTable(
      columns: [
        .init(say("month", "月份"), .left), .init(say("clause", "条款"), .left),
        .init(say("billed", "账单")), .init(say("simulated", "模拟")),
        .init(say("80% of replications", "80% 的模拟")),
      ],
      rows: bill.rows.map { row in
        [
          row.month.description, row.clause,
          style.amount(row.recorded) + (row.isInside ? "  " : " *"), style.amount(row.mean),
          style.amount(row.low) + "–" + style.amount(row.high),
        ]
      })
  }

  /// Where the bill is another than the contract makes of the recorded customers.
  var billSentences: [String] {
    guard let bill = outcome.bill else { return [] }
    var sentences = bill.rows.filter { !$0.isInside }.prefix(6).map(sentence)
    if sentences.isEmpty, !bill.rows.isEmpty {
      sentences.append(
        say(
          "Every line of the invoice lies in the band of the simulated months.",
          "账单各行均在模拟月份的区间之内。"))
    }
    if !bill.leftOut.isEmpty {
      let months = style.list(bill.leftOut.map(\.description))
      sentences.append(
        say(
          "Left out: \(months), of which the record does not have every day.",
          "未对照：\(months)，记录未覆盖其全部日期。"))
    }
    return sentences
  }

  private func sentence(_ row: BackcastBill.Row) -> String {
    let mean = style.amount(row.mean)
    guard let recorded = row.recorded else {
      return say(
        "\(row.month), \(row.clause): the contract makes \(mean) of the simulated month, the invoice has no "
          + "such line.", "\(row.month) \(row.clause)：按合同模拟月份应计 \(mean)，账单没有此行。")
    }
    let hint =
      recorded > row.high
      ? say("more was billed than the contract makes of these customers", "账单高于合同对这些顾客应计的金额")
      : say("less was billed than the contract makes of these customers", "账单低于合同对这些顾客应计的金额")
    return say(
      "\(row.month), \(row.clause): billed \(style.amount(recorded)), simulated \(mean): \(hint); "
        + "`inquiry bill --against` checks it line by line.",
      "\(row.month) \(row.clause)：账单 \(style.amount(recorded))，模拟 \(mean)：\(hint)；可用 "
        + "`inquiry bill --against` 逐行核对。")
  }
}
