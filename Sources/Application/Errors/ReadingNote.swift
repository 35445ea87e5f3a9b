// SPDX-License-Identifier: GPL-3.0-or-later

package import Demand
package import Pricing
package import Wording

/// What was assumed in reading a file that is clear but not plain.
package struct ReadingNote: Equatable, Sendable {
  package enum What: Equatable, Sendable {
    case record(RecordNote)
    case history(HistoryNote)
    /// A table in GBK instead of UTF-8.
    case gbk
    /// A platform's export: its days, whether they are sums over agents, rows of sums left out.
    case export(platform: String, days: Int, isSummed: Bool, summaryRows: Int)
    /// An export that has a rule's figure of the whole day alone.
    case wholeDayAlone(rule: String)
    /// A log of messages without sessions: so many minutes of silence part a customer's.
    case sessionsBySilence(minutes: Int)
    /// Starts of a forecast that are dates: each row covers its day.
    case startsAreDates
    /// Starts of a forecast that lie farther apart (minutes) than the intervals of the history.
    case startsApart(minutes: Int, interval: Int)
  }

  package let file: String
  package let what: What

  package var sentence: Localized {
    switch what {
    case .record(let note): note.sentence.placed("\(file):\(note.line)")
    case .history(let note):
      note.sentence.placed(note.line > 0 ? "\(file):\(note.line)" : file)
    case .gbk: HistoryNote(line: 0, kind: .gbk, count: 1).sentence.placed(file)
    case .export(let platform, let days, let isSummed, let summaryRows):
      Localized(
        en: "note: read as an export of \(platform), \(days) days"
          + (isSummed ? ", agents added up" : "")
          + (summaryRows > 0 ? "; rows of sums and means left out: \(summaryRows)." : "."),
        zh: "提示：按 \(platform) 的导出读取，共 \(days) 天" + (isSummed ? "，各客服已相加" : "")
          + (summaryRows > 0 ? "；未计入汇总与平均行 \(summaryRows) 行。" : "。")
      ).placed(file)
    case .wholeDayAlone(let rule):
      Localized(
        en: "note: \(rule): the export has the figure of the whole day alone, which stands for "
          + "the rule's hours.",
        zh: "提示：\(rule)：导出只有全天的数据，以其代替考核时段。"
      ).placed(file)
    case .sessionsBySilence(let minutes):
      Localized(
        en: "note: no column of sessions; \(minutes) minutes of silence part a customer's "
          + "(--session-gap for another length).",
        zh: "提示：没有会话列；同一顾客沉默 \(minutes) 分钟即视为另一会话（--session-gap 可改）。"
      ).placed(file)
    case .startsAreDates:
      Localized(
        en: "note: starts are dates; each row covers its day (--interval for another length).",
        zh: "提示：起始为日期，每行覆盖当天（其他长度用 --interval）。"
      ).placed(file)
    case .startsApart(let minutes, let interval):
      Localized(
        en: "note: starts are \(minutes) minutes apart; each row covers \(interval) minutes as in "
          + "the history; give --interval \(minutes) to cover all.",
        zh: "提示：起始相隔 \(minutes) 分钟，每行按历史数据覆盖 \(interval) 分钟；要覆盖全部请用 --interval \(minutes)。"
      ).placed(file)
    }
  }
}

extension RecordNote {
  fileprivate var sentence: Localized {
    let what =
      switch kind {
      case .date: Localized(en: "year, month, day", zh: "年、月、日")
      case .thousands: Localized(en: "the comma parts thousands", zh: "逗号为千位分隔符")
      case .zerosBehindPoint: Localized(en: "a whole number", zh: "整数")
      case .zoneLeftOut:
        Localized(
          en: "the zone was left out, the clock is read as written", zh: "忽略时区，按所写钟点读取")
      }
    return Localized(
      en: "note: \(Harmless.line(written, most: 60)) was read as \(read): \(what.en)"
        + (count > 1 ? " (\(count) cells)." : "."),
      zh: "提示：\(Harmless.line(written, most: 60)) 读作 \(read)：\(what.zh)"
        + (count > 1 ? "（\(count) 格）。" : "。"))
  }
}

extension HistoryNote {
  fileprivate var sentence: Localized {
    let what = kind.words
    return Localized(
      en: "note: \(what.en)" + (count > 1 ? " (\(count) rows)." : "."),
      zh: "提示：\(what.zh)" + (count > 1 ? "（\(count) 行）。" : "。"))
  }
}

extension HistoryNote.Kind {
  fileprivate var words: Localized {
    switch self {
    case .sorted: Localized(en: "rows were put in order of time", zh: "各行已按时间排序")
    case .offsetDropped:
      Localized(
        en: "zone offsets were left out; clocks are read as written", zh: "忽略时区偏移，按所写钟点读取")
    case .movedToZone(let zone):
      Localized(en: "times were moved to the clock of \(zone)", zh: "时间已换算为 \(zone) 的钟点")
    case .repeatedHour:
      Localized(
        en: "the hour that the end of summer time repeats was added up", zh: "夏令时结束时重复的一小时已合并")
    case .unknownCounts:
      Localized(en: "empty counts are unknown, not zero", zh: "空的计数视为未知，而非零")
    case .gaps:
      Localized(en: "absent intervals are unknown, not zero", zh: "缺少的时段视为未知，而非零")
    case .didNotReachQueue:
      Localized(en: "contacts that did not ask for an agent were left out", zh: "未请求人工的会话未计入")
    case .notContacts:
      Localized(en: "rows that are no contacts were left out", zh: "不属于会话的行未计入")
    case .otherShops:
      Localized(en: "other shops' contacts were left out", zh: "其他店铺的会话未计入")
    case .sameStamp:
      Localized(en: "several arrivals have the same time", zh: "多个到达的时间相同")
    case .gbk: Localized(en: "read as GBK, not UTF-8", zh: "文件为 GBK 编码，已按 GBK 读取")
    case .ignoredColumn(let name):
      Localized(
        en: "the column \(Harmless.line(name, most: 60)) was not used",
        zh: "没有使用列 \(Harmless.line(name, most: 60))")
    case .ignoredColumns(let count):
      Localized(en: "\(count) further columns were not used", zh: "另有 \(count) 列没有使用")
    }
  }
}
