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
    var parts = [lines([heading] + targets + [verdict] + cheaper), bookings.text(width: width)]
    if outcome.days.count <= Self.mostDays { parts.append(calendar.text(width: width)) }
    parts.append(lines(beside + employed + proof))
    if outcome.plans.count > 1 { parts.append(plans.text(width: width)) }
    if !outcome.others.isEmpty { parts.append(others.text(width: width)) }
    parts.append(lines(savings + finalists + refusals + [note]))
    return parts.joined(separator: "\n")
  }

  func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }

  func name(_ plan: Plan) -> String { plan.title.isEmpty ? plan.name : plan.title }

  var heading: String {
    let question = best.planned.question.requirement
    return say(
      "\(outcome.scenario.name), \(outcome.days): who to book so that the targets hold "
        + question.hold.words.en
        + ", at the least bill found. \(question.replications) replications search, "
        + "\(best.planned.requirement.proof) others prove; seed \(question.scenario.seed).",
      "\(outcome.scenario.name)，\(outcome.days)：使目标在\(question.hold.words.zh)成立、所求得账单最低的排班。"
        + "以 \(question.replications) 次模拟求解，另以 \(best.planned.requirement.proof) 次检验，种子 "
        + "\(question.scenario.seed)。")
  }

  var targets: [String] { best.planned.requirement.numberedTargets(style) }

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

  var unit: String {
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

  func supply(_ supply: ShiftSupply) -> String {
    supply.group + " · " + Self.engagement(supply.engagement)[style.language]
  }

  /// Who works by the day on the other days of the months, which are not in the table.
  var beside: [String] {
    let design = best.planned.shifts.design
    return best.planned.shifts.bookings(beside: outcome.days).map { other in
      let who = supply(design.supplies[other.supply])
      let notice = BookingNotice(design.supplies[other.supply], under: best.plan)
      let by = notice.deadline(from: other.first)
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
}

extension ClockSpan {
  fileprivate var shown: String { "\(start)-\(end)" }
}
