// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Capacity
import Experiments
import Inference
import Measures
import Planning
import Plans
import Scenarios
import Wording

/// A year's seats and people for a terminal: heads by month, what to do by which date, what it costs and what
/// proves it, the reserve of each promotion, and what else there is.
package struct HeadcountText {
  /// More things to do than these are in the file alone.
  private static let mostActions = 18

  let outcome: HeadcountUseCase.Outcome
  let style: NumberStyle
  var best: HeadcountUseCase.Staffed { outcome.plans[0] }

  package init(_ outcome: HeadcountUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  package func text(width: Int = 100) -> String {
    func lines(_ sentences: [String]) -> String {
      sentences.flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n") + "\n"
    }
    var parts = [
      lines([heading] + targets + [verdict] + bound + standing), months.text(width: width),
    ]
    parts.append(lines(monthNotes))
    parts.append(actions.text(width: width))
    if let more = furtherActions { parts.append(lines([more])) }
    parts.append(plans.text(width: width))
    if !outcome.others.isEmpty { parts.append(others.text(width: width)) }
    parts.append(lines(nextBest + finalists))
    if !outcome.reserves.isEmpty {
      parts.append(reserve.text(width: width))
      parts.append(lines(reserveNotes))
    }
    parts.append(lines(refusals + [note]))
    return parts.joined(separator: "\n")
  }

  func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }

  var heading: String {
    let question = best.year.question.requirement
    let kinds = best.year.kinds.count
    return say(
      "\(outcome.scenario.name), \(question.days): whom to hold, hire and book month by month so that the "
        + "targets hold, at the least bill found. \(question.replications) replications of the whole "
        + "horizon search, \(best.year.proof.replications) others prove; seed \(question.scenario.seed). "
        + "Its \(question.days.count) days are planned as \(kinds) kinds: month × promotion phase × volume.",
      "\(outcome.scenario.name)，\(question.days)：使目标成立、所求得账单最低的逐月坐席与人员。以全期 "
        + "\(question.replications) 次模拟求解，另以 \(best.year.proof.replications) 次检验，种子 "
        + "\(question.scenario.seed)。\(question.days.count) 天归为 \(kinds) 类（月份 × 大促阶段 × 咨询量）规划。")
  }

  var targets: [String] {
    best.year.proof.horizon.enumerated().map { "\($0 + 1). " + $1.target.words(style) }
  }

  var verdict: String {
    let found = say(
      "\(style.amount(best.mean)) for \(outcome.scenario.horizon); \(promise(best.year.proof)).",
      "\(outcome.scenario.horizon) 账单 \(style.amount(best.mean))；\(promise(best.year.proof))。")
    guard let written = best.cheaperAsWritten else { return "→ \(best.name): " + found }
    return say(
      "→ \(best.name): keep to its lines as the scenario has them: \(style.amount(written.mean)) for "
        + "\(outcome.scenario.horizon), and every target is met. The search found nothing so cheap; what it "
        + "found, below, is " + found,
      "→ \(best.name)：按场景所写的人员即可：\(outcome.scenario.horizon) 账单 \(style.amount(written.mean))，全部达标。"
        + "求解未得更省的方案；以下为其所得：" + found)
  }

  /// What the targets together say of the months.
  func promise(_ proof: YearService) -> String {
    let count = proof.months.count
    let missed = proof.months.count { $0.answer == .missed }
    let open = proof.months.count { $0.answer == .undecided }
    if missed > 0 {
      return say(
        "targets are missed in \(missed) of \(count) months", "\(count) 个月中 \(missed) 个未达标")
    }
    if open > 0 {
      return say(
        "every target is met in \(count - open) of \(count) months, and \(open) cannot be told",
        "\(count) 个月中 \(count - open) 个达标，\(open) 个尚难判断")
    }
    return say("every target is met in all \(count) months", "\(count) 个月全部达标")
  }

  /// Heads, bill and targets by month.
  var months: TextTable {
    let year = best.year
    let isOneYear = Set(year.staff.months.map(\.first.year)).count == 1
    let names = year.staff.months.map {
      String($0.first.yearMonth.description.suffix(isOneYear ? 2 : 5))
    }
    var rows = [
      [say("needed at once", "同时需要")]
        + year.staff.months.indices.map { "\(year.peakNeed(in: $0))" }
    ]
    for supply in best.supplies.indices {
      rows.append([who(supply)] + best.people(supply).map { $0 > 0 ? "\($0)" : "·" })
      if best.supplies[supply].engagement == .shortTerm {
        rows.append(
          [say("  their shifts", "  其班次数")]
            + year.staff.months.map {
              let shifts = year.staff.shifts.personShifts(of: supply, on: $0)
              return shifts > 0 ? style.count(shifts) : "·"
            })
      }
    }
    rows.append(
      [say("bill, thousand", "账单（千元）")]
        + best.outcome.cost.months.map { style.number($0.total.mean / 1000, places: 1) })
    for target in year.proof.horizon.indices {
      rows.append(
        ["\(target + 1). " + style.name(year.proof.horizon[target].target.measure)]
          + year.proof.months.map { shown($0.results[target]) })
    }
    return TextTable(
      columns: [.init(say("by month", "逐月"), .left)] + names.map { .init($0) }, rows: rows)
  }

  /// The value, with a mark for what can be said of it.
  private func shown(_ result: TargetResult) -> String {
    guard let value = result.value else { return NumberStyle.missing }
    let isTime = result.target.measure.unit == .seconds && !result.target.isShareOfDays
    let number = isTime ? style.number(value.mean) : style.number(value.mean * 100)
    switch result.answer {
    case .met: return number
    case .undecided: return number + "?"
    case .missed: return number + "!"
    }
  }

  func who(_ supply: Int) -> String {
    let supply = best.supplies[supply]
    let words = StaffPlanText.engagement(supply.engagement)[style.language]
    return supply.group + " · " + words
  }

  var monthNotes: [String] {
    [
      say(
        "Seats and own staff: heads; short term: the most on one day. Targets in percent (times in seconds), of "
          + "the months alone: ? cannot be told, ! missed. Worst month: \(worst).",
        "坐席与自有员工为人数，短期为单日最多人数。目标为百分数（时间为秒），仅就当月而言：? 尚难判断，! 未达标。"
          + "最差月份：\(worst)。")
    ]
  }

  /// The month that is nearest to what is promised, or furthest from it.
  private var worst: String {
    let months = best.year.proof.months
    let rooms = months.flatMap { month in
      month.results.compactMap { result in
        result.value.map { value in
          (
            month: month.month, result: result, value: value,
            room: result.target.room(value.mean) / max(1e-9, result.target.promised)
          )
        }
      }
    }
    guard let worst = rooms.min(by: { $0.room < $1.room }) else { return NumberStyle.missing }
    let isTime = worst.result.target.measure.unit == .seconds && !worst.result.target.isShareOfDays
    let value = isTime ? style.duration(worst.value.mean) : style.percent(worst.value.mean)
    let half = isTime ? style.duration(worst.value.halfWidth) : style.percent(worst.value.halfWidth)
    return "\(worst.month), \(style.name(worst.result.target.measure)) \(value) ± \(half)"
  }

  /// What to do, in order of the dates.
  var allActions: TextTable { actions(rows.count) }

  private var actions: TextTable { actions(Self.mostActions) }

  private func actions(_ most: Int) -> TextTable {
    TextTable(
      columns: [
        .init(say("by", "最迟"), .left), .init(say("what to do", "要做的事"), .left),
        .init(say("from", "起"), .left), .init(say("to", "止"), .left),
        .init(say("price", "价格")),
      ],
      rows: rows.prefix(most).map { row in
        [
          row.action.deadline.description + (row.action.isNoticeAssumed ? "*" : ""), words(row),
          row.action.days.first.description, row.action.days.last.description,
          (row.action.kind == .giveBack ? "−" : "") + style.amount(row.action.price)
            + (row.supply.engagement == .dedicated ? say(" a month", "/月") : ""),
        ]
      })
  }

  private var rows: [YearActionRow] {
    YearActionRow.rows(of: outcome).filter { $0.staffed.plan.name == best.plan.name }
  }

  private var furtherActions: String? {
    let more = rows.count - Self.mostActions
    guard more > 0 else { return nil }
    return say("… and \(more) more in bookings.csv.", "……其余 \(more) 项见 bookings.csv。")
  }

  private func words(_ row: YearActionRow) -> String {
    let people = row.action.people
    let who = row.supply.group
    let isSeat = row.supply.engagement == .dedicated
    let shifts = row.shifts.map { "\($0.hours) ×\($0.people)" }.joined(separator: ", ")
    let after = shifts.isEmpty ? "" : say(", then ", "，其后 ") + shifts
    let seats = people == 1 ? "1 seat" : "\(people) seats"
    switch row.action.kind {
    case .begin:
      return isSeat
        ? say(
          "hold \(seats) · \(who)" + (shifts.isEmpty ? "" : ": " + shifts),
          "签订 \(people) 个坐席 · \(who)" + (shifts.isEmpty ? "" : "：" + shifts)) + boundWords(row)
        : say("employ \(people) · \(who)", "在册 \(people) 人 · \(who)")
    case .add:
      return say("add \(seats) · \(who)\(after)", "增加 \(people) 个坐席 · \(who)\(after)")
        + boundWords(row)
    case .giveBack:
      return say("return \(seats) · \(who)", "退还 \(people) 个坐席 · \(who)")
    case .hire:
      return say("hire \(people) · \(who)", "招聘 \(people) 人 · \(who)")
    case .book:
      let names = row.action.promotions.map {
        PromotionName.text($0, style.language, withYear: false)
      }
      let why = names.isEmpty ? "" : " (\(style.list(names)))"
      let shifts = style.count(row.action.personShifts)
      return say(
        "book \(shifts) shifts · \(who), at most \(people) a day\(why)",
        "预订 \(shifts) 个班次 · \(who)，单日最多 \(people) 人\(why)")
    }
  }

  var refusals: [String] {
    UnansweredPlans(
      scenario: outcome.scenario, answered: outcome.plans.map(\.plan.name),
      refused: outcome.refused,
      style: style
    ).sentences
  }

  /// What is assumed.
  var note: String {
    let gap = style.percent(best.year.staff.gap, places: 2)
    let team = best.year.terms.contains { if case .own = $0 { true } else { false } }
    let own =
      team
      ? say(
        "Own staff: a leaver's post stands empty for the lead time, hires are counted in whole people as soon "
          + "as growth and expected leavers add up to one (recruiting of the contract). ",
        "自有员工：离职岗位在招聘周期内空缺；扩编与预期离职累计满一人即计一次招聘（合同的 recruiting）。") : ""
    return say(
      "The choice of people of \(best.name) is at most \(gap) above the cheapest for the same need. \(own)* Notice assumed: none to "
        + "add seats and a month to return them, a week for short-term people, a month for hiring "
        + "(notice_days; seat_terms and recruiting of the contract).",
      "\(best.name) 的人员方案最多比满足同样需求的最低费用高 \(gap)。\(own)* 提前期为假设：增加坐席无提前期、退还一个月，短期人员一周，"
        + "招聘一个月（notice_days；合同的 seat_terms 与 recruiting）。")
  }
}

extension ServiceTarget {
  /// Whether what is shown of it is a share of days.
  var isShareOfDays: Bool { if case .shareOfDays = scope { true } else { false } }
}
