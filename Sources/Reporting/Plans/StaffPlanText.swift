// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Capacity
import Experiments
import Inference
import IntegerPrograms
import Measures
import Plans
import Scenarios
import Wording

/// A staff plan for a terminal: what to book, what it costs, what proves it, and what else there is.
package struct StaffPlanText {
  /// More days than these are in the file alone.
  private static let mostDays = 31

  let outcome: PlanUseCase.Outcome
  let style: NumberStyle
  var best: PlanUseCase.Staffed { outcome.plans[0] }

  package init(_ outcome: PlanUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  package func text(width: Int = 100) -> String {
    func lines(_ sentences: [String]) -> String {
      sentences.flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n") + "\n"
    }
    var parts = [lines([heading] + targets + [verdict]), bookings.text(width: width)]
    if outcome.days.count <= Self.mostDays { parts.append(calendar.text(width: width)) }
    parts.append(lines(beside + employed + proof))
    if outcome.plans.count > 1 { parts.append(plans.text(width: width)) }
    if !outcome.others.isEmpty { parts.append(others.text(width: width)) }
    parts.append(lines(savings + refusals + [note]))
    return parts.joined(separator: "\n")
  }

  func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }

  func name(_ plan: Plan) -> String { plan.title.isEmpty ? plan.name : plan.title }

  var heading: String {
    let question = best.planned.question.requirement
    return say(
      "\(outcome.scenario.name), \(outcome.days): who to book so that the targets hold "
        + StaffPlanText.hold(question.hold).en
        + ", at the least bill found. \(question.replications) replications search, "
        + "\(best.planned.requirement.proof) others prove; seed \(question.scenario.seed).",
      "\(outcome.scenario.name)，\(outcome.days)：使目标在\(StaffPlanText.hold(question.hold).zh)成立、所求得账单最低的排班。"
        + "以 \(question.replications) 次模拟求解，另以 \(best.planned.requirement.proof) 次检验，种子 "
        + "\(question.scenario.seed)。")
  }

  static func hold(_ hold: TargetHold) -> Localized {
    switch hold {
    case .interval: Localized(en: "in every stretch of a day", zh: "每日各时间段")
    case .day: Localized(en: "on every day", zh: "每一天")
    case .period: Localized(en: "over all the days together", zh: "整个时段合计")
    }
  }

  var targets: [String] {
    best.planned.requirement.targets.enumerated().map { index, target in
      let surely =
        target.confidence.share.map {
          say(
            ", held with a probability of \(style.percent($0, places: 0))",
            "，把握程度 \(style.percent($0, places: 0))")
        } ?? say(", in the mean", "（按均值）")
      return "\(index + 1). " + target.boundWords(style) + surely
    }
  }

  /// What to buy, in one sentence.
  var verdict: String {
    let stretches = best.planned.proof?.stretches ?? []
    let missed = stretches.count { $0 == .missed }
    let open = stretches.count { $0 == .undecided }
    let unit = self.unit
    let below = (best.planned.proof?.checks ?? []).filter {
      $0.result.answer == .undecided && !$0.result.isEstimateKept
    }
    let belowCount = Set(below.map(\.block)).count
    let probably =
      belowCount == 0
      ? ""
      : say(
        ", \(belowCount) of them below a target in the mean",
        "，其中 \(belowCount) 个的均值未达标")
    let promise =
      missed > 0
      ? say(
        "targets are missed on \(missed) of \(stretches.count) \(unit)",
        "\(stretches.count) \(unit)中 \(missed) 个未达标")
      : open > 0
        ? say(
          "every target is kept on \(stretches.count - open) of \(stretches.count) \(unit), and \(open) "
            + "cannot be told" + probably,
          "\(stretches.count) \(unit)中 \(stretches.count - open) 个全部达标，\(open) 个尚难判断" + probably)
        : say("every target is kept on all \(unit)", "各\(unit == "天" ? "天" : "时间段")均达标")
    return say(
      "→ \(name(best.plan)): \(style.amount(best.bill.mean)) for \(outcome.billed); \(promise).",
      "→ \(name(best.plan))：\(outcome.billed) 账单 \(style.amount(best.bill.mean))；\(promise)。")
  }

  private var unit: String {
    best.planned.question.requirement.hold == .day
      ? say("days", "天") : say("stretches", "个时间段")
  }

  /// One row for each supply and shift: people, dates, price, and by when to book.
  var bookings: TextTable {
    TextTable(
      columns: [
        .init(say("who, on which shift", "人员与班次"), .left),
        .init(say("most a day", "每日 最多")), .init(say("shifts", "班次数")),
        .init(say("price", "价格")), .init(say("from", "起"), .left), .init(say("to", "止"), .left),
        .init(say("book by", "最迟 预订"), .left),
      ],
      rows: StaffBooking.all(in: best).map { booking in
        [
          who(booking), "\(booking.most)", booking.isHeld ? "" : "\(booking.shifts)",
          style.amount(booking.price), booking.first.description, booking.last.description,
          booking.bookBy.description + (booking.isNoticeAssumed ? "*" : ""),
        ]
      })
  }

  /// As `helpers · short term 16:00-24:00 (20:00-20:30)`, the pause in brackets.
  private func who(_ booking: StaffBooking) -> String {
    let pauses = booking.shift.breaks.map(\.shown).joined(separator: ", ")
    return supply(booking.supply) + " " + booking.shift.hours.shown
      + (pauses.isEmpty ? "" : " (\(pauses))")
  }

  private func supply(_ supply: ShiftSupply) -> String {
    supply.group + " · " + Self.engagement(supply.engagement)[style.language]
  }

  /// Who works by the day on the other days of the months, which are not in the table.
  var beside: [String] {
    let design = best.planned.shifts.design
    return best.planned.shifts.bookings(beside: outcome.days).map { other in
      let who = supply(design.supplies[other.supply])
      let notice = design.supplies[other.supply].notice(under: best.plan)
      let by = other.first.advanced(by: -notice.days)
      return say(
        "Not in the table: \(other.shifts) shifts of \(who) on the other days of \(outcome.billed), about "
          + "\(style.amount(other.price)) of the bill, by formula; the first is on \(other.first), to be booked by "
          + "\(by). Plan those days for themselves before you book.",
        "未列入上表：\(outcome.billed) 其余日子按公式需 \(who) \(other.shifts) 个班次，约占账单 "
          + "\(style.amount(other.price))；最早在 \(other.first)，须于 \(by) 前预订。预订前请另行规划这些日子。")
    }
  }

  static func engagement(_ engagement: Engagement) -> Localized {
    switch engagement {
    case .dedicated: Localized(en: "seats", zh: "坐席")
    case .own: Localized(en: "own staff", zh: "自有员工")
    case .shortTerm: Localized(en: "short term", zh: "短期")
    case .shared: Localized(en: "shared", zh: "共享")
    }
  }

  /// People on each shift by date: who works when.
  var calendar: TextTable {
    let isLong = outcome.days.count > 8
    return TextTable(
      columns: [.init(say("people", "人数"), .left)]
        + outcome.days.map {
          .init(isLong ? String($0.description.suffix(2)) : String($0.description.suffix(5)))
        },
      rows: StaffBooking.all(in: best).map { booking in
        [who(booking)]
          + outcome.days.map { date in
            booking.people[date].map(String.init) ?? "·"
          }
      } + [
        [say("on duty at most", "同时在岗最多")]
          + outcome.days.indices.map { day in
            let perDay = outcome.scenario.interval.perDay
            let counts = best.planned.proof?.profile.counts ?? []
            let most = (day * perDay..<(day + 1) * perDay).map { place in
              counts.reduce(0) { $0 + $1[place] }
            }.max()
            return "\(most ?? 0)"
          }
      ])
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
    outcome.refused.map { "\($0.plan): " + $0.error.sentence()[style.language] }
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

extension ClockSpan {
  fileprivate var shown: String { "\(start)-\(end)" }
}
