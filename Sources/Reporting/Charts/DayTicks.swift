// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Labels under an axis of days, where a day is one unit wide and the first begins at 0.
enum DayTicks {
  /// Single days up to two months, and beginnings of months beyond.
  static func over(_ first: CivilDate, _ last: CivilDate) -> [(value: Double, label: String)] {
    guard let span = DateSpan(first: first, last: last) else { return [] }
    let count = span.count
    if count <= 62 {
      let step = max(1, count / 8)
      return stride(from: 0, to: count, by: step).map { offset in
        let date = first.advanced(by: offset)
        return (Double(offset) + 0.5, "\(date.month)/\(date.day)")
      }
    }
    let months = span.months.filter { $0.firstDay >= first }
    let step = max(1, (months.count + 12) / 13)
    return months.enumerated().filter { $0.offset.isMultiple(of: step) }.map {
      (Double(first.days(to: $0.element.firstDay)), $0.element.description)
    }
  }

  /// Of an axis of hours from the first day's midnight: hours of a single day, else a dozen dates.
  static func hours(of days: DateSpan) -> [(value: Double, label: String)] {
    if days.count == 1 {
      return stride(from: 0.0, through: 24, by: 3).map { ($0, "\(Int($0)):00") }
    }
    let step = max(1, days.count / 12)
    return days.enumerated().filter { $0.offset.isMultiple(of: step) }.map {
      (Double($0.offset) * 24, String($0.element.description.suffix(5)))
    }
  }
}
