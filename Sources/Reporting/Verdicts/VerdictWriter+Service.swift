// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
import Planning
import Wording

extension VerdictWriter {
  /// What customers of the recommended plan meet.
  var service: VerdictStatement? {
    guard let plan = subject, let replies = plan.service[.threeMinuteReplies]?.mean,
      let left = plan.service[.abandonment]?.mean
    else { return nil }
    var draft = StatementDraft("service", style)
    let reply = draft.share(Measure.threeMinuteReplies.key, plan.name, replies)
    let gone = draft.share(Measure.abandonment.key, plan.name, left)
    let busy = plan.service.occupancy.engaged
    let load =
      busy.isFinite
      ? draft.share("occupancy_engaged", plan.name, busy) : nil
    return draft.statement(
      en: "Under it \(reply) of customers have a first reply within 3 minutes and \(gone) leave "
        + "unanswered" + (load.map { "; agents have a chat in hand \($0) of their time." } ?? "."),
      zh: "该方案下 \(reply) 的顾客在 3 分钟内得到首次回复，\(gone) 未获应答即离开"
        + (load.map { "；客服 \($0) 的在岗时间有会话在手。" } ?? "。"))
  }

  /// When customers fare worst under the recommended plan.
  var worst: VerdictStatement? {
    guard let plan = subject else { return nil }
    let performance = plan.performance
    var draft = StatementDraft("worst", style)
    let wait = style.duration(performance.year.layout.acceptableWait)
    guard let day = performance.worstDay else {
      guard !performance.intervals.isEmpty, performance.year[.arrivals] > 0 else { return nil }
      return draft.statement(
        en: "Nobody waits longer than \(wait) in any simulation, on the busiest evening either.",
        zh: "每次模拟中人人都在 \(wait)内得到应答，最忙的晚上也不例外。")
    }
    let interval = performance.worstInterval.map { moment($0, plan, wait, &draft) }
    let whole = moment(day, plan, wait, &draft)
    let name = WorstText.intervalName(performance, style)
    let other = runnerUpWorst(wait, &draft)
    return draft.statement(
      en: (interval.map { "Its \(name) is \($0.en). " } ?? "") + "Its worst day is \(whole.en)."
        + other.en,
      zh: (interval.map { "\(name)是 \($0.zh)；" } ?? "") + "最差的一天是 \(whole.zh)。" + other.zh)
  }

  /// When customers fare worst under the next cheapest plan that qualifies, in one sentence.
  private func runnerUpWorst(_ wait: String, _ draft: inout StatementDraft) -> Localized {
    guard case .winner(_, let name?, _) = verdict.recommendation,
      let plan = comparison.plan(name), let worst = plan.performance.worstInterval
    else { return .none }
    let words = moment(worst, plan, wait, &draft)
    let interval = WorstText.intervalName(plan.performance, style)
    return Localized(
      en: " Under \(title(name)) the \(interval) is \(words.en).",
      zh: "若用“\(title(name))”，\(interval)是 \(words.zh)。")
  }

  private func moment(
    _ worst: WorstMoment, _ plan: PlanOutcome, _ wait: String, _ draft: inout StatementDraft
  ) -> Localized {
    let name = worst.start == nil ? "worst_day" : "worst_interval"
    let mean = worst.customers.mean
    let customers = draft.number(
      name + "_arrivals", plan.name, mean, "contacts", places: mean < 10 ? 1 : 0)
    let level = draft.share(name + "_service_level", plan.name, worst.serviceLevel.mean)
    let interval = draft.shares(name + "_service_level", plan.name, worst.serviceLevel)
    let left = draft.share(name + "_abandonment", plan.name, worst.abandonment.mean)
    let time = WorstText.time(worst)
    return Localized(
      en: "\(time): of \(customers) customers \(level) (\(interval)) are answered within \(wait) "
        + "and \(left) leave",
      zh: "\(time)：\(customers) 位顾客中 \(level)（\(interval)）在 \(wait)内得到应答，\(left) 离开")
  }

  /// What slow chat loses, from the best plan to the worst.
  var slowChat: VerdictStatement? {
    let ranked = comparison.plans.filter(\.isRanked)
    guard let plan = subject,
      let worst = ranked.max(by: { $0.commerce.salesLost.mean < $1.commerce.salesLost.mean }),
      worst.commerce.salesLost.mean > 0
    else { return nil }
    var draft = StatementDraft("slow_chat", style)
    let loss = plan.commerce.salesLost.mean
    let own = draft.yuan(Measure.salesLost.key, plan.name, loss)
    let others = ranked.filter { $0.name != plan.name }.map(\.commerce.salesLost.mean)
    guard worst.name != plan.name || others.isEmpty || others.contains(loss) else {
      return draft.statement(
        en:
          "Slow chat loses about \(own) of sales over \(period.en), more than under any other plan.",
        zh: "\(period.zh)因回复慢约损失销售额 \(own)，多于其他任何方案。")
    }
    // Plans that staff alike lose alike.
    guard worst.commerce.salesLost.mean > loss else {
      return draft.statement(
        en: "Slow chat loses about \(own) of sales over \(period.en).",
        zh: "\(period.zh)因回复慢约损失销售额 \(own)。")
    }
    let most = draft.yuan(Measure.salesLost.key, worst.name, worst.commerce.salesLost.mean)
    guard loss >= 0.5 else {
      return draft.statement(
        en: "Slow chat loses no sale worth naming; under \(title(worst.name)) it would be \(most) "
          + "over \(period.en).",
        zh: "几乎没有因回复慢而损失的销售；若用“\(title(worst.name))”，\(period.zh)将损失 \(most)。")
    }
    return draft.statement(
      en: "Slow chat loses about \(own) of sales over \(period.en); under \(title(worst.name)) it "
        + "would be \(most).",
      zh: "\(period.zh)因回复慢约损失销售额 \(own)；若用“\(title(worst.name))”则为 \(most)。")
  }

  /// Where the choice of plan would turn as the volume moves.
  var breakEven: VerdictStatement? {
    guard let curve = comparison.breakEven, let plan = subject, let first = curve.points.first,
      let last = curve.points.last
    else { return nil }
    var draft = StatementDraft("break_even", style)
    // A plan that misses a target is no alternative where it does.
    let nearest = curve.crossings.filter { $0.belowAnswer != .missed && $0.aboveAnswer != .missed }
      .sorted { abs($0.multiple - 1) < abs($1.multiple - 1) }
    // Where the plan itself gives way; then volume against seats, which owners ask about.
    let kinds = nearest.filter(\.isVolumeAgainstSeats).prefix(1)
    let own = nearest.filter { !kinds.contains($0) && $0.isOf(plan.name) }
    let isOwn = kinds.contains { $0.isOf(plan.name) }
    let near = isOwn ? kinds + own.prefix(1) : own.prefix(2) + kinds
    guard !near.isEmpty else {
      // Without customers there is no volume to speak of.
      guard last.dailyInquiries > first.dailyInquiries else { return nil }
      let tried = curve.points.map { draft.daily("daily_inquiries_tried", "", $0.dailyInquiries) }
      let isEverybodys =
        curve.crossings.isEmpty
        && curve.points.flatMap(\.costs).allSatisfy { $0.answer != .missed }
      let places = Localized(
        en: "At the volumes tried (\(style.list(tried)) inquiries a day)",
        zh: "日均 \(tried.joined(separator: "、")) 次时，")
      guard !isEverybodys else {
        return draft.statement(
          en: places.en + " the plans keep their order by cost.",
          zh: places.zh + "各方案费用排名不变。")
      }
      return draft.statement(
        en: places.en + " its cost changes places with that of no other plan that may meet the "
          + "targets.", zh: places.zh + "它与其他可能达标的方案的费用排名不变。")
    }
    let sentences = near.map { crossing in
      let daily = draft.daily("daily_inquiries", crossing.below, crossing.dailyInquiries)
      let multiple = draft.number("multiple", crossing.below, crossing.multiple, "times", places: 2)
      let low = undecided(crossing.below, crossing.belowAnswer)
      let high = undecided(crossing.above, crossing.aboveAnswer)
      guard crossing.isOf(plan.name) else {
        return Localized(
          en: "Of \(low.en) and \(high.en) alone, the former is cheaper below about \(daily) "
            + "inquiries a day (\(multiple) times), the latter above.",
          zh: "仅就\(low.zh)与\(high.zh)而言，日均约 \(daily) 次咨询（\(multiple) 倍）以下前者便宜，以上后者便宜。")
      }
      return Localized(
        en:
          "At about \(daily) inquiries a day (\(multiple) times the scenario's) costs break even: "
          + "below, \(low.en) is cheaper; above, \(high.en).",
        zh: "日均约 \(daily) 次咨询（场景的 \(multiple) 倍）为盈亏平衡点：低于此\(low.zh)便宜，高于此\(high.zh)便宜。")
    }
    return draft.statement(
      en: sentences.map(\.en).joined(separator: " "), zh: sentences.map(\.zh).joined())
  }

  private func undecided(_ plan: String, _ answer: TargetAnswer) -> Localized {
    Localized(
      en: title(plan) + (answer == .undecided ? " (its targets open there)" : ""),
      zh: "“\(title(plan))”" + (answer == .undecided ? "（此时是否达标尚难判断）" : ""))
  }

  /// Seats of the recommended plan, equal months joined.
  var seats: VerdictStatement? {
    guard let first = verdict.seats.first, let plan = subject else { return nil }
    var draft = StatementDraft("seats", style)
    let unit =
      plan.hasOwnStaffOnly
      ? Localized(en: "People paid", zh: "计薪人数") : Localized(en: "Seats", zh: "所需坐席")
    let counter = plan.hasOwnStaffOnly ? "人" : "个"
    var runs: [(from: YearMonth, to: YearMonth, seats: Double)] = []
    for month in verdict.seats {
      if let last = runs.last, abs(last.seats - month.seats) < 0.05 {
        runs[runs.count - 1].to = month.month
      } else {
        runs.append((month.month, month.month, month.seats))
      }
    }
    let write = { (run: (from: YearMonth, to: YearMonth, seats: Double)) -> String in
      let isWhole = abs(run.seats - run.seats.rounded()) < 0.05
      let count = draft.number("seats", plan.name, run.seats, "seats", places: isWhole ? 0 : 1)
      let months = run.from == run.to ? "\(run.from)" : "\(run.from)…\(run.to)"
      return "\(months) \(count)" + Localized(en: "", zh: " \(counter)")[style.language]
    }
    if runs.count == 1 {
      let isWhole = abs(first.seats - first.seats.rounded()) < 0.05
      let count = draft.number("seats", plan.name, first.seats, "seats", places: isWhole ? 0 : 1)
      return draft.statement(
        en: "\(unit.en): \(count) in every month.",
        zh: plan.hasOwnStaffOnly ? "每月计薪 \(count) 人。" : "每月需 \(count) 个坐席。")
    }
    if runs.count > 6, let low = verdict.seats.min(by: { $0.seats < $1.seats }),
      let high = verdict.seats.max(by: { $0.seats < $1.seats })
    {
      let (least, most) = (
        write((low.month, low.month, low.seats)), write((high.month, high.month, high.seats))
      )
      return draft.statement(
        en:
          "\(unit.en) by month run from \(least) to \(most), as the table of seats by month says.",
        zh: "各月\(unit.zh)从 \(least) 到 \(most)，逐月见“各月坐席”表。")
    }
    let list = runs.map(write)
    return draft.statement(
      en: "\(unit.en) by month: " + list.joined(separator: ", ") + ".",
      zh: "各月\(unit.zh)：" + list.joined(separator: "，") + "。")
  }

  /// What an unforeseen volume makes the choice cost.
  var risk: VerdictStatement? {
    guard let price = verdict.priceOfBeingWrong else { return nil }
    var draft = StatementDraft("risk", style)
    guard price.worstRegret > 0.5 else {
      guard case .winner(_, .some, _) = verdict.recommendation, comparison.replications > 1 else {
        return nil
      }
      let runs = draft.number(
        "replications", price.plan, Double(comparison.replications), "replications")
      return draft.statement(
        en:
          "It was the cheapest that qualifies in all \(runs) simulated courses of the volume. They "
          + "differ by the luck of single days, and by what the scenario doubts of the demand where it "
          + "says so: knowing that beforehand is worth nothing. Any other level, growth or season is "
          + "another question, which break-even answers.",
        zh: "在模拟的 \(runs) 种咨询量走势中，它都是达标方案里最便宜的。这些走势只有逐日的随机起伏"
          + "（及场景写明的需求不确定性）不同：逐日预测再准也省不了钱。"
          + "若整体水平、增长或季节与所写不同，请看盈亏平衡的咨询量。")
    }
    let mean = draft.yuan("expected_regret", price.plan, price.expectedRegret)
    let worst = draft.yuan("worst_regret", price.plan, price.worstRegret)
    let knowing = draft.yuan(
      "value_of_perfect_information", price.plan, price.valueOfPerfectInformation)
    return draft.statement(
      en:
        "Against the plan that hindsight would pick it overpays \(mean) on average and \(worst) at "
        + "most; knowing each day's volume beforehand is worth at most \(knowing).",
      zh: "与事后最优相比，平均多付 \(mean)，最多 \(worst)；事先知道每天的咨询量最多值 \(knowing)。")
  }
}
