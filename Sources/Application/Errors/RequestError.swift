// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import ScenarioFiles
import Wording

/// What is wrong with a request.
package enum RequestError: Error, Equatable, Sendable {
  case unknownPlan(RequestField, name: String, known: [String])
  case replicationTooLarge(RequestField, found: Int, count: Int)
  case chatTooLarge(found: Int, count: Int, replication: Int)
  case notAMoment(found: String)
  case momentOutsideHorizon(found: CivilDate, horizon: DateSpan)
  case notDates(found: String)
  case datesOutsideHorizon(found: DateSpan, horizon: DateSpan)
  /// The provider staffs a shared pool, not the shop.
  case poolHasNoRequirement(plan: String)
  /// No plan, or not the one named, has a size to choose.
  case noSizeToChoose(plan: String?)
  /// Shifts that a search is still to plan, where none is run.
  case shiftsStillPlanned(plan: String)
  /// A plan whose agents are written has no size to choose.
  case sizeNotOpen(plan: String)
  case sizeOutOfRange(found: Int, allowed: ClosedRange<Int>)
  case setting(String, Setting.Problem)
  /// A grid where one value is wanted.
  case severalValues(String)
  case noSettings
  /// Points of a grid.
  case gridTooLarge(found: Int, allowed: Int)
  /// Points of a grid, more than are run without being asked.
  case gridIsLong(found: Int, unasked: Int)
  case explorationIsLong(found: Int, unasked: Int)
  case planOfContract(file: String)
  case planOfInvoiceUnnamed(known: [String])
  case unknownRule(String, known: [String])
  /// No plan, or not the one named, has people that are written.
  case noRosterOfThePast(plan: String?)
  /// The same of today, where no roster is given.
  case noRosterToday(plan: String?)
  /// What should be a day.
  case notADay(found: String)
  /// What should be the hour that it is now.
  case notNow(found: String)
  /// The desk is closed for the rest of the day.
  case dayIsOver(now: ClockTime, date: CivilDate)
  case groupNotInPlan(String, plan: String, known: [String])
  /// None of the limits has a speed in the scenario.
  case limitBeyondCurve(group: String, known: Int, limits: ClosedRange<Int>)
  /// A formula refuses what it is asked.
  case question(Cause)
}

extension RequestError {
  func sentence(naming name: (RequestField) -> String) -> Localized {
    switch self {
    case .unknownPlan(let field, let plan, let known):
      let list = known.joined(separator: ", ")
      return Localized(
        en: "\(name(field)) \(plan): no such plan; there are \(list).",
        zh: "\(name(field)) \(plan)：没有这个方案；现有 \(list)。")
    case .replicationTooLarge(let field, let found, let count):
      return Localized(
        en: "\(name(field)): found \(found), allowed 0 to \(count - 1), the replications of this "
          + "run.",
        zh: "\(name(field))：给出 \(found)，可用 0 至 \(count - 1)，即本次运行的模拟序号。")
    case .chatTooLarge(let found, let count, let replication):
      return Localized(
        en: "\(name(.chat)): found \(found), allowed 0 to \(count - 1), the chats of replication "
          + "\(replication).",
        zh: "\(name(.chat))：给出 \(found)，可用 0 至 \(count - 1)，即第 \(replication) 次模拟的会话。")
    case .notAMoment(let found):
      return Localized(
        en: "\(name(.at)): found \(found), allowed a date and a time as '2026-11-11 20:00'.",
        zh: "\(name(.at))：给出 \(found)，应为日期和时刻，如 '2026-11-11 20:00'。")
    case .momentOutsideHorizon(let found, let horizon):
      return Localized(
        en: "\(name(.at)): found \(found), allowed \(horizon), the scenario's horizon.",
        zh: "\(name(.at))：给出 \(found)，应在场景的时间范围 \(horizon) 内。")
    case .notDates(let found):
      return Localized(
        en: "\(name(.dates)): found \(found), allowed a date as 2026-11-11, or two as "
          + "2026-11-01/2026-11-14.",
        zh: "\(name(.dates))：给出 \(found)，应为日期，如 2026-11-11，或起止两日，如 2026-11-01/2026-11-14。")
    case .datesOutsideHorizon(let found, let horizon):
      return Localized(
        en: "\(name(.dates)): found \(found), allowed dates of \(horizon), the scenario's horizon.",
        zh: "\(name(.dates))：给出 \(found)，应在场景的时间范围 \(horizon) 内。")
    case .poolHasNoRequirement(let plan):
      return Localized(
        en:
          "\(name(.plan)) \(plan): its people are a provider's shared pool, which the shop does not "
          + "staff; allowed are plans with people of their own.",
        zh: "\(name(.plan)) \(plan)：其客服为服务商的共享客服池，不由店铺排班；请选择有专属人员的方案。")
    case .noSizeToChoose(let plan):
      let place = plan.map { "\(name(.plan)) \($0)" } ?? "plans"
      return Localized(
        en:
          "\(place): found agents that are written or a shared pool, needed a plan with staffing: "
          + "fewest, whose size is there to be chosen.",
        zh: "\(place)：人数已写明或为共享客服池；需要一个含 fewest、规模待定的方案。")
    case .shiftsStillPlanned(let plan):
      return Localized(
        en: "plans.\(plan): found staffing: planned, whose shifts only a comparison finds, allowed "
          + "lines with agents, as `staffing.csv` of a comparison has them, or fewest.",
        zh: "plans.\(plan)：为 staffing: planned，其班次只有对比才会求出；请写明 lines 与 agents"
          + "（如对比结果 staffing.csv 所列），或用 fewest。")
    case .sizeNotOpen(let plan):
      return Localized(
        en: "\(name(.size)): plan \(plan) has its agents written, allowed for plans with "
          + "staffing: fewest.",
        zh: "\(name(.size))：方案 \(plan) 的人数已写明；只有含 fewest 的方案才能指定规模。")
    case .sizeOutOfRange(let found, let allowed):
      return Localized(
        en: "\(name(.size)): found \(found), allowed \(allowed.lowerBound) to "
          + "\(allowed.upperBound), the range of the plan's search.",
        zh: "\(name(.size))：给出 \(found)，可用 \(allowed.lowerBound) 至 \(allowed.upperBound)，"
          + "即该方案的搜索范围。")
    case .setting(let text, let problem):
      let reason = problem.reason
      let place = text.utf8.count > 200 ? text.prefix(199) + "…" : text[...]
      return Localized(
        en: "--set \(place): \(reason.en).", zh: "--set \(place)：\(reason.zh)。")
    case .severalValues(let text):
      return Localized(
        en: "--set \(text): several values; a grid of them is `inquiry whatif`, one list is "
          + "written [a, b], and text with a comma in quotes.",
        zh: "--set \(text)：给出多个值；多值网格请用 `inquiry whatif`，单个列表写作 [a, b]，"
          + "含逗号的文字加引号。")
    case .noSettings:
      return Localized(
        en: "whatif needs at least one --set path=values.",
        zh: "whatif 至少需要一个“--set 路径=取值”。")
    case .gridTooLarge(let found, let allowed):
      return Localized(
        en: "--set: found \(found) combinations of values, allowed at most \(allowed); give fewer "
          + "values, or run parts of the grid.",
        zh: "--set：取值组合共 \(found) 种，最多 \(allowed) 种；请减少取值，或分几次运行。")
    case .gridIsLong(let found, let unasked):
      return Localized(
        en: "--set: found \(found) combinations of values, more than \(unasked): that takes long. "
          + "Say --yes if it is meant; with --output and --resume an interrupted run goes on.",
        zh: "--set：取值组合共 \(found) 种，超过 \(unasked) 种，耗时较长。确认请加 --yes；"
          + "配合 --output 与 --resume，中断后可以接着运行。")
    case .explorationIsLong(let found, let unasked):
      return Localized(
        en: "explore: found \(found) points of assumptions, volumes × seasons and mixes, more than "
          + "\(unasked): that takes long. Say --yes if it is meant; with --output and --resume an "
          + "interrupted run goes on.",
        zh: "explore：假设、业务量 × 季节与组合共 \(found) 个点，超过 \(unasked) 个，耗时较长。确认请加 --yes；"
          + "配合 --output 与 --resume，中断后可以接着运行。")
    case .planOfContract(let file):
      return Localized(
        en: "\(name(.plan)): \(file) is a contract; only a scenario has plans.",
        zh: "\(name(.plan))：\(file) 是合同；只有场景文件才有方案。")
    case .planOfInvoiceUnnamed(let known):
      let list = known.joined(separator: ", ")
      return Localized(
        en: "\(name(.against)): name the plan of the invoice with \(name(.plan)): \(list).",
        zh: "\(name(.against))：请用 \(name(.plan)) 指明账单所属的方案：\(list)。")
    case .noRosterOfThePast(let plan):
      let place = plan.map { "\(name(.plan)) \($0)" } ?? "plans"
      return Localized(
        en:
          "\(place): found a shared pool or people still to be found, allowed a plan whose roster is "
          + "written: who answered then must be known.",
        zh: "\(place)：为共享客服池或人数待定；需要一个已写明班表的方案，以知道当时由谁接待。")
    case .groupNotInPlan(let group, let plan, let known):
      let list = known.joined(separator: ", ")
      let shown = Harmless.line(group, most: 80)
      return Localized(
        en: "--group \(shown): plan \(plan) has nobody of it; there are \(list).",
        zh: "--group \(shown)：方案 \(plan) 中没有该组；现有 \(list)。")
    case .limitBeyondCurve(let group, let known, let limits):
      return Localized(
        en:
          "--limits: found \(limits.lowerBound)..\(limits.upperBound), allowed up to \(known), the last "
          + "speed of agent_groups.\(group).concurrency; --extend extrapolates beyond it.",
        zh: "--limits：给出 \(limits.lowerBound)..\(limits.upperBound)，最多 \(known)，即 "
          + "agent_groups.\(group).concurrency 的最后一个速度；加 --extend 可外推。")
    case .noRosterToday(let plan):
      let place = plan.map { "\(name(.plan)) \($0)" } ?? "plans"
      return Localized(
        en:
          "\(place): found a shared pool or people still to be found, allowed a plan whose roster is "
          + "written, or --roster with who is on duty today.",
        zh: "\(place)：为共享客服池或人数待定；需要一个已写明班表的方案，或用 --roster 给出今日班表。")
    case .notADay(let found):
      return Localized(
        en: "--date: found \(Harmless.line(found, most: 80)), allowed a date as 2026-11-11.",
        zh: "--date：给出 \(Harmless.line(found, most: 80))，应为日期，如 2026-11-11。")
    case .notNow(let found):
      return Localized(
        en:
          "--now: found \(Harmless.line(found, most: 80)), allowed a time at whole five minutes, as "
          + "14:00.",
        zh: "--now：给出 \(Harmless.line(found, most: 80))，应为五分钟整的时刻，如 14:00。")
    case .dayIsOver(let now, let date):
      return Localized(
        en:
          "--now: found \(now), allowed a time before the desk closes on \(date): nothing is left of "
          + "the day.",
        zh: "--now：给出 \(now)，应早于 \(date) 的关门时刻：当日已无剩余营业时间。")
    case .unknownRule(let name, let known):
      let list = known.joined(separator: ", ")
      let near = nearestName(to: name, among: known)
      let shown = Harmless.line(name, most: 80)
      return Localized(
        en: "--rule \(shown): no such rule or platform; there are \(list)."
          + (near.map { " Did you mean \($0)?" } ?? ""),
        zh: "--rule \(shown)：没有这个规则或平台；现有 \(list)。" + (near.map { "是否指 \($0)？" } ?? ""))
    case .question(let cause): return cause.sentence
    }
  }
}

extension Setting.Problem {
  /// Of what was written as values of a key in a file.
  func sentence(of text: String) -> Localized {
    let place = text.utf8.count > 200 ? text.prefix(199) + "…" : text[...]
    let reason = reason
    return Localized(en: "\(place): \(reason.en).", zh: "\(place)：\(reason.zh)。")
  }

  fileprivate var reason: Localized {
    switch self {
    case .noEqualsSign:
      Localized(
        en: "no '='; write path=value, path=a,b,c or path=from..to/step",
        zh: "缺少“=”；应写作 路径=取值、路径=a,b,c 或 路径=起..止/步长")
    case .emptyPath: Localized(en: "no path before '='", zh: "“=”之前没有路径")
    case .noValues: Localized(en: "an empty value", zh: "取值为空")
    case .unbalanced:
      Localized(
        en: "a bracket or quotation mark that is never closed", zh: "括号或引号没有闭合")
    case .badRange:
      Localized(
        en: "a range is written from..to/step, numbers with step > 0 and to ≥ from",
        zh: "区间写作 起..止/步长，均为数字，步长 > 0 且 止 ≥ 起")
    case .tooManyValues(_, let count):
      Localized(
        en: "\(count) values; at most \(Setting.mostValues) are allowed",
        zh: "共 \(count) 个值；最多 \(Setting.mostValues) 个")
    case .tooDeep(_, let steps):
      Localized(
        en: "a path of \(steps) steps; at most \(Setting.mostSteps) are allowed",
        zh: "路径共 \(steps) 级；最多 \(Setting.mostSteps) 级")
    case .twice(let path, let other):
      Localized(
        en: "\(path) is set twice (by \(other) too); give it once",
        zh: "\(path) 被设置了两次（另一处为 \(other)）；只能设置一次")
    }
  }
}
