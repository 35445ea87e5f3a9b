// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Planning
import Pricing
import Wording

extension VerdictWriter {
  /// Warnings in words, and the number of those left out.
  var warnings: [VerdictStatement] {
    let all = verdict.warnings.filter { $0 != openPrice }.map(warning)
    guard all.count > VerdictText.mostWarnings else { return all }
    var draft = StatementDraft("warning", style)
    let kept = all.prefix(VerdictText.mostWarnings - 1)
    let rest = draft.number("further_warnings", "", Double(all.count - kept.count), "warnings")
    return kept + [
      draft.statement(
        en: "\(rest) further warnings are in the report.", zh: "另有 \(rest) 条提醒见报告。")
    ]
  }

  /// Every warning, for documents that have the room.
  var allWarnings: [String] { verdict.warnings.map { warning($0).text } }

  /// The cheapest plan below the recommended one of which it is open whether it meets the targets: the
  /// difference of price hangs on it, so that the recommendation names it.
  var openPrice: Verdict.Warning? {
    guard verdict.recommendation.isDecided else { return nil }
    let open = verdict.warnings.compactMap {
      warning -> (saves: Double, warning: Verdict.Warning)? in
      guard case .targetUndecided(_, let saves, _) = warning, saves > 0 else { return nil }
      return (saves, warning)
    }
    return open.max { $0.saves < $1.saves }?.warning
  }

  func undecided(
    _ plan: String, _ saves: Double, _ result: TargetResult, _ draft: inout StatementDraft
  ) -> VerdictStatement {
    let words = open(plan, saves, result, &draft)
    return draft.statement(en: words.en, zh: words.zh)
  }

  /// Whether a plan keeps a target is not to be told yet, and what hangs on it.
  func open(
    _ plan: String, _ saves: Double, _ result: TargetResult, _ draft: inout StatementDraft
  ) -> Localized {
    let reached = draft.reached(result, plan)
    let needed = draft.needed(result, plan)
    guard saves > 0 else {
      return Localized(
        en: "Whether \(title(plan)) keeps a target cannot be told yet: \(reached); \(needed.en).",
        zh: "“\(title(plan))”是否达标尚难判断：\(reached)；\(needed.zh)。")
    }
    let amount = draft.yuan("saves", plan, saves)
    return Localized(
      en: "\(title(plan)) would cost \(amount) less, but whether it keeps a target cannot be told "
        + "yet: \(reached); \(needed.en).",
      zh: "“\(title(plan))”可少花 \(amount)，但是否达标尚难判断：\(reached)；\(needed.zh)。")
  }

  private func warning(_ warning: Verdict.Warning) -> VerdictStatement {
    var draft = StatementDraft("warning", style)
    switch warning {
    case .cheapButBelowTarget(let plan, let saves, let result):
      let amount = draft.yuan("saves", plan, saves)
      let missed = draft.reached(result, plan)
      return draft.statement(
        en: "A low price alone: \(title(plan)) costs \(amount) less but misses \(missed).",
        zh: "低价不等于合适：“\(title(plan))”少花 \(amount)，但未达标：\(missed)。")
    case .serviceBelowTarget(let plan, let result):
      let missed = draft.reached(result, plan)
      return draft.statement(
        en: "\(title(plan)) misses \(missed).", zh: "“\(title(plan))”未达标：\(missed)。")
    case .targetUndecided(let plan, let saves, let result):
      return undecided(plan, saves, result, &draft)
    case .worstMonth(let plan, let month, let abandonment):
      let share = draft.share(Measure.abandonment.key, plan, abandonment)
      return draft.statement(
        en: "The mean hides \(month): under \(title(plan)) \(share) leave unanswered then.",
        zh: "均值掩盖了 \(month)：“\(title(plan))”当月有 \(share) 未获应答即离开。")
    case .clause(let plan, let clause):
      let terms = comparison.plan(plan)?.billing.pricer.contract.clauses
        .first { $0.name == clause }?.terms
      let words = { (language: ExplanationLanguage) in
        let name = ClauseName.text(clause, language == .english ? .english : .chinese)
        return terms?.warning(plan: title(plan), clause: name, in: language) ?? ""
      }
      return draft.statement(en: words(.english), zh: words(.chinese))
    case .poolSizeAssumed(let plans):
      return draft.statement(
        en:
          "\(titles(plans)): the size of the provider's shared pool is assumed, so its service is too.",
        zh: "\(quoted(plans))：服务商共享客服池的规模为假设，其服务水平亦然。")
    case .seatTermsAssumed(let plans):
      return draft.statement(
        en: "\(titles(plans)): when seats may change is assumed: by whole months, with one month's "
          + "notice to return, for one month at least. Have it written (seat_terms).",
        zh: "\(quoted(plans))：坐席增减条款为假设：按整月变动，退回提前一个月通知，"
          + "至少一个月。请写进合同（seat_terms）。")
    case .belowCostToServe(let plan, let revenue, let cost):
      let brings = draft.yuan("revenue", plan, revenue)
      let costs = draft.yuan("cost_to_serve", plan, cost)
      return draft.statement(
        en: "\(title(plan)) brings its provider \(brings), while the assumed pool's people cost "
          + "\(costs) for this shop's part of their work: at such a price expect thin service or a "
          + "rise. Have the reply times and a malus written into the contract.",
        zh: "“\(title(plan))”只给服务商带来 \(brings)，而假设的客服池为本店付出的人力约值 \(costs)："
          + "这样的低价往往意味着服务缩水或日后涨价，请把回复时限和扣罚写进合同。")
    case .widerInScope(let plan):
      return draft.statement(
        en: "\(title(plan)) runs the whole shop, not chat alone: shown, not ranked.",
        zh: "“\(title(plan))”是全店代运营，不止客服：仅列出，不参与排名。")
    case .fewReplications(let count):
      let number = draft.number("replications", "", Double(count), "replications")
      return draft.statement(
        en: count == 1
          ? "Only one replication: there are no intervals; run at least two, better thirty."
          : "Only \(number) replications: intervals are wide and rough.",
        zh: count == 1 ? "仅模拟一次：没有区间，请至少模拟两次，最好三十次。" : "仅模拟 \(number) 次：区间较宽且粗略。")
    case .volumeRefused(let plan, let count):
      let number = draft.number("replications_refused", plan, Double(count), "replications")
      return draft.statement(
        en: "\(title(plan)): the contract has no price for the volume of \(number) replications; "
          + "not ranked.",
        zh: "“\(title(plan))”：有 \(number) 次模拟的量超出合同价目；不参与排名。")
    case .sizeNotFound(let plan, let largest):
      let size = draft.number("largest_size", plan, Double(largest), "agents or %")
      return draft.statement(
        en: "\(title(plan)): no size up to \(size) meets the targets.",
        zh: "“\(title(plan))”：规模到 \(size) 仍未达标。")
    case .peopleNotBilled(let plan, let lines):
      let names = style.list(lines.map { "“\($0)”" })
      return draft.statement(
        en: "\(title(plan)): nobody bills the people of \(names), so its cost is too low unless "
          + "they cost nothing. Write who they are (engagement) or a clause for them.",
        zh: "“\(title(plan))”：没有条款为 \(names) 的人员计费，除非他们不花钱，否则费用偏低；"
          + "请写明其用工方式（engagement）或为其加一条计费条款。")
    case .ownTeamsDiffer(let plan, let billed, let shop, let isWritten):
      let there = draft.number("existing_team", plan, Double(billed), "people")
      let own = draft.number("own_agents", plan, Double(shop), "people")
      guard isWritten else {
        return draft.statement(
          en:
            "\(title(plan)): its bill takes the whole team of the first month, \(there) people, as "
            + "already there, while the shop has \(own) (own_agents). With existing_team: \(shop) "
            + "the others are hired.",
          zh: "“\(title(plan))”：账单把首月的全部 \(there) 人视为已在岗，而店铺只有 \(own) 人（own_agents）；"
            + "写 existing_team: \(shop) 则其余按新招计费。")
      }
      return draft.statement(
        en:
          "\(title(plan)): its bill takes \(there) people as already there (existing_team), while "
          + "the shop has \(own) (own_agents). One of the two is wrong.",
        zh: "“\(title(plan))”：账单按已有 \(there) 人计（existing_team），而店铺写的是 \(own) 人"
          + "（own_agents），两者应一致。")
    case .largestSizeIsTooFew(let plan, let line, let periods, let largest):
      let size = draft.number("largest_size", plan, Double(largest), "agents or %")
      let times = style.list(periods.filter { !$0.isEmpty })
      let when = Localized(
        en: times.isEmpty ? "" : " in \(times)", zh: times.isEmpty ? "" : "在 \(times)")
      let name = Localized(
        en: line.isEmpty ? "the roster" : "line “\(line)”", zh: line.isEmpty ? "排班" : "班次“\(line)”")
      return draft.statement(
        en: "\(title(plan)): \(name.en) has the largest size allowed, \(size),\(when.en), and the "
          + "targets are not surely met then. Raise “to” to see what it takes.",
        zh: "“\(title(plan))”：\(name.zh)\(when.zh)已用到允许的最大规模 \(size)，仍不能确定达标；请调高 to 再试。")
    case .cheaperSizesOpen(let plan, let saves, let replications):
      let amount = draft.yuan("saves_by_open_sizes", plan, saves)
      let needed =
        replications.map {
          draft.number("replications_needed", plan, Double($0), "replications")
        }
      return draft.statement(
        en: "\(title(plan)): smaller sizes in some periods would save up to \(amount), but whether "
          + "they meet the targets cannot be told from these replications"
          + (needed.map { "; about \($0) would likely tell (--largest-replications)." } ?? "."),
        zh: "“\(title(plan))”：部分时段的较小规模最多可再省 \(amount)，但按目前的模拟次数还不能判断是否达标"
          + (needed.map { "；模拟约 \($0) 次多半即可判断（--largest-replications）。" } ?? "。"))
    case .smallestSizeIsEnough(let plan, let size, let isPercent):
      let least =
        draft.number("smallest_size", plan, Double(size), "agents or %") + (isPercent ? "%" : "")
      return draft.statement(
        en: "\(title(plan)): the smallest size tried, \(least), is enough; a smaller one may do. "
          + "Lower “from” to see.",
        zh: "“\(title(plan))”：所试的最小规模 \(least) 已达标，更小或许也够；可调低 from 再试。")
    case .partOfHorizonBilled(let plan, let days, let all):
      let billed = draft.number("days_billed", plan, Double(days), "days")
      let served = draft.number("days_served", plan, Double(all), "days")
      return draft.statement(
        en: "\(title(plan)): its contract runs on \(billed) of the \(served) days; the other days "
          + "are served and not billed, so its cost does not compare.",
        zh: "“\(title(plan))”：合同只覆盖 \(served) 天中的 \(billed) 天；其余日子有服务而未计费，费用不可直接比较。")
    case .unstaffed(let plan, let arriving, let lost):
      let came = draft.share("arriving_unstaffed", plan, arriving)
      let left = draft.share("lost_unstaffed", plan, lost)
      return draft.statement(
        en: "\(title(plan)): \(came) of the inquiries arrive in open half hours in which for some "
          + "time nobody can take them; \(left) of these are lost.",
        zh: "“\(title(plan))”：\(came) 的咨询在营业时间内无人可接的半小时里到达，其中 \(left) 流失。")
    case .speedsExtrapolated(let group, let measured, let limit):
      let from = draft.number("speeds_given", group, Double(measured), "chats")
      let to = draft.number("chat_limit", group, Double(limit), "chats")
      return draft.statement(
        en: "\(group): speeds are given for up to \(from) chats at once and extrapolated up to "
          + "\(to).",
        zh: "\(group)：同时会话的速度只给到 \(from) 个，其后至 \(to) 个为外推。")
    case .growthFromAssumed(let stream, let perYear, let date):
      let share = draft.share("growth_per_year", stream, perYear)
      return draft.statement(
        en: "Demand of \(stream): grows by \(share) a year, counted from \(date), the first day, "
          + "as no growth_from says when its daily mean was measured; so short a horizon hardly "
          + "grows.",
        zh: "“\(stream)”的需求每年增长 \(share)，因未写 growth_from，从首日 \(date) 起算；"
          + "时段较短，几乎不见增长。")
    case .noCustomers:
      return draft.statement(
        en: "No customer arrives in open hours: there is no service to judge.",
        zh: "营业时间内没有顾客到达：无从评判服务。")
    case .noTargets:
      return draft.statement(
        en: "No service target is written: plans are judged by cost alone.", zh: "未设服务目标：仅按费用评判。")
    }
  }
}
