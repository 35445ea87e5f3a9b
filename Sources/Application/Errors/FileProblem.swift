// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Demand
package import DemandFitting
package import PlatformExports
import Plans
package import Pricing
package import RosterFiles
package import ScenarioFiles
package import Scorecards
package import Studies
import Tables
import Wording

/// What is wrong with a file that a request names.
package enum FileProblem: Error, Equatable, Sendable {
  case scenario(ScenarioFileError)
  case noPlans
  /// The parts of the file are sound and do not go together; `plan` where it is one plan's.
  case refused(plan: String?, Cause)
  case otherHorizon
  case otherCurrency(found: String, allowed: String)
  case records(RecordError)
  case bill(BillRefusal)
  case history(HistoryError)
  case fit(FitError)
  case messages(MessageLogError)
  /// A log that tells nothing of how customers and agents take turns.
  case messageFit(MessageFit.Problem)
  case rules(RuleError)
  /// A log that a rule cannot grade.
  case score(ScoreError)
  case export(ExportError)
  /// A rule about robots or words left, which are not simulated.
  case ruleNeedsLog(String)
  /// A history that does not tell what became of its customers.
  case nothingToBackcast
  /// A rule that simulated chats need messages for, which a type of inquiries does not have.
  case ruleNeedsMessages(String, inquiryType: String)
  /// A rule about which a platform's export says nothing.
  case ruleNotInExport(String, platform: String, known: [String])
  case roster(RosterFileError)
  /// A file of the day's customers without any on the day; `recorded` are the days that it has.
  case noCustomersOn(CivilDate?, recorded: DateSpan?)
  /// A file that has one sum for the day, without the hour up to which it counts.
  case totalNeedsNow(CivilDate)
  /// A roster, or a plan, without anybody on the day.
  case nobodyOnDuty(CivilDate)
  case tooManyInquiries(most: Int)
  case offTheGrid(found: String, minutes: Int)
  /// A run on the scenario would ask too much of the machine.
  case tooLarge(RunLoad.Excess)
  /// The values of a study's axis are none.
  case axis(String, Setting.Problem)
  /// The scenario of a point of a study is wrong.
  case point(Int, ScenarioFileError)
  case study(StudyProblem)
}

extension FileProblem {
  /// Whether the file cannot be read at all.
  package var isUnreadable: Bool {
    switch self {
    case .scenario(let error):
      // A file that cannot be read has no line to blame.
      error.problems.allSatisfy { $0.line == nil && $0.path.isEmpty }
    case .history(let error):
      error.problems.contains { if case .input = $0.kind { true } else { false } }
    case .records(let error): if case .input = error.problem { true } else { false }
    case .roster(let error): if case .record(.input) = error.problem { true } else { false }
    case .fit(let error):
      if case .eventTable(let table) = error, case .input = table.kind { true } else { false }
    case .messages(let error): error.isUnreadable
    case .rules(let error): error.isUnreadable
    case .export(let error): error.isUnreadable
    case .noPlans, .refused, .otherHorizon, .otherCurrency, .bill, .tooManyInquiries, .offTheGrid,
      .tooLarge, .score, .messageFit, .ruleNotInExport, .ruleNeedsLog, .ruleNeedsMessages,
      .nothingToBackcast, .axis, .point, .study, .noCustomersOn, .totalNeedsNow, .nobodyOnDuty:
      false
    }
  }

  func sentence(in file: String) -> Localized {
    switch self {
    case .scenario(let error):
      return error.sentence
    case .noPlans:
      return Localized(
        en: "plans: found none, allowed one or more.", zh: "plans：没有方案，至少应有一个。"
      ).placed(file)
    case .refused(let plan, let cause):
      return cause.sentence.placed(plan.map { "plans.\($0)" }).placed(file.isEmpty ? nil : file)
    case .otherHorizon:
      return Localized(
        en: "horizon: found another one than the changed scenario's; before and after need the "
          + "same days.",
        zh: "horizon：与改动后的场景不同；前后对比须为相同的日期。"
      ).placed(file)
    case .otherCurrency(let found, let allowed):
      return Localized(
        en: "currency: found \(found), allowed \(allowed) as in the changed scenario, as amounts "
          + "before and after are subtracted.",
        zh: "currency：给出 \(found)，应与改动后的场景同为 \(allowed)，因为前后金额要相减。"
      ).placed(file)
    case .records(let error): return error.sentence(in: file)
    case .bill(let refusal): return refusal.sentence.placed(file)
    case .history(let error): return error.sentence(in: file)
    case .fit(let error): return error.sentence(in: file)
    case .messages(let error): return error.sentence(in: file)
    case .messageFit(.tooFewRounds(let found, let needed)):
      return Localized(
        en: "found \(found) answered rounds, allowed \(needed) or more: fewer teach nothing.",
        zh: "只有 \(found) 轮得到回复，至少应有 \(needed) 轮，否则无从拟合。"
      ).placed(file)
    case .rules(let error): return error.sentence(in: file)
    case .score(let error): return error.sentence(in: file)
    case .export(let error): return error.sentence(in: file)
    case .nothingToBackcast:
      return Localized(
        en: "found no column of waits or outcomes beside arrival times, allowed with one: there is "
          + "nothing to set the simulation beside.",
        zh: "除到达时间外没有等待或结果列，至少应有一列，否则没有可与模拟对照的内容。"
      ).placed(file)
    case .ruleNeedsLog(let rule):
      return Localized(
        en: "--rule \(rule): found simulated chats, allowed a recorded log (inquiry score): they "
          + "have no robots and no words left.",
        zh: "--rule \(rule)：模拟会话没有机器人与留言；该规则只能评定记录的聊天日志（inquiry score）。"
      ).placed(file)
    case .ruleNeedsMessages(let rule, let type):
      return Localized(
        en: "--rule \(rule): found inquiry_types.\(type) without messages, allowed with: the rule "
          + "counts more than first replies.",
        zh: "--rule \(rule)：inquiry_types.\(type) 没有 messages；该规则统计的不只是首次回复，需要它。"
      ).placed(file)
    case .ruleNotInExport(let rule, let platform, let known):
      let list = known.joined(separator: ", ")
      return Localized(
        en: "--rule \(rule): an export of \(platform) says nothing of it, allowed \(list).",
        zh: "--rule \(rule)：\(platform) 的导出没有该规则的数据；可用 \(list)。"
      ).placed(file)
    case .roster(let error): return error.sentence(in: file)
    case .noCustomersOn(let date, let recorded):
      let day = date?.description ?? "–"
      let days = recorded?.description ?? "–"
      return Localized(
        en: "found customers of \(days), allowed some of \(day) before the hour that it is now.",
        zh: "只有 \(days) 的顾客，应有 \(day) 当前时刻之前的顾客。"
      ).placed(file)
    case .totalNeedsNow(let date):
      return Localized(
        en:
          "found one sum for \(date), allowed with --now, the hour up to which it counts, as 14:00.",
        zh: "\(date) 只有一个合计数；请用 --now 给出统计截至的时刻，如 14:00。"
      ).placed(file)
    case .nobodyOnDuty(let date):
      return Localized(
        en: "found nobody on duty on \(date), allowed one person or more.",
        zh: "\(date) 没有任何人在岗，至少应有一人。"
      ).placed(file)
    case .tooManyInquiries(let most):
      return Localized(
        en: "found more than \(most) inquiries a day, allowed at most that.",
        zh: "日均咨询超过 \(most) 次，最多允许这个数。"
      ).placed(file)
    case .offTheGrid(let found, let minutes):
      return Localized(
        en: "found \(found), allowed starts on the history's grid of \(minutes) minutes.",
        zh: "给出 \(found)，起始时刻应落在历史数据的 \(minutes) 分钟网格上。"
      ).placed(file)
    case .tooLarge(let excess): return excess.sentence.placed(file)
    case .axis(let text, let problem): return problem.sentence(of: text).placed(file)
    case .point(let point, let error):
      return error.sentence.placed(
        Localized(en: "point \(point)", zh: "第 \(point) 个点")
      ).placed(file)
    case .study(let problem): return problem.sentence.placed(file)
    }
  }
}

extension Localized {
  /// The sentence with its place before it.
  func placed(_ place: String?) -> Localized {
    guard let place else { return self }
    return Localized(en: "\(place): \(en)", zh: "\(place)：\(zh)")
  }

  func placed(_ place: Localized) -> Localized {
    Localized(en: "\(place.en): \(en)", zh: "\(place.zh)：\(zh)")
  }
}
