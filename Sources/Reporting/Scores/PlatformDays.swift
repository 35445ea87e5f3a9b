// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Experiments
import Measures
package import PlatformExports
package import Wording

/// Simulated days with a platform's own headings in its own order, to stand under those that the shop
/// downloads: means over replications, `-` where the simulation does not tell a figure.
package enum PlatformDays {
  /// The file, which `fit` and `bill` read as they read the platform's.
  package static func csv(
    _ days: [DayPerformance], platform: Platform, byteOrderMark: Bool
  ) -> String {
    let columns = ExportColumn.columns(of: platform, table: "days")
    var encoder = CSVEncoder(byteOrderMark: byteOrderMark)
    encoder.append(columns.map(\.heading))
    for day in days { encoder.append(columns.map { cell($0, day) }) }
    return String(decoding: encoder.drain(), as: UTF8.self)
  }

  /// The same for each agent on each day with a chat of the shop's.
  package static func csv(
    _ agents: [PlanObservation.AgentDayRow], platform: Platform, byteOrderMark: Bool
  ) -> String {
    let columns = ExportColumn.columns(of: platform, table: "agents")
    var encoder = CSVEncoder(byteOrderMark: byteOrderMark)
    encoder.append(columns.map(\.heading))
    for row in agents.sorted(by: { ($0.date, $0.agent) < ($1.date, $1.agent) })
    where row.mean.own > 0 {
      encoder.append(
        columns.map { column in
          switch column.kind {
          case .date: row.date.description
          case .name: "\(row.group)-\(row.agent)"
          case .count, .number, .share, .seconds, .minutes, .amount:
            cell(column, value(column.measure, row.mean))
          }
        })
    }
    return String(decoding: encoder.drain(), as: UTF8.self)
  }

  /// Headings that were only told in translation.
  package static func unverified(_ platform: Platform) -> Localized? {
    guard ExportColumn.all.contains(where: { $0.platform == platform && !$0.isVerified })
    else { return nil }
    return Localized(
      en:
        "note: headings of \(platform.rawValue) are unverified: they were only told in translation.",
      zh: "提示：\(platform.rawValue) 的列名未经核实，仅据转述。")
  }

  private static func cell(_ column: ExportColumn, _ day: DayPerformance) -> String {
    column.kind == .date
      ? day.date.description : cell(column, value(column.measure, day.measures))
  }

  private static func cell(_ column: ExportColumn, _ value: Double?) -> String {
    guard let value, value.isFinite else { return "-" }
    switch column.kind {
    case .date, .name: return "-"
    case .count: return Decimals.fixed(value, places: 0)
    case .number, .amount: return Decimals.fixed(value, places: 2)
    case .share: return Decimals.fixed(value * 100, places: 2) + "%"
    case .seconds:
      return column.platform == .douyin ? spoken(value) : Decimals.fixed(value, places: 1)
    case .minutes: return Decimals.fixed(value / 60, places: 2)
    }
  }

  /// What a simulation knows of a platform's figures.
  private static func value(_ measure: String, _ day: ServiceMeasures) -> Double? {
    let (arrived, answered) = (day[.arrivals], day[.answered])
    switch measure {
    case "inquirers", "sessions", "needing", "started": return arrived
    case "received", "effective", "answered_sessions": return answered
    case "unanswered", "unanswered_sessions": return arrived - answered
    case "reply_rate", "connected": return arrived > 0 ? answered / arrived : nil
    case "within_3min", "within_3min_day", "within_3min_sessions":
      return day[.threeMinuteReplies]
    case "unserved": return arrived > 0 ? 1 - answered / arrived : nil
    case "first_reply": return day[.meanFirstReply]
    case "slow": return answered - day[.threeMinuteReplies] * arrived
    case "orders", "order_count": return day[.orders]
    case "sales": return day[.sales]
    default: return nil
    }
  }

  /// The same of an agent on a day; whom she took she answered.
  private static func value(_ measure: String, _ day: Observation.AgentDay) -> Double? {
    switch measure {
    case "inquirers", "sessions", "needing", "started", "received", "effective",
      "answered_sessions":
      return day.own
    case "within_30s": return day.within30 / day.own
    case "within_45s": return day.within45 / day.own
    case "within_3min", "within_3min_day", "within_3min_sessions":
      return day.within180 / day.own
    case "first_reply": return day.firstReply / day.own
    case "mean_reply": return day.replies > 0 ? day.replySeconds / day.replies : nil
    case "orders", "order_count": return day.orders
    case "sales": return day.sales
    default: return nil
    }
  }

  /// `2分30秒`, as Douyin writes it.
  private static func spoken(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return (hours > 0 ? "\(hours)小时" : "") + (whole >= 60 ? "\(minutes)分" : "") + "\(rest)秒"
  }
}
