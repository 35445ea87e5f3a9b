// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Platforms' rules as targets and measures.
  static let scorecards: [String: String] = [
    "a mapping (platform cost)": "映射（platform cost）",
    "a mapping (platform grade)": "映射（platform grade）", "no bound": "没有界限",
    "no key grades": "缺少键 grades",
    "grades, as the rule has no grade of its own": "grades，因为该规则自身没有分档",
    "above, as the rule's value is a mean": "above，因为该规则的值是平均时长",
    "below, as the rule's value is a share": "below，因为该规则的值是占比",
    "grades out of order": "顺序不对的分档", "below": "below", "above": "above",
    "from the mildest to the worst, at rising costs": "由轻到重、费用递增",
    "neither below nor above": "既无 below 也无 above",
    "both below and above": "同时给出 below 与 above",
    "neither result nor scorecard": "既无 result 也无 scorecard",
    "both result and scorecard": "同时给出 result 与 scorecard",
    "a mapping (scorecard target)": "映射（scorecard target）",
    "%1, or with %2": "%1；或写明 %2", "a rule of %1": "%1 之一的规则",
    "%1, as the rule's value is a mean": "%1，因为该规则的值是平均时长",
    "%1, as the rule's value is a share": "%1，因为该规则的值是占比",
    "%1, as the rule has no grade of its own": "%1，因为该规则自身没有分档",
    "%1, which needs robots, transfers or words left, and simulated chats have none":
      "%1 需要机器人、转人工或留言，模拟会话没有这些",
    "%1, which counts each %2, and not sessions or rounds": "%1 以 %2 为单位统计，而非会话或轮次",
    "%1, whose clock starts with the last message of a round": "%1 从一轮的最后一条消息起计时",
    "%1, whose hours are those of the %2": "%1 的考核时段以 %2 为准",
    "%1, which changes between a share and a mean": "%1 在占比与平均值之间变换",
    "%1, which begins on %2": "%1 自 %2 起才生效", "%1, which is not in force": "%1 尚未生效",
    "another rule; inquiry score grades a recorded log by this one":
      "其他规则；此规则可用 inquiry score 评定记录的聊天日志",
    "another rule as a target; compare --rule grades simulated chats by this one":
      "以其他规则为目标；此规则可用 compare --rule 评定模拟会话",
    "a rule that is in force in the horizon": "在 horizon 内有效的规则",
    "%1, which counts rounds, and inquiry_types.%2 without messages":
      "%1 按轮次统计，而 inquiry_types.%2 没有 messages",
    "messages of every inquiry type with it": "同时为每种咨询类型写明 messages",
    "%1, whose hours %2 do not end on an interval": "%1 的考核时段 %2 不落在 interval 的边界上",
    "an interval of 15 min or 30 min that they end on": "时段边界能落在其上的 15 min 或 30 min 的 interval",
    "%1 beside messages that wait until opening and come as live chats":
      "%1 与等到开门后作为即时会话到达的留言并用",
    "overnight, which keeps them apart, or closed_hours: lost":
      "写明 overnight 将其分开，或 closed_hours: lost",
  ]
}
