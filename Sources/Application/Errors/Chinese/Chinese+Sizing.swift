// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Sizes that are searched, seats and when they may change, measures that are asked for.
  static let sizing: [String: String] = [
    "each measure once": "每个指标只列一次", "no measure": "没有指标", "one of %1": "%1 之一",
    "whole months or days, such as 1 month or 15 days": "整月或整天，如 1 month 或 15 days",
    "date spans": "日期区间", "sizes": "规模",
    "%1 in no period": "%1 不在任何时段内",
    "%1 seats from %2": "自 %2 起 %1 个坐席", "a line of a shared pool": "共享池的排班行",
    "dedicated, own or short-term lines, as a provider's pool is not the shop's to size":
      "只限专属、自有或短期排班行，因为服务商的池不由店铺定规模",
    "a period from %1": "自 %1 开始的时段",
    "at least %1 then, by seat_terms: notice to add %2, notice to return %3, minimum term %4":
      "按 seat_terms，此时至少 %1 个：增加提前 %2，退还提前 %3，最短租期 %4",
    "by: in a shared pool": "共享池中的 by:",
    "changes on the first of a month, by seat_terms": "按 seat_terms，只能在每月 1 日变动",
    "periods that hold every day of the horizon once": "时间范围内每一天恰好属于一个时段",
    "%1: 1 to 10000": "%1：1 至 10000",
    "lines alone, or group with from and to": "只用 lines，或用 group 加 from 与 to",
    "lines beside group, from or to": "lines 与 group、from 或 to 并用",
    "no line %1": "没有排班行 %1", "a plain name": "普通名称",
    "planned without service_targets": "没有 service_targets 的 planned",
    "planned in a shared pool": "共享池中的 planned",
    "planned beside fewest": "planned 与 fewest 并用",
    "one of them: planned chooses the shifts too": "二者之一：planned 已包含选班次",
    "planned alone, with several agent groups": "只写 planned，而坐席组不止一个",
    "planned alone, with a contract that bills nobody": "只写 planned，而合同不为任何人员计费",
    "lines or a design beside it, as {planned: true, lines: [{group: a, shift: b}]}":
      "同时写出 lines 或 design，如 {planned: true, lines: [{group: a, shift: b}]}",
    "fewest%1 beside a shared pool": "共享池旁的 fewest%1",
    "shrinkage (agents are on duty) or absence (agents are rostered)":
      "shrinkage（agents 为在岗人数）或 absence（agents 为排班人数）",
    "shrinkage and absence on one line": "同一排班行同时有 shrinkage 与 absence",
  ]
}
