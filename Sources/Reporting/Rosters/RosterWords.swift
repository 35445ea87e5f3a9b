// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Rostering
package import Wording

extension RosterRule {
  /// The rule in words; its numbers stand beside it.
  func words(_ problem: RosterProblem) -> Localized {
    switch self {
    case .group(let group):
      Localized(
        en: "not his group: \(problem.groups[group])", zh: "非所属客服组：\(problem.groups[group])")
    case .leave: Localized(en: "on leave", zh: "休假")
    case .locked: Localized(en: "the day is settled otherwise", zh: "该日已另行锁定")
    case .leastDaysInRow: Localized(en: "fewest days in a row", zh: "最少连续上班天数")
    case .mostDaysInRow: Localized(en: "most days in a row", zh: "最多连续上班天数")
    case .leastDaysOffInRow: Localized(en: "fewest days off in a row", zh: "最少连续休息天数")
    case .rest: Localized(en: "rest between shifts (min)", zh: "班间休息（分钟）")
    case .succession(let pair):
      Localized(
        en: "\(problem.kinds[pair.second].name) after \(problem.kinds[pair.first].name)",
        zh: "\(problem.kinds[pair.first].name) 之后接 \(problem.kinds[pair.second].name)")
    case .mostOfKind(let kind):
      Localized(
        en: "most shifts: \(problem.kinds[kind].name)", zh: "班次上限：\(problem.kinds[kind].name)")
    case .mostWeekends: Localized(en: "most weekends", zh: "周末上限")
    case .mostNights: Localized(en: "most nights", zh: "夜班上限")
    case .leastMinutes: Localized(en: "fewest paid minutes from this day on", zh: "自该日起的最少计薪分钟")
    case .mostMinutes: Localized(en: "most paid minutes from this day on", zh: "自该日起的最多计薪分钟")
    }
  }

  /// For machines.
  var key: String {
    switch self {
    case .group: "group"
    case .leave: "leave"
    case .locked: "locked"
    case .leastDaysInRow: "least_days_in_row"
    case .mostDaysInRow: "most_days_in_row"
    case .leastDaysOffInRow: "least_days_off_in_row"
    case .rest: "rest_minutes"
    case .succession: "forbidden"
    case .mostOfKind: "most_of"
    case .mostWeekends: "most_weekends"
    case .mostNights: "most_nights"
    case .leastMinutes: "least_minutes"
    case .mostMinutes: "ceiling_minutes"
    }
  }
}

extension RosterObjective {
  /// Each part with its key and name.
  var parts: [(key: String, name: Localized, value: Int)] {
    [
      ("under", Localized(en: "People too few", zh: "缺员"), under),
      ("over", Localized(en: "People too many", zh: "超员"), over),
      ("wishes", Localized(en: "Wishes not kept", zh: "未满足的意愿"), wishes),
      ("changes", Localized(en: "Changes", zh: "改动"), changes),
      ("weekends", Localized(en: "Weekends shared unequally", zh: "周末分配不均"), weekends),
      ("nights", Localized(en: "Nights shared unequally", zh: "夜班分配不均"), nights),
      ("overtime", Localized(en: "Overtime", zh: "加班"), overtime),
    ]
  }
}

/// Rules that a roster breaks, as a table.
package struct ViolationTable {
  package let table: TextTable

  package init(_ violations: [RosterViolation], of problem: RosterProblem, _ language: Language) {
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[language] }
    var table = TextTable(columns: [
      .init(say("Person", "人员"), .left), .init(say("Date", "日期"), .left),
      .init(say("Rule", "规则"), .left), .init(say("Found", "实际")), .init(say("Allowed", "允许")),
    ])
    table.rows = violations.map { violation in
      let hasNumbers: Bool =
        switch violation.rule {
        case .group, .leave, .locked, .succession: false
        case .leastDaysInRow, .mostDaysInRow, .leastDaysOffInRow, .rest, .mostOfKind,
          .mostWeekends, .mostNights, .leastMinutes, .mostMinutes:
          true
        }
      return [
        problem.people[violation.person].name, problem.days[violation.day].description,
        violation.rule.words(problem)[language], hasNumbers ? String(violation.found) : "",
        hasNumbers ? String(violation.allowed) : "",
      ]
    }
    self.table = table
  }
}
