// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import RosterFiles
import Wording

/// Stretches of days with fewer people on duty than a requirement wants.
struct IntervalShortageTable {
  /// Nil where nobody is missing.
  let table: TextTable?

  init(_ shortages: [IntervalShortage], _ language: Language) {
    guard !shortages.isEmpty else {
      table = nil
      return
    }
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[language] }
    table = TextTable(
      columns: [
        .init(say("Date", "日期"), .left), .init(say("From", "起"), .left),
        .init(say("To", "止"), .left), .init(say("Group", "客服组"), .left),
        .init(say("Wanted", "需求")), .init(say("On duty", "在岗")),
      ],
      rows: shortages.map { shortage in
        [
          shortage.date.description, Self.clock(shortage.start), Self.clock(shortage.end),
          shortage.group, String(shortage.wanted), Self.people(shortage.found),
        ]
      })
  }

  static func clock(_ minutes: Int) -> String {
    (minutes == 1440 ? ClockTime(unchecked: 86_400) : ClockTime(unchecked: minutes % 1440 * 60))
      .description
  }

  /// A whole number without a decimal.
  private static func people(_ count: Double) -> String {
    Decimals.fixed(count, places: count == count.rounded() ? 0 : 1)
  }
}
