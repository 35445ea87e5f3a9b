// SPDX-License-Identifier: GPL-3.0-or-later

package import Exports
import Measures
import Wording

/// Short Chinese names of tables and their columns, for people who ask a database in Chinese.
///
/// Measures have theirs in the registry; the others stand in the lists beside this file.
package enum ChineseNames {
  /// The name of a table's view.
  static func table(_ name: String) -> String { tables[name] ?? name + "_zh" }

  /// Names of all columns of a table, no two of which are alike.
  package static func columns(of table: ExportTable) -> [String] {
    var names: [String] = []
    for column in table.columns {
      let name = self.column(column.name)
      names.append(names.contains(name) ? "\(name) (\(column.name))" : name)
    }
    return names
  }

  /// The name of a column; its own where nobody has given one.
  package static func column(_ name: String) -> String {
    for (ending, words) in endings where name.hasSuffix(ending) && own[name] == nil {
      return column(String(name.dropLast(ending.count))) + words
    }
    return own[name] ?? measure(name) ?? name
  }

  private static let endings = [
    ("_low", "下限"), ("_high", "上限"), ("_numerator", "分子"), ("_denominator", "分母"),
  ]

  private static func measure(_ name: String) -> String? {
    let known = MeasureRegistry.measures(in: .tables).first { $0.key == name }
    guard let measure = known ?? Measure(ratio: name) else { return nil }
    let seconds = measure.within.map { Decimals.shortest($0) + " 秒" } ?? ""
    let words = measure.definition.name.zh.replacing("{T}", with: seconds)
    return words.hasPrefix("内") ? "时限" + words : words
  }

  private static let tables = [
    "agent_days": "客服日", "agents": "客服组", "backcast": "回测", "breakeven": "盈亏平衡曲线",
    "change": "前后对比", "chats": "会话", "comparison": "方案比较", "coverage": "覆盖",
    "crossings": "平衡点", "days": "每日", "decision_rules": "决策规则", "decisions": "决策检验",
    "errors": "误差", "fit_days": "拟合_每日", "fit_dispersion": "拟合_离散", "fit_effects": "拟合_效应",
    "fit_week": "拟合_周", "frontier": "有效前沿", "hybrid": "混合方案", "intervals": "时段",
    "invoices": "账单明细", "ledger": "往来账", "messages": "消息", "months": "每月", "people": "人员",
    "provider": "服务商", "replications": "各次模拟", "requirement_checks": "需求核对",
    "requirement_service": "需求服务", "requirements": "人力需求", "risk": "风险", "roster": "排班",
    "roster_cover": "排班需求", "roster_shifts": "班次", "scorecards": "考核", "scores": "考核明细",
    "seats": "坐席", "sizes": "规模", "staff_bookings": "用工预订", "staff_coverage": "用工覆盖",
    "staff_ways": "用工做法", "staffing": "坐席规模", "states": "状态占比", "surface": "平衡曲面",
    "targets": "服务目标", "tornado": "敏感性", "verdict": "结论数字", "waits": "等待分布",
    "whatif": "假设网格", "points": "点", "today": "当日", "today_service": "当日服务",
    "today_changes": "当日变动",
    "chat_limits": "同时接待上限", "headcount": "编制",
    "headcount_shifts": "编制班次", "headcount_proof": "编制检验", "headcount_ways": "编制做法",
    "spread": "波动来源", "platform": "平台分档",
    "backcast_bills": "回测账单", "bookings": "预订", "reserve": "后备",
  ]
}
