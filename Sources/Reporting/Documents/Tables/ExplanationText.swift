// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing

extension Explanation {
  /// The kind of charge as a word in files.
  package var key: String {
    switch self {
    case .seatDays: "seat_days"
    case .partMonth: "part_month"
    case .surcharge: "surcharge"
    case .conversationSurcharge: "conversation_surcharge"
    case .commission: "commission"
    case .tier: "tier"
    case .overflow: "overflow"
    case .bracket: "bracket"
    case .beyondIncluded: "beyond_included"
    case .shiftKind(let kind): "shift_" + kind.name
    case .annualFee: "annual_fee"
    case .chargedOnce: "charged_once"
    case .minimum: "minimum"
    case .ladder: "ladder"
    case .wage: "wage"
    case .socialInsurance: "social_insurance"
    case .workplace: "workplace"
    case .equipment: "equipment"
    case .holidayPay: "holiday_pay"
    case .hiring: "hiring"
    case .training: "training"
    }
  }

  /// The reason of a line in words.
  package var sentence: Localized {
    switch self {
    case .seatDays(let days, let base):
      Localized(en: "\(days) seat-days ÷ \(base) days", zh: "\(days) 坐席日 ÷ \(base) 天")
    case .partMonth(let days, let base):
      Localized(en: "\(days) days served ÷ \(base) days", zh: "服务 \(days) 天 ÷ \(base) 天")
    case .surcharge(let share):
      Localized(en: "surcharge of \(share)", zh: "加收 \(share)")
    case .conversationSurcharge(let share, let concerned, let all):
      Localized(
        en: "\(share) on \(concerned) of \(all) inquiries",
        zh: "\(all) 次咨询中的 \(concerned) 次加收 \(share)")
    case .commission(let basis, let wholeShop, let orders):
      Self.commission(basis, wholeShop, orders)
    case .tier(let index, let from, let upTo, let average, let source, let mode):
      Localized(
        en: "tier \(index + 1), \(Self.range(from, upTo, .english)) a day (\(mode.rawValue)); "
          + Self.average(average, source)[.english],
        zh: "第 \(index + 1) 档，日均 \(Self.range(from, upTo, .chinese))（\(mode.words[.chinese])）；"
          + Self.average(average, source)[.chinese])
    case .overflow(let average, let source, let above):
      Localized(
        en: "above the last tier of \(above) a day; " + Self.average(average, source)[.english],
        zh: "超出最高档日均 \(above)；" + Self.average(average, source)[.chinese])
    case .bracket(let index, let from, let upTo, let key, let mode):
      Localized(
        en: "bracket \(index + 1), \(Self.range(from, upTo, .english)) by \(key.words[.english]) "
          + "(\(mode.rawValue))",
        zh: "第 \(index + 1) 段，\(key.words[.chinese]) \(Self.range(from, upTo, .chinese))"
          + "（\(mode.words[.chinese])）")
    case .beyondIncluded(let count, let included, let blockSize):
      Localized(
        en: "\(count) inquiries, \(included) included; beyond them in blocks of \(blockSize)",
        zh: "共 \(count) 次咨询，含 \(included) 次；超出部分每 \(blockSize) 次为一档")
    case .shiftKind(let kind):
      Localized(
        en: "person-shifts: " + kind.name.split(separator: "_").joined(separator: " "),
        zh: kind.words[.chinese] + "班次")
    case .annualFee(let year):
      Localized(en: "annual fee of contract year \(year), paid at once", zh: "合同第 \(year) 年年费，一次付清")
    case .chargedOnce: Localized(en: "charged once", zh: "一次性收取")
    case .minimum(let minimum):
      Localized(en: "up to the minimum of \(minimum) yuan", zh: "补足最低消费 \(minimum) 元")
    case .ladder(let step, let value):
      Localized(
        en: "step \(step + 1) of the ladder, result \(value.rounded(toPlaces: 4))",
        zh: "考核第 \(step + 1) 档，结果 \(value.rounded(toPlaces: 4))")
    case .wage: Localized(en: "wages", zh: "工资")
    case .socialInsurance:
      Localized(en: "employer's social insurance and housing fund", zh: "单位社保与公积金")
    case .workplace: Localized(en: "workplace and network", zh: "场地与网络")
    case .equipment: Localized(en: "equipment", zh: "设备")
    case .holidayPay(let shifts, let wages):
      Localized(
        en: "\(shifts) shifts on statutory holidays, \(wages) further daily wages each",
        zh: "法定节假日 \(shifts) 班，每班另付 \(wages) 倍日工资")
    case .hiring(let why, let people): Self.people(why, people, en: "hiring", zh: "招聘")
    case .training(let why, let people): Self.people(why, people, en: "training", zh: "培训")
    }
  }

  private static func commission(
    _ basis: ReadingOptions.SalesBasis, _ wholeShop: Bool, _ orders: Int64?
  ) -> Localized {
    let count = orders.map { (en: ", \($0) orders", zh: "，\($0) 单") } ?? (en: "", zh: "")
    let net = basis == .netOfRefunds
    return Localized(
      en: "commission on \(wholeShop ? "all shop sales" : "sales closed by agents"), "
        + (net ? "net of refunds" : "gross of refunds") + count.en,
      zh: "按\(wholeShop ? "全店销售额" : "客服成交额")提成，\(net ? "扣除退款" : "不扣退款")" + count.zh)
  }

  private static func range(
    _ from: ExactDecimal, _ upTo: ExactDecimal?, _ language: Language
  ) -> String {
    guard let upTo else { return language == .english ? "above \(from)" : "\(from) 以上" }
    return language == .english ? "above \(from) up to \(upTo)" : "\(from) 以上至 \(upTo)"
  }

  private static func average(_ value: Fraction, _ source: AverageSource) -> Localized {
    let number = value.rounded(toPlaces: 2)
    switch source {
    case .thisMonth: return Localized(en: "this month's average \(number)", zh: "本月日均 \(number)")
    case .lastMonth: return Localized(en: "last month's average \(number)", zh: "上月日均 \(number)")
    case .agreedStart:
      return Localized(en: "agreed starting average \(number)", zh: "约定起始日均 \(number)")
    case .firstMonthItself:
      return Localized(en: "first month's own average \(number)", zh: "首月日均 \(number)")
    }
  }

  private static func people(
    _ why: Hiring, _ people: Fraction, en: String, zh: String
  ) -> Localized {
    let number = people.rounded(toPlaces: 2)
    switch why {
    case .hiredAhead:
      return Localized(en: "\(en) \(number) people ahead of need", zh: "提前\(zh) \(number) 人")
    case .leaversReplaced:
      return Localized(en: "\(en) \(number) people for those who left", zh: "补充离职\(zh) \(number) 人")
    }
  }
}

extension TierMode {
  var words: Localized {
    switch self {
    case .slab: Localized(en: "slab", zh: "整月按该档")
    case .graduated: Localized(en: "graduated", zh: "分段累进")
    }
  }
}

extension PerConversationClause.Key {
  var words: Localized {
    switch self {
    case .eachDay: Localized(en: "each day's count", zh: "每日咨询量")
    case .dailyAverage: Localized(en: "the month's daily average", zh: "月日均咨询量")
    case .monthTotal: Localized(en: "the month's total", zh: "月咨询总量")
    }
  }
}

extension ShiftKind {
  var words: Localized {
    switch self {
    case .ordinary: Localized(en: "ordinary", zh: "平日")
    case .promotion: Localized(en: "promotion", zh: "大促")
    case .statutoryHoliday: Localized(en: "statutory holiday", zh: "法定节假日")
    case .night: Localized(en: "night", zh: "夜间")
    }
  }
}
