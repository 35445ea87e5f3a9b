// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Demand, inquiry types, staffing, and what only the parts together can tell.
  static let scenarios: [String: String] = [
    "24, 48 or 96 weights, not all zero": "24、48 或 96 个权重，不全为零", "a mapping (demand)": "映射（demand）",
    "mean, or %1": "mean（按平均），或 %1",
    "deterministic arrivals and %1": "确定性到达同时给出 %1",
    "deterministic arrivals and a promotion with a mix of its own": "确定性到达与自带 mix 的促销",
    "no level": "没有水平",
    "one of daily_mean (inquiries a day), per_hour (a constant rate), history (a recorded file) or "
      + "forecast (a file of sample paths)":
      "daily_mean（日均咨询量）、per_hour（恒定的每小时量）、history（记录文件）或 forecast（样本路径文件）之一",
    "one of them, as a rate per hour is constant": "其中之一，因为 per_hour 全天恒定",
    "per_hour and %1": "同时给出 per_hour 与 %1", "poisson arrivals beside %1": "与 %1 同用时为 poisson 到达",
    "poisson arrivals, or promotions without a mix": "poisson 到达，或不带 mix 的促销",
    "a longest above the shortest": "大于最短值的最长值", "from %1 s to %2 s": "从 %1 秒到 %2 秒",
    "half hours, as in 0.5, 1 or 12": "以半小时计，如 0.5、1 或 12",
    "warm_up_days and warm_up_hours": "同时给出 warm_up_days 与 warm_up_hours",
    "an agent with the skill in every open hour in which inquiries arrive, or unstaffed: allow":
      "有咨询到达的每个开放时段都有会该技能的客服，或 unstaffed: allow",
    "breaks and holds that leave somebody in every open half hour, or unstaffed: allow":
      "每个开放的半小时都有人未在休息或挂起，或 unstaffed: allow",
    "everybody for %1 on a break or hold on %2": "%2 时负责 %1 的人全部在休息或挂起",
    "a speed for each chat up to chat_limit, or concurrency: {speeds: […], extend: true}":
      "到 chat_limit 为止每个会话一个速度，或 concurrency: {speeds: […], extend: true}",
    "both speeds and frozen_at_start": "同时给出 speeds 与 frozen_at_start",
    "neither speeds nor frozen_at_start": "既无 speeds 也无 frozen_at_start",
    "chat_limit %1 and %2 %3": "chat_limit 为 %1，而速度只有 %2 个",
    "chat_limit %1 and no concurrency, whose usual speeds are %2":
      "chat_limit 为 %1 而未给 concurrency，其默认速度为 %2 个",
    "messages that are not kept": "不保留的留言",
    "closed_hours: wait_until_open with it": "同时写 closed_hours: wait_until_open",
    "a zone beside a file of customers": "顾客数据文件旁的时区",
    "none, as the file has the shop's clock or stamps with their offset":
      "无，因为文件用店铺的钟点，或时间戳自带偏移",
    "a key of the model beside a file of customers": "顾客数据文件旁的模型键",
    "none, as a file is taken as it is; fit the history to change its demand":
      "无，因为文件按原样采用；要改变需求请用 fit 拟合历史数据",
    "the inquiry type %1 in the file": "文件中的咨询类型 %1", "no key mix": "缺少键 mix",
    "mix: the share of each inquiry type": "mix：各咨询类型的占比",
    "a mapping of inquiry types": "以咨询类型为键的映射",
    "a mapping of inquiry types to shares": "由咨询类型到占比的映射",
    "shares that sum to %1": "合计为 %1 的占比", "shares that sum to 1": "合计为 1 的占比",
    "both preset and phases": "同时给出 preset 与 phases",
    "neither preset nor phases": "既无 preset 也无 phases", "no days around it": "前后没有任何一天",
    "days_before or days_after above 0": "大于 0 的 days_before 或 days_after",
    "a duration of 0 s to 31622400 s, never": "0 秒至 31622400 秒的时长，或 never",
    "times that end, as never does not": "有限的时长；never 没有终点",
    "a time above 0 that ends": "大于 0 的有限时长", "%1 weights for %2 values": "%2 个值对应 %1 个权重",
    "one weight for each value, not all zero": "每个值一个权重，不全为零",
    "both handling and messages": "同时给出 handling 与 messages",

    "speeds from 0.001 to 1 that never rise": "0.001 至 1 之间、从不上升的速度",
    "fewest beside a shared pool": "共享池旁的 fewest",
    "neither lines nor shared_pool": "既无 lines 也无 shared_pool",
    "from no greater than to": "from 不大于 to",
    "the name %1": "名称 %1",
    "any other, as contracts use it for a kind of engagement":
      "其他名称，因为合同用它表示一种用工方式",
    "a skill that no agent group has": "没有任何客服组具备的技能",
    "inquiry types named under agent_groups.….skills": "写在 agent_groups.….skills 下的咨询类型",
    "each skill once": "每项技能一次",
    "a handling time of a type with messages": "按消息模拟的类型的处理时长",
    "no handling, as messages say how long a chat takes": "不写 handling，时长由 messages 决定",
    "a priority that no rule asks for": "没有规则用到的 priority",
    "routing: {contact_selection: priority} beside it":
      "同时写 routing: {contact_selection: priority}",
    "a search for the fewest without service_targets": "没有 service_targets 的最少人数搜索",
    "service_targets that it must keep": "它必须达成的 service_targets",
    "a search in a shared pool": "共享池中的搜索",
    "dedicated or own seats only, as a provider's pool is not the shop's to size":
      "只限专属坐席或自有坐席，因为服务商的池不由店铺定规模",
    "a group that the plan's lines have": "方案排班行中有的组",
    "no rule, though inquiries arrive on %1": "没有规则，而 %1 有咨询到达",
    "nobody for %1 on %2": "%2 没有人接待 %1",
    "an agent with the skill in every open hour in which inquiries arrive":
      "凡有咨询到达的营业时段都有具备该技能的客服",
    "no row for %1 from %2 to %3 in %4": "%4 中没有 %1 的 %2 至 %3",
    "nothing on %1 in %2, which runs from %3 to %4": "%2（自 %3 至 %4）中 %1 没有记录",
    "a file of sample paths": "样本路径文件",
    "rows of every open hour of the horizon on each path": "每条路径上时间范围内每个营业时段的行",
    "records of every open hour of the horizon, or gaps: zero":
      "时间范围内每个营业时段的记录，或 gaps: zero",
  ]
}
