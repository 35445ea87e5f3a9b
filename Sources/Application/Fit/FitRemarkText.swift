// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import DemandFitting
import Scenarios
package import Wording

/// What a history cannot tell, in plain words.
package enum FitRemarkText {
  /// Surprises that are named one by one, the greatest.
  private static let namedSurprises = 5

  /// - Parameter hasService: Whether the history tells of handling, waiting or outcomes.
  package static func sentences(
    _ model: DemandModel, hasService: Bool, language: Language
  ) -> [String] {
    var remarks = model.remarks.filter {
      if case .surprise = $0 { false } else { true }
    }.map(words)
    let ranked = model.surprises.sorted { abs($0.ratio - 1) > abs($1.ratio - 1) }
    remarks += ranked.prefix(namedSurprises).map {
      words(.surprise(date: $0.date, ratio: $0.ratio))
    }
    if let busy = model.doubt.surprises {
      remarks.append(
        Localized(
          en:
            "such busy days are drawn as they came, \(Decimals.fixed(busy.perYear, places: 1)) times a "
            + "year at \(Decimals.fixed(busy.factor, places: 1)) times the volume, and a promise of "
            + "every month is staffed for them: to staff without them, take surprises out",
          zh:
            "模拟会按历史频率抽取此类高峰日（每年约 \(Decimals.fixed(busy.perYear, places: 1)) 次，量为平日的 "
            + "\(Decimals.fixed(busy.factor, places: 1)) 倍），按月承诺的人手会为其预留；不想预留请删去 surprises"))
    }
    let further = ranked.count - namedSurprises
    if further > 0 {
      remarks.append(
        Localized(
          en:
            "\(further) further \(further == 1 ? "day differs" : "days differ"), unannounced: name "
            + "them with --events",
          zh: "另有 \(further) 天异常且未公告：可用 --events 说明"))
    }
    if !hasService {
      remarks.append(
        Localized(
          en: "no wait, handling or outcome columns: service is assumed",
          zh: "没有等待、处理时长或结果列：服务数据为假设"))
    }
    return remarks.map { $0[language] }
  }

  /// Which forecasters carry the forecast of ordinary days; nil where the day model stands alone.
  package static func carriers(of model: DemandModel) -> Localized? {
    for case .combination(let shares, let origins) in model.remarks {
      return combination(shares, origins)
    }
    return nil
  }

  private static func combination(_ shares: [DayMember: Double], _ origins: Int) -> Localized {
    let ranked = shares.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let list = { (name: (DayMember) -> String, separator: String) in
      ranked.map { "\(name($0.key)) \(Decimals.fixed(100 * $0.value, places: 0)) %" }
        .joined(separator: separator)
    }
    return Localized(
      en:
        "the forecast of ordinary days is carried by \(list({ name($0).en }, ", ")), as their errors "
        + "from \(origins == 1 ? "1 past date" : "\(origins) past dates") weigh them",
      zh: "平日预测由以下方法加权：\(list({ name($0).zh }, "、"))（依据 \(origins) 个历史时点的误差）")
  }

  private static func name(_ member: DayMember) -> Localized {
    switch member {
    case .regression: Localized(en: "the day model", zh: "日模型")
    case .trend: Localized(en: "one level with a trend", zh: "固定水平加趋势")
    case .likeDays: Localized(en: "the last eight like days", zh: "最近八个同类日")
    case .smoothing: Localized(en: "smoothing with a damped trend", zh: "阻尼趋势平滑")
    case .analogue: Localized(en: "past days of the kind", zh: "同类历史活动")
    }
  }

  private static func words(_ remark: FitRemark) -> Localized {
    let share = { (ratio: Double) in Decimals.fixed(ratio, places: 2) }
    return switch remark {
    case .shortHistory(let days, let prior):
      Localized(
        en:
          "\(days == 1 ? "1 day is" : "\(days) days are") few: the shape of the week leans on the "
          + "belief \"\(prior)\"",
        zh: "仅有 \(days) 天：一周的形状主要依据先验“\(prior)”")
    case .noSeason(let days):
      Localized(
        en: "\(days == 1 ? "1 day shows" : "\(days) days show") no season of the year: months are "
          + "left at 1",
        zh: "\(days) 天看不出年内季节：各月系数保持为 1")
    case .noHours:
      Localized(
        en: "counts per day say nothing of the hours: they are assumed", zh: "按日计数看不出时段：时段分布为假设")
    case .noEvents:
      Localized(
        en: "no announced event in the history: what a promotion does is not learned",
        zh: "历史中没有公告的事件：无法得知促销的影响")
    case .surprise(let date, let ratio):
      Localized(
        en: "\(date) had \(share(ratio)) times what was expected, and nothing announced it",
        zh: "\(date) 为预期的 \(share(ratio)) 倍，且没有任何公告")
    case .levelShift(let from, let ratio, _) where ratio < 0.005 || ratio > 200:
      ratio < 1
        ? Localized(
          en: "from \(from) on there is next to no inquiry", zh: "自 \(from) 起几乎没有咨询")
        : Localized(
          en: "before \(from) there was next to no inquiry", zh: "\(from) 之前几乎没有咨询")
    case .levelShift(let from, let ratio, let lasted):
      Localized(
        en: "from \(from) on the level is \(share(ratio)) times; it has lasted "
          + "\(lasted == 1 ? "1 day" : "\(lasted) days"), odds of \(lasted) to 28 that it lasts four weeks "
          + "more",
        zh: "自 \(from) 起水平变为原来的 \(share(ratio)) 倍；已持续 \(lasted) 天，再持续四周的赔率为 \(lasted) 比 28")
    case .closedAtEnd(let days):
      Localized(
        en:
          "closed for the last \(days) days: the level is that of before, and when the shop opens "
          + "again is not known (odds of \(days) to 1 that it stays closed a day more)",
        zh: "最近 \(days) 天未营业：水平取此前的数值，何时恢复营业不得而知（再停一天的赔率为 \(days) 比 1）")
    case .combination(let shares, let origins):
      combination(shares, origins)
    case .beforeLaunch(let days, let first):
      Localized(
        en: "no inquiry in the \(days) days before \(first): they are taken as before the launch "
          + "and left out",
        zh: "\(first) 之前的 \(days) 天没有任何咨询：视为上线之前，未计入")
    case .borrowedEffect(let kind, let onWeekend):
      Localized(
        en: "no day of kind \"\(kind)\" has been on a \(onWeekend ? "weekend" : "workday"): its "
          + "effect there is borrowed from its \(onWeekend ? "workdays" : "weekend days")",
        zh: "种类“\(kind)”从未落在\(onWeekend ? "周末" : "工作日")：其影响借用自\(onWeekend ? "工作日" : "周末")")
    case .closedWeekdays(let weekdays):
      Localized(
        en:
          "nobody came on the last four of \(weekdays.map(\.name.en).joined(separator: ", ")), or no "
          + "row is there: taken for closed",
        zh: "最近四个\(weekdays.map(\.name.zh).joined(separator: "、"))没有咨询或没有记录：视为不营业")
    case .closedHours(let from, let to):
      Localized(
        en: "from \(from) to \(to) nobody ever came: taken for closed",
        zh: "\(from) 至 \(to) 从未有咨询：视为不营业")
    case .emptySlots(let count, let all):
      Localized(
        en: "\(count) of \(all) slots of the day never had an inquiry, perhaps by chance: a few "
          + "are expected there",
        zh: "一天 \(all) 个时段中有 \(count) 个从未有咨询，可能只是偶然：仍预计有少量咨询")
    }
  }
}
