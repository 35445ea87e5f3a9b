// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Rostering
import Wording

/// Days and shifts of a roster with too few people.
struct ShortageTable {
  /// Nil where nobody is missing.
  let table: TextTable?

  init(_ shortages: [CoverShortage], of problem: RosterProblem, _ language: Language) {
    guard !shortages.isEmpty else {
      table = nil
      return
    }
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[language] }
    table = TextTable(
      columns: [
        .init(say("Date", "日期"), .left), .init(say("Shift", "班次"), .left),
        .init(say("Group", "客服组"), .left), .init(say("Wanted", "需求")),
        .init(say("Found", "实际")), .init(say("Able at all", "可上人数")),
        .init(say("On leave", "休假"), .left),
      ],
      rows: shortages.map { shortage in
        [
          problem.days[shortage.day].description, problem.kinds[shortage.duty.kind].name,
          problem.groups[shortage.duty.group], String(shortage.wanted), String(shortage.found),
          String(shortage.able),
          shortage.onLeave.map { problem.people[$0].name }.joined(separator: ", "),
        ]
      })
  }
}
