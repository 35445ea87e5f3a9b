// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money

enum ChineseExplanation {
  static func text(_ explanation: Explanation) -> String {
    switch explanation {
    case .seatDays(let days, let base): "\(days) 个坐席·日 ÷ 当月 \(base) 天"
    case .seatsFrom(let count, let days): "\(count) 个坐席，\(days.first) 至 \(days.last) 服务"
    case .partMonth(let days, let base):
      days == base ? "整月" : "不足整月：服务 \(days) 天 ÷ \(base) 天，首日末日均计"
    case .surcharge(let percentage): "单价加收 \(percentage)"
    case .conversationSurcharge(let percentage, let concerned, let all):
      "\(all) 次咨询中的 \(concerned) 次加收 \(percentage)"
    case .commission(let basis, let wholeShop, let orders):
      commission(basis, wholeShop: wholeShop, orders: orders)
    case .tier(let index, let from, let upTo, let average, let source, let mode):
      "第 \(index + 1) 档（日均 \(range(from, upTo))，\(word(mode))）："
        + "\(word(source))日均 \(decimal(average)) 次"
    case .overflow(let average, let source, let above):
      "超出最高档日均 \(above) 次的部分：\(word(source))日均 \(decimal(average)) 次"
    case .bracket(_, let from, nil, _, _) where from == 0: "统一单价"
    case .bracket(let index, let from, let upTo, let key, let mode):
      "第 \(index + 1) 档（\(word(key)) \(range(from, upTo))，\(word(mode))）"
    case .beyondIncluded(let count, let included, let block):
      "咨询 \(count) 次，扣除包含的 \(decimal(included)) 次" + (block == 1 ? "" : "，每 \(block) 次一档")
    case .shiftKind(let kind): word(kind)
    case .annualFee(let year): "合同第 \(year) 年年费，年初一次付清，不按时间折算"
    case .minimum(let least): "补足最低消费 \(least) 元"
    case .ladder(let step, let value): "考核第 \(step + 1) 档：实测 \(decimal(value, places: 4))"
    case .holidayPay(let shifts, let wages):
      "法定节假日 \(shifts) 个班次：月工资之外另付 \(decimal(wages)) 个日工资"
    case .hiring(let reason, let people):
      "\(word(reason)) \(decimal(people)) 人上岗前的工资"
    case .training(let reason, let people): "\(word(reason)) \(decimal(people)) 人的培训"
    case .own(_, _, let words): words
    }
  }

  private static func commission(
    _ basis: ReadingOptions.SalesBasis, wholeShop: Bool, orders: Int64?
  ) -> String {
    let sales = wholeShop ? "全店销售额（含静默订单）" : "客服成交销售额"
    let refunds = basis == .gross ? "未扣退款" : "已扣退款"
    let value = orders.map { "，提成比例按 \($0) 单的客单价确定" } ?? ""
    return "提成：\(sales)，\(refunds)\(value)"
  }

  private static func range(_ from: ExactDecimal, _ upTo: ExactDecimal?) -> String {
    upTo.map { "\(from) 以上至 \($0) 次（含）" } ?? "\(from) 次以上"
  }

  private static func decimal(_ value: Fraction, places: Int = 2) -> String {
    value.rounded(toPlaces: places).description
  }

  private static func word(_ source: Explanation.AverageSource) -> String {
    switch source {
    case .thisMonth: "本月"
    case .lastMonth: "上月"
    case .agreedStart: "约定起始"
    case .firstMonthItself: "首月"
    }
  }

  private static func word(_ mode: TierMode) -> String {
    switch mode {
    case .slab: "全月按所达一档计价"
    case .graduated: "各档分段计价"
    }
  }

  private static func word(_ key: PerConversationClause.Key) -> String {
    switch key {
    case .eachDay: "每日"
    case .dailyAverage: "日均"
    case .monthTotal: "每月"
    }
  }

  private static func word(_ kind: ShiftKind) -> String {
    switch kind {
    case .ordinary: "平日"
    case .promotion: "大促"
    case .statutoryHoliday: "法定节假日"
    case .night: "夜班"
    }
  }

  private static func word(_ hiring: Explanation.Hiring) -> String {
    switch hiring {
    case .hiredAhead: "按月均人数取整提前招聘"
    case .leaversReplaced: "补充离职"
    }
  }
}
