// SPDX-License-Identifier: GPL-3.0-or-later

/// Headings as Chinese spreadsheets have them, for the columns of recorded files.
package enum ChineseHeadings {
  /// Of recorded usage, by date or month or contact by contact; several may mean one column.
  package static let usage = [
    "日期": "date", "月份": "month", "月": "month", "小时": "hour", "咨询类型": "inquiry_type",
    "类型": "inquiry_type", "咨询量": "inquiries", "日均咨询量": "inquiries_per_day",
    "到达量": "arrived", "进线量": "arrived", "应答量": "answered", "接待量": "answered",
    "计费量": "billable", "去重顾客日": "customer_days", "订单": "orders", "订单数": "orders",
    "订单量": "orders", "销售额": "sales", "成交额": "sales", "退款": "refunds", "退款额": "refunds",
    "客服组": "group", "班次类型": "shift_kind", "坐席": "seats", "坐席数": "seats", "班次": "shifts",
    "班次数": "shifts", "工时": "hours", "全店销售额": "shop_sales", "静默销售额": "silent_sales",
    "全店退款额": "shop_refunds", "指标": "result", "指标值": "value", "币种": "currency",
    "到达时间": "arrived_at", "进线时间": "arrived_at", "顾客": "customer", "结果": "outcome",
    "首次回复秒数": "first_reply_seconds", "会话秒数": "duration_seconds",
  ]

  /// Of a received invoice.
  package static let invoice = [
    "月份": "month", "月": "month", "账期": "month", "条款": "clause", "项目": "clause",
    "收费项目": "clause", "数量": "quantity", "单价": "price", "金额": "amount", "币种": "currency",
  ]

  /// `60秒内应答量` of usage: those answered within so many seconds.
  private static let within = "秒内应答量"

  /// A column's own name for a heading, which may name what it is about behind a colon, full-width or
  /// not; the heading itself where it is none of the list.
  static func column(_ heading: String, _ list: [String: String]) -> String {
    let end = heading.firstIndex { $0 == ":" || $0 == "：" } ?? heading.endIndex
    let word = heading[..<end].filter { !$0.isWhitespace }
    guard let name = list[word] ?? answered(word) else { return heading }
    let subject = heading[end...].split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "：" })
    return ([name] + subject.dropFirst().map(String.init)).joined(separator: ":")
  }

  private static func answered(_ word: String) -> String? {
    guard word.hasSuffix(within), let seconds = Int(word.dropLast(within.count)) else {
      return nil
    }
    return "answered_within_\(seconds)"
  }
}
