// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Rostering
package import Wording

/// What a check of a roster found, for a terminal.
package enum RosterCheckText {
  package static func text(
    _ outcome: RosterCheckUseCase.Outcome, _ language: Language
  ) -> String {
    let head = heading(outcome, language) + "\n"
    guard !outcome.violations.isEmpty else { return head }
    return head + "\n"
      + ViolationTable(outcome.violations, of: outcome.problem, language).table.text()
  }

  /// How many people, which days, and how many rules are broken.
  static func heading(_ outcome: RosterCheckUseCase.Outcome, _ language: Language) -> String {
    let (people, days) = (outcome.problem.people.count, outcome.problem.days)
    let count = outcome.violations.count
    return Localized(
      en: "\(people) people, \(days.first) to \(days.last): "
        + (count == 0 ? "no rule is broken." : "\(count) rules are broken."),
      zh: "\(people) 人，\(days.first) 至 \(days.last)："
        + (count == 0 ? "没有违反规则。" : "违反 \(count) 条规则。"))[language]
  }
}
