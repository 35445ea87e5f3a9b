// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Rostering
import Wording

extension RosterConflicts {
  /// For each person the smallest set of rules that contradict each other, and what to relax.
  func sentence(of problem: RosterProblem) -> Localized {
    let shown = conflicts.prefix(Self.most)
    let lines = shown.map { $0.sentence(of: problem) }
    var en = lines.map(\.en).joined(separator: "\n")
    var zh = lines.map(\.zh).joined(separator: "\n")
    if conflicts.count > shown.count {
      en += "\n… and \(conflicts.count - shown.count) more people."
      zh += "\n……另有 \(conflicts.count - shown.count) 人。"
    }
    return Localized(en: en, zh: zh)
  }

  private static let most = 20
}

extension RosterConflict {
  fileprivate func sentence(of problem: RosterProblem) -> Localized {
    let person = problem.people[person]
    let names = limits.map { $0.words(of: person, in: problem) }
    let relaxed = limits.compactMap { limit -> Localized? in
      guard let value = possible[limit] else { return nil }
      let words = limit.words(of: person, in: problem)
      return Localized(en: "\(words.en) → \(value)", zh: "\(words.zh) → \(value)")
    }
    let hint = Localized(
      en: relaxed.isEmpty
        ? "Relax any one of them."
        : "Relax any one of them, as " + relaxed.map(\.en).joined(separator: ", or ") + ".",
      zh: relaxed.isEmpty
        ? "放宽其中任意一项即可。" : "放宽其中任意一项即可，如" + relaxed.map(\.zh).joined(separator: "，或") + "。")
    return Localized(
      en: "no roster keeps all of: " + names.map(\.en).joined(separator: "; ") + ". " + hint.en,
      zh: "没有班表能同时满足：" + names.map(\.zh).joined(separator: "；") + "。" + hint.zh
    ).placed(Harmless.line(person.name, most: 80))
  }
}

extension PersonLimit {
  fileprivate func words(of person: RosterPerson, in problem: RosterProblem) -> Localized {
    func date(_ day: Int) -> String { problem.days[day].description }
    func period(_ index: Int) -> String {
      let days = person.contract[index].days
      return "\(date(days.lowerBound))/\(date(days.upperBound - 1))"
    }
    switch self {
    case .leave(let day): return Localized(en: "leave on \(date(day))", zh: "\(date(day)) 休假")
    case .locked(let day):
      return Localized(en: "the settled day \(date(day))", zh: "\(date(day)) 已锁定")
    case .leastMinutes(let index):
      let value = person.contract[index].least
      return Localized(
        en: "at least \(value) minutes in \(period(index))", zh: "\(period(index)) 至少 \(value) 分钟")
    case .mostMinutes(let index):
      let value = person.contract[index].ceiling
      return Localized(
        en: "at most \(value) minutes in \(period(index))", zh: "\(period(index)) 至多 \(value) 分钟")
    case .leastDaysInRow:
      return Localized(
        en: "at least \(person.leastDaysInRow) days in a row",
        zh: "至少连续上班 \(person.leastDaysInRow) 天")
    case .mostDaysInRow:
      let most = person.mostDaysInRow ?? 0
      return Localized(en: "at most \(most) days in a row", zh: "至多连续上班 \(most) 天")
    case .leastDaysOffInRow:
      return Localized(
        en: "at least \(person.leastDaysOffInRow) days off in a row",
        zh: "至少连续休息 \(person.leastDaysOffInRow) 天")
    case .successions:
      return Localized(
        en: "rest of \(person.rest) minutes and forbidden successions",
        zh: "班间休息 \(person.rest) 分钟与禁止的衔接")
    case .mostOfKind(let kind):
      let (name, most) = (problem.kinds[kind].name, person.most(of: kind) ?? 0)
      return Localized(en: "at most \(most) × \(name)", zh: "\(name) 至多 \(most) 次")
    case .mostWeekends:
      let most = person.mostWeekends ?? 0
      return Localized(en: "at most \(most) weekends", zh: "至多 \(most) 个周末")
    case .mostNights:
      let most = person.mostNights ?? 0
      return Localized(en: "at most \(most) nights", zh: "至多 \(most) 个夜班")
    case .history:
      return Localized(en: "what was worked before the first day", zh: "首日之前的班次")
    }
  }
}
