// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import RosterFiles
import Rostering
package import Wording

/// What a check of a roster found, for a terminal.
package enum RosterCheckText {
  package static func text(
    _ outcome: RosterCheckUseCase.Outcome, _ language: Language
  ) -> String {
    var parts = [heading(outcome, language) + "\n"]
    if !outcome.violations.isEmpty {
      parts.append(ViolationTable(outcome.violations, of: outcome.problem, language).table.text())
    }
    if let table = ShortageTable(outcome.shortages, of: outcome.problem, language).table {
      parts.append(table.text())
    }
    if let table = IntervalShortageTable(outcome.intervals ?? [], language).table {
      parts.append(table.text())
    }
    return parts.joined(separator: "\n")
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
      + coverage(outcome)[language]
  }

  /// Whether enough people are on duty, where somebody has said how many.
  private static func coverage(_ outcome: RosterCheckUseCase.Outcome) -> Localized {
    if !outcome.shortages.isEmpty {
      let count = outcome.shortages.count
      return Localized(
        en: " \(count == 1 ? "1 shift lacks" : "\(count) shifts lack") people.",
        zh: "\(count) 个班次缺员。")
    }
    guard let intervals = outcome.intervals else { return Localized(en: "", zh: "") }
    let beyond = outcome.daysNotJudged
    let rest =
      beyond == 0
      ? Localized(en: "", zh: "")
      : Localized(
        en: " \(beyond) days of the requirement are not in the roster and were not judged.",
        zh: "需求中有 \(beyond) 天不在班表内，未作判断。")
    guard !intervals.isEmpty else {
      return Localized(
        en: " Enough people are on duty in every interval.\(rest.en)", zh: "各时段在岗人数足够。\(rest.zh)")
    }
    let days = Set(intervals.map(\.date)).count
    return Localized(
      en: " Too few people are on duty on \(days == 1 ? "1 day" : "\(days) days").\(rest.en)",
      zh: "有 \(days) 天在岗人数不足。\(rest.zh)")
  }
}
