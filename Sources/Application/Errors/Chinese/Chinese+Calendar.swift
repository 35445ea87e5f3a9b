// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Dates, clock times, hours, shifts.
  static let calendar: [String: String] = [
    "a date such as 2026-11-11": "日期，如 2026-11-11",
    "a date, or first/last as in 2026-11-01/2026-11-11, the last not before the first":
      "日期，或“首日/末日”如 2026-11-01/2026-11-11，末日不早于首日",
    "a start before 24:00, which is 00:00 of the next day": "早于 24:00 的开始时刻；24:00 即次日 00:00",
    "a clock time from 00:00 to 24:00": "00:00 至 24:00 的时刻",
    "two different clock times such as 09:00-24:00, past midnight as 20:00-26:00":
      "两个不同的时刻，如 09:00-24:00，跨夜写作 20:00-26:00",
    "a clock time, past midnight as 26:00": "时刻，次日凌晨写作 26:00",
    "a date, or a date and clock time such as 2026-10-20 20:00":
      "日期，或日期加时刻，如 2026-10-20 20:00",
    "an IANA time zone such as Asia/Shanghai": "IANA 时区，如 Asia/Shanghai",
    "a month such as 2026-03": "月份，如 2026-03", "%1 or later": "%1 或之后", "%1 or earlier": "%1 或之前",
    "%1 days": "%1 天", "%1 from %2 to %3": "%1 的 %2 至 %3",
    "date spans in order that do not overlap": "按顺序且互不重叠的日期段",
    "full hours such as 18:00-24:00": "整点时段，如 18:00-24:00",
    "closed, or clock times such as 09:00-24:00": "closed，或时段如 09:00-24:00",
    "stretches in order that do not overlap; only the last may pass midnight":
      "按顺序且互不重叠的时段；只有最后一段可以跨夜",
    "hours from %1 that are empty or longer than a day": "自 %1 起、为空或超过一天的时段",
    "a closing after the opening, past midnight as 26:00": "晚于开店的关店时刻，次日凌晨写作 26:00",
    "no hours for some weekdays": "有的星期没有营业时间",
    "open and close, or all seven weekdays": "open 与 close，或全部七个星期",
    "an empty shift %1–%2": "空班次 %1–%2", "the shift %1–%2": "班次 %1–%2",
    "an end that differs from the start": "与开始不同的结束时刻",
    "an end that differs from the start and is at most a day later": "与开始不同、至多晚一天的结束时刻",
    "%1 inside %2, in order, not overlapping": "位于 %2 之内、按顺序、互不重叠的 %1",
    "breaks and holds all through %1": "%1 全程都是休息或挂起",
    "some time of the shift in which chats are given": "班次中有接待新会话的时间",
    "overlapping shifts %1 and %2": "重叠的班次 %1 与 %2",
    "shifts that do not overlap; write overlapping shifts as two lines":
      "互不重叠的班次；重叠的班次请写成两行",
    "a shift's name, or hours such as 09:00-17:00": "班次名称，或时段如 09:00-17:00",
    "a phase from %1 to %2": "从 %1 到 %2 的阶段",
    "a phase that ends after it starts": "结束晚于开始的阶段",
    "a year with dates for %1: %2": "有 %1 日期的年份：%2",
    "a platform with dates for %1: %2": "有 %1 日期的平台：%2",
  ]
}
