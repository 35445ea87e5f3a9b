// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import Tables
import Wording

extension Form<[ClockSpan]> {
  /// The stretches that open on a day: `closed`, one span, or a list of spans in order.
  static let daySpans = Form.list(
    Form.list(of: Form<ClockSpan>.span, count: 1...24),
    orElse: .scalar(
      "closed, or clock times such as 09:00-24:00", schema: ["type": "string"]
    ) { text in
      text == "closed" ? [] : ClockSpan(text: text).map { [$0] }
    }.startingBeforeMidnight
  ).checked("stretches in order that do not overlap; only the last may pass midnight") { spans in
    zip(spans, spans.dropFirst()).allSatisfy {
      $0.start.secondsSinceMidnight + $0.length <= $1.start.secondsSinceMidnight
    }
  }
}

extension Form<ServiceWindow> {
  private static let everyDay = Form<[ClockSpan]>.daySpans.map { spans in
    ServiceWindow(hours: Array(repeating: spans, count: 7))
  }

  /// `09:00-24:00`, a list of such spans, or a mapping with hours by weekday and by date.
  static let serviceWindow = Form.list(
    everyDay,
    orElse: .scalar(everyDay, orElse: .object("service_window", read)))

  @Sendable private static func read(_ f: Fields) -> ServiceWindow? {
    let open = f.optional(
      "open", Form<ClockTime>.clockStart, "Opening on every day that is not named below.")
    let close = f.optional(
      "close", Form<ClockEnd>.clockEnd, "Closing on every day that is not named below.")
    let weekdays = f.value(
      "weekdays",
      Form<[Weekday: [ClockSpan]]>.keyed(by: Form<Weekday>.weekday, Form<[ClockSpan]>.daySpans),
      default: [:],
      "Hours of single weekdays: closed, one span or a list of spans.")
    let exceptions = f.value(
      "exceptions",
      Form<[CivilDate: [ClockSpan]]>.keyed(by: Form<CivilDate>.date, Form<[ClockSpan]>.daySpans),
      default: [:],
      "Hours of single dates, holidays for example.")
    var standard: [ClockSpan]?
    if let open, let close {
      standard = ClockSpan(from: open, to: close).map { [$0] }
      if standard == nil {
        f.reading?.report(
          found: "hours from \(open) that are empty or longer than a day",
          allowed: "a closing after the opening, past midnight as 26:00")
      }
    } else if weekdays.count < 7, !f.has("open") || !f.has("close") {
      f.reading?.report(
        found: "no hours for some weekdays", allowed: "open and close, or all seven weekdays")
    }
    let hours = Weekday.allCases.map { weekdays[$0] ?? standard ?? [] }
    return ServiceWindow(hours: hours, exceptions: exceptions)
  }
}

extension Form<OvernightMessages> {
  static let overnight = Form.object("overnight") { f in
    OvernightMessages(
      patience: f.optional(
        "patience", Form<Distribution>.distribution,
        "From opening until an answer is of no more use to the customer. Left out: exponential, 4 h "
          + "(assumed)."))
  }
}
