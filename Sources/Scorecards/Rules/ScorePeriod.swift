// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

/// The days whose units a platform adds up before it divides.
package enum ScorePeriod: Equatable, Sendable, CustomStringConvertible {
  /// So many days, ending with each day.
  case days(Int)
  /// Monday to Sunday.
  case week
  case month

  /// Reads `30_days`, `1_days`, `week` or `month`; nil for anything else, and beyond 366 days.
  package init?(_ text: String) {
    switch text {
    case "week": self = .week
    case "month": self = .month
    case "day": self = .days(1)
    default:
      guard text.hasSuffix("_days"), let days = Int(text.dropLast(5)), (1...366).contains(days)
      else { return nil }
      self = .days(days)
    }
  }

  package var description: String {
    switch self {
    case .days(1): "day"
    case .days(let days): "\(days)_days"
    case .week: "week"
    case .month: "month"
    }
  }

  /// The period that a day is the last of, for periods that roll, or lies in.
  package func span(of date: CivilDate) -> DateSpan {
    switch self {
    case .days(let days): return DateSpan(unchecked: date.advanced(by: 1 - days), date)
    case .week:
      let monday = date.advanced(by: -date.weekday.rawValue)
      return DateSpan(unchecked: monday, monday.advanced(by: 6))
    case .month: return date.yearMonth.days
    }
  }

  /// All periods of a log, in order: one ends on each day, or those that it touches.
  package func spans(of log: DateSpan) -> [DateSpan] {
    var spans: [DateSpan] = []
    for date in log {
      let span = span(of: date)
      if spans.last != span { spans.append(span) }
    }
    return spans
  }
}
