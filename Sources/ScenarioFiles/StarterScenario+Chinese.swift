// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

extension StarterScenario {
  /// The same scenario with its comments and titles in the language.
  package static func text(_ language: Language) -> String {
    switch language {
    case .english: text
    case .chinese:
      chinese.reduce(text) { text, words in text.replacing(words.0, with: words.1) }
    }
  }

  /// What is said in English, and how it is said in Chinese; longer texts before their parts.
  private static let chinese: [(String, String)] = [
    ("# A first scenario: change the numbers, then run it.", "# 第一个场景：改动数字，然后运行。"),
    (
      "# Durations are written 480, 480 s, 8 min or 2 h; shares 0.05 or 5 %; amounts in yuan.",
      "# 时长写作 480、480 s、8 min 或 2 h；比例写作 0.05 或 5 %；金额以元计。"
    ),
    (
      "# Dates are 2026-11-11, clock times 09:00. A misspelled key is refused with the nearest one.",
      "# 日期写作 2026-11-11，时刻写作 09:00。拼错的键会被拒绝，并提示最接近的键。"
    ),
    ("name: My shop", "name: 我的店铺"),
    (
      "summary: Two ways to answer 120 inquiries a day.", "summary: 每天 120 次咨询的两种接待方式。"
    ),
    ("# same seed, same customers", "# 同一种子，同样的顾客"),
    ("# the last day counts", "# 含最后一天"),
    (
      "# When chat is answered, and what becomes of messages outside: lost, or wait_until_open.",
      "# 营业时间，以及时间之外的消息如何处理：lost 流失，或 wait_until_open 等到开店。"
    ),
    (
      "# Work of a chat that an agent holds alone; several at once are slower (see concurrency).",
      "# 客服只接一个会话时的处理时长；同时多个会变慢（见 concurrency）。"
    ),
    ("# of answered inquiries", "# 占已接待的咨询"), ("# the others are 1", "# 其余月份为 1"),
    ("# or 24, 48 or 96 weights of your own", "# 或自己给出 24、48 或 96 个权重"),
    ("name: Shop anniversary", "name: 店庆"), ("name: sale", "name: 促销"),
    ("# how days differ at random", "# 各天之间的随机差异"),
    ("# speed of each chat with 1 … 5 open", "# 同时 1 … 5 个会话时每个会话的速度"),
    (
      "# Promises that a plan must keep, over the year, in every_month, or on a share_of_days.",
      "# 方案必须达成的服务承诺：全年、每月（every_month）或一定比例的天数（share_of_days）。"
    ),
    ("title: Dedicated seats, as few as keep the promise", "title: 专属坐席，达成承诺的最少人数"),
    ("title: Tier by average daily inquiries, shared agents", "title: 按日均咨询量分档，共享客服"),
    ("# the provider's other shops", "# 服务商的其他店铺"),
    ("# a clause by its name has the rate card's prices", "# 只写条款名即按价目表计价"),
  ]
}
