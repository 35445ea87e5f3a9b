// SPDX-License-Identifier: GPL-3.0-or-later

extension Chinese {
  /// Recorded histories.
  static let histories: [String: String] = [
    "%1 further mistakes in %2": "%2 中另有 %1 处错误", "%1 on line %2 of %3": "%1（%3 第 %2 行）",
    "%1 in %2": "%1（%2）", "no rows": "没有任何行", "a header and rows": "表头和数据行",
    "compressed data": "压缩的数据", "plain CSV; unpack it first": "未压缩的 CSV；请先解压",
    "bytes that are not UTF-8 text": "不是 UTF-8 文本的字节",
    "%1 columns, none of them of times": "%1 列，没有一列是时间",
    "a file in the scenario's folder; --allow-outside permits any":
      "场景所在文件夹内的文件；--allow-outside 可放开限制",
    "a column such as timestamp or interval_start": "timestamp 或 interval_start 之类的列",
    "%1 columns, not all that paths have": "%1 列，缺少路径文件所需的列",
    "the columns path, interval_start and count, as forecast --scenarios writes them":
      "forecast --scenarios 所写的 path、interval_start、count 三列",
    "other intervals on path %1 than on the first": "路径 %1 的时段与第一条路径不同",
    "the same intervals on every path, in order of time": "每条路径时段相同，按时间排序",
    "more than %1 paths": "超过 %1 条路径",
    "one column for %1": "表示 %1 的只有一列", "%1 fields": "%1 个字段",
    "the time \"%1\"": "时间“%1”", "a time such as 2026-01-31T09:30:00": "时间，如 2026-01-31T09:30:00",
    "at most %1 in one interval": "一个时段内不超过 %1", "the count %1": "计数 %1",
    "a row earlier than the one before": "早于上一行的一行",
    "rows in order of time, or sort: true": "按时间排序的行，或 sort: true",
    "the interval of line %1 again": "第 %1 行的时段再次出现", "each interval once": "每个时段一次",
    "an interval inside that of line %1": "位于第 %1 行时段之内的时段",
    "intervals that do not overlap": "互不重叠的时段",
    "intervals of %1 s after some of %2 s": "在 %2 秒的时段之后出现 %1 秒的时段",
    "one length of interval": "同一种时段长度", "intervals of %1 s": "%1 秒的时段",
    "fewer than two intervals": "不足两个时段",
    "two or more intervals whose length divides a day": "两个或更多、长度能整除一天的时段",
    "stamps of several zone offsets": "时区偏移不一的时间戳", "one offset, or none": "同一偏移，或都没有",
    "a quote that is never closed": "没有闭合的引号", "closed quotes": "闭合的引号",
    "a CSV file that is all in UTF-8, or all in GBK": "全部为 UTF-8（或全部为 GBK）的 CSV 文件",
    "a row of more than %1 bytes": "超过 %1 字节的一行",
    "shorter rows": "更短的行",
    "more than %1 types": "超过 %1 种类型", "more than %1 rows": "超过 %1 行",
    "a row of more than %1 cells": "超过 %1 个单元格的一行",
    "no row in %1 days between %2 (line %3) and %4 (line %5)":
      "%2（第 %3 行）与 %4（第 %5 行）之间有 %1 天没有任何行",
    "rows that lie nearer together; correct the date, or give --allow-gaps (gaps: zero in a "
      + "scenario) if it is right":
      "间隔更近的行；请改正日期，若无误请给出 --allow-gaps（场景中用 gaps: zero）",
    "%1 days from %2 (line %3) to %4 (line %5)": "自 %2（第 %3 行）至 %4（第 %5 行）共 %1 天",
    "at most %1 days": "不超过 %1 天",
  ]
}
