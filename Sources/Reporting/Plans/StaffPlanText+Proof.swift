// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Experiments
import Inference
import IntegerPrograms
import Measures
import Plans
import Scenarios
import Wording

/// What proves a staff plan, and what else there is.
extension StaffPlanText {
  /// Another way that keeps every target at less, where the search found none so cheap.
  var cheaper: [String] {
    let way = outcome.others.filter {
      $0.alternative.proof.answer == .met && $0.bill.mean < best.bill.mean
    }.min { $0.bill.mean < $1.bill.mean }
    guard let way else { return [] }
    let saved = style.amount(best.bill.mean - way.bill.mean)
    return [
      say(
        "! Staffed otherwise it costs \(saved) less and keeps every target: "
          + "\(words(way.alternative.kind)). The search found nothing so cheap.",
        "! 换一种做法可少花 \(saved) 且全部达标：\(words(way.alternative.kind))。求解未得更省的方案。")
    ]
  }

  /// Own people whom it takes.
  var employed: [String] {
    let shifts = best.planned.shifts
    return shifts.design.supplies.indices.filter { shifts.heads[$0] > 0 }.map { place in
      let group = shifts.design.supplies[place].group
      return say(
        "Own staff to employ: \(shifts.heads[place]) in \(group), each with all the shifts of a week that "
          + "rest days leave.",
        "需雇用自有员工：\(group) \(shifts.heads[place]) 人，每人每周除休息日外排满。")
    }
  }

  /// What simulated customers meet under it.
  var proof: [String] {
    guard let proof = best.planned.proof else { return [] }
    let stretches = proof.stretches
    let missed = stretches.count { $0 == .missed }
    let open = stretches.count { $0 == .undecided }
    let state =
      missed + open == 0
      ? say("all of them met", "全部达标")
      : say(
        "\(stretches.count - missed - open) met, \(open) cannot be told, \(missed) missed",
        "\(stretches.count - missed - open) 个达标，\(open) 个尚难判断，\(missed) 个未达标")
    let hours = style.number(best.planned.shifts.hours(on: outcome.days), places: 1)
    let needed = style.number(best.planned.requirement.found.profile.hours, places: 1)
    var sentences = [
      say(
        "Proof: \(stretches.count) \(unit), \(state). \(hours) hours booked on these days; the need by "
          + "interval is \(needed).",
        "检验：\(stretches.count) \(unit)，\(state)。这些日子共排 \(hours) 工时；逐时段需求为 \(needed) 工时。")
    ]
    if open > 0, let needed = proof.checks.map(\.result).replicationsLikelyToTell {
      // Twice as many prove as search.
      let most = style.count((needed + 1) / 2)
      sentences.append(
        say(
          "--replications \(most) would likely tell what is open.",
          "--replications \(most) 大约可以判断尚难判断者。"))
    }
    sentences += best.planned.requirement.targets.indices.compactMap { worst($0, proof) }
    let solution = best.planned.solution
    let gap = style.percent(solution.gap, places: 2)
    sentences.append(
      solution.isCut
        ? say(
          "The choice of shifts was cut short: at most \(gap) above the cheapest that covers the same need.",
          "排班求解提前结束：最多比满足同样需求的最低费用高 \(gap)。")
        : say(
          "The choice of shifts is at most \(gap) above the cheapest that covers the same need.",
          "排班费用最多比满足同样需求的最低费用高 \(gap)。"))
    return sentences
  }

  /// The day, and the interval, in which a target does worst.
  private func worst(_ target: Int, _ proof: Requirement.Candidate) -> String? {
    let rule = best.planned.requirement.targets[target]
    func shown(_ value: Double) -> String {
      rule.measure.unit == .seconds ? style.duration(value) : style.percent(value)
    }
    func isWorse(_ left: Double, _ right: Double) -> Bool {
      rule.wantsMoreOfMeasure ? left < right : left > right
    }
    let days = proof.days.enumerated().compactMap { day, results in
      results[target].value.map { (outcome.days[day], $0) }
    }
    let intervals = proof.values[target].enumerated().compactMap { place, value in
      value.map { (place, $0.mean) }
    }
    guard let day = days.min(by: { isWorse($0.1.mean, $1.1.mean) }),
      let interval = intervals.min(by: { isWorse($0.1, $1.1) })
    else { return nil }
    let requirement = best.planned.requirement
    let moment = "\(requirement.date(of: interval.0)) \(requirement.start(of: interval.0))"
    return say(
      "\(target + 1). Worst day \(day.0): \(shown(day.1.mean)) ± \(shown(day.1.halfWidth)); worst interval "
        + "\(moment): \(shown(interval.1)).",
      "\(target + 1). 最差的一天 \(day.0)：\(shown(day.1.mean)) ± \(shown(day.1.halfWidth))；最差的时段 \(moment)："
        + "\(shown(interval.1))。")
  }

  /// How surely the cheapest of what was found is the cheapest.
  var finalists: [String] {
    guard let finalists = outcome.finalists else { return [] }
    return [
      FinalistText(finalists: finalists, style: style) { member in
        switch member {
        case .plan(let place): name(outcome.plans[place].plan)
        case .other(let place): words(outcome.others[place].alternative.kind)
        }
      }.sentence
    ]
  }

  /// Every plan at its own best.
  var plans: TextTable {
    TextTable(
      columns: [
        .init(say("plan, each at its own best", "方案（各取最优）"), .left),
        .init(say("bill", "账单")), .init("95% ±"), .init(say("against the first", "与首行 之差")),
        .init(say("hours", "工时")), .init(say("shifts that differ", "不同 班次")),
        .init(say("targets", "目标"), .left),
      ],
      rows: outcome.plans.enumerated().map { index, staffed in
        [
          (index == 0 ? "→ " : "") + name(staffed.plan), style.amount(staffed.bill.mean),
          style.amount(staffed.bill.cost.halfWidth),
          index == 0 ? "" : signed(staffed.bill.mean - best.bill.mean),
          style.number(staffed.planned.shifts.hours(on: outcome.days)),
          "\(staffed.planned.shifts.distinctShifts)",
          answer(staffed.planned.proof),
        ]
      })
  }

  /// Other ways to staff the first plan, and the usual rules.
  var others: TextTable {
    TextTable(
      columns: [
        .init(say("other ways under the first plan", "首个方案的其他做法"), .left),
        .init(say("bill", "账单")), .init(say("against it", "与其 之差")),
        .init(say("hours", "工时")), .init(say("shifts that differ", "不同 班次")),
        .init(say("targets", "目标"), .left),
      ],
      rows: outcome.others.map { other in
        [
          words(other.alternative.kind), style.amount(other.bill.mean),
          signed(other.bill.mean - best.bill.mean), style.number(other.alternative.hours),
          "\(other.alternative.distinctShifts)", answer(other.alternative.proof),
        ]
      })
  }

  func words(_ kind: ShiftAlternative.Kind) -> String {
    switch kind {
    case .written: return say("as the scenario has it", "按场景所写")
    case .without(let place):
      let supply = best.planned.question.design.supplies[place]
      let who = supply.group + " · " + Self.engagement(supply.engagement)[style.language]
      return say("without \(who)", "不用 \(who)")
    case .distinct(let count):
      return say("\(count) shifts that differ at most", "最多 \(count) 种班次")
    case .peakAndHalf: return say("rule: busiest interval × 1.5, all day", "惯例：最忙时段 × 1.5，全天")
    case .erlangC: return say("rule: Erlang C by interval", "惯例：逐时段 Erlang C")
    }
  }

  private func answer(_ proof: Requirement.Candidate?) -> String {
    guard let proof else { return NumberStyle.missing }
    let stretches = proof.stretches
    let missed = stretches.count { $0 == .missed }
    let open = stretches.count { $0 == .undecided }
    if missed > 0 {
      return say("missed in \(missed) of \(stretches.count)", "\(stretches.count) 中 \(missed) 个未达标")
    }
    return open > 0
      ? say("open in \(open) of \(stretches.count)", "\(stretches.count) 中 \(open) 个难判断")
      : say("met", "达标")
  }

  private func signed(_ amount: Double) -> String {
    (amount > 0 ? "+" : "") + style.amount(amount)
  }

  /// What the usual rules would have cost, or missed.
  var savings: [String] {
    outcome.others.filter { [.peakAndHalf, .erlangC].contains($0.alternative.kind) }.map { other in
      let more = other.bill.mean - best.bill.mean
      let rule = words(other.alternative.kind)
      let difference =
        more >= 0
        ? say("costs \(style.amount(more)) more", "多花 \(style.amount(more))")
        : say("costs \(style.amount(-more)) less", "少花 \(style.amount(-more))")
      return say(
        "\(rule): \(difference); targets \(answer(other.alternative.proof)).",
        "\(rule)：\(difference)；目标\(answer(other.alternative.proof))。")
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
    let outside = outcome.billed.count > outcome.days.count
    let held =
      outside
      ? say(
        "Seats are held for whole months, so the bill is that of \(outcome.billed); its other days are "
          + "staffed by formula, scaled by what the simulation found, so that the same month asked by other "
          + "days may cost otherwise; --dates with the month plans all of it. ",
        "坐席按整月购买，故账单为 \(outcome.billed) 全部；其余日子按公式并依模拟结果折算排班，因此就同一月份的不同日子询问，"
          + "账单可能不同；--dates 写月份则规划整月。") : ""
    let notice =
      StaffBooking.all(in: best).contains(where: \.isNoticeAssumed)
      ? say(
        "* Notice assumed: none for seats, a week for short-term people, a month for own staff "
          + "(notice_days; notice_to_add of the contract).",
        "* 提前期为假设：坐席无提前期，短期人员一周，自有员工一个月（notice_days；合同的 notice_to_add）。") : ""
    return held + notice
  }
}
