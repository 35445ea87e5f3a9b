// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
package import Planning
import Wording

/// The verdict in words: half a page, as a planner would write it to the shop's owner.
package struct VerdictText: Equatable, Sendable {
  /// In the order in which they are read.
  package let statements: [VerdictStatement]

  /// Most warnings and changes that are put into words; the others are counted.
  static let mostWarnings = 6
  static let mostChanges = 3

  package init(_ comparison: Comparison, style: NumberStyle) {
    let writer = VerdictWriter(comparison: comparison, style: style)
    statements =
      [
        writer.recommendation, writer.service, writer.worst, writer.slowChat, writer.platform,
        writer.breakEven, writer.outsourcing,
      ]
      .compactMap(\.self)
      + [writer.evidence, writer.seats, writer.risk, writer.spread, writer.assumptions]
      .compactMap(\.self)
      + writer.changes + writer.warnings
  }

  /// Numbered by statement, and within it in the order in which they are said.
  package var figures: [VerdictFigure] {
    statements.enumerated().flatMap { place, statement in
      statement.figures.enumerated().map { number, figure in
        var figure = figure
        figure.statement = place + 1
        figure.number = number + 1
        return figure
      }
    }
  }

  package func texts(_ topic: String) -> [String] {
    statements.filter { $0.topic == topic }.map(\.text)
  }
}

/// Writes the sentences of one verdict.
struct VerdictWriter {
  let comparison: Comparison
  let style: NumberStyle

  var verdict: Verdict { comparison.verdict }

  func title(_ plan: String) -> String {
    let title = comparison.plan(plan)?.title ?? ""
    return title.isEmpty ? plan : title
  }

  func titles(_ plans: [String]) -> String { style.list(plans.map(title)) }

  /// In quotation marks, as Chinese sentences need them.
  func quoted(_ plans: [String]) -> String { style.list(plans.map { "“\(title($0))”" }) }

  /// `the year`, or `the 92 days`.
  var period: Localized {
    let days = comparison.horizon.count
    if days == 1 { return Localized(en: "the day", zh: "当天") }
    return (365...366).contains(days)
      ? Localized(en: "the year", zh: "全年")
      : Localized(en: "the \(days) days", zh: "\(days) 天")
  }

  /// The plan that the verdict is about.
  var subject: PlanOutcome? {
    switch verdict.recommendation {
    case .winner(let plan, _, _): comparison.plan(plan)
    case .equivalent(let plans): plans.first.flatMap(comparison.plan)
    case .noWinnerYet(let leader, _, _): comparison.plan(leader)
    case .targetsUndecided(let leader, _, _): comparison.plan(leader)
    case .nobodyMeetsTargets(let nearest, _): comparison.plan(nearest)
    case .nothingToRank: nil
    }
  }

  /// Mean cost, its interval and the range of single years.
  func price(_ plan: PlanOutcome, _ draft: inout StatementDraft) -> Localized {
    let cost = plan.cost.total
    let mean = draft.yuan("cost", plan.name, cost.mean)
    let interval = draft.interval("cost", plan.name, cost.interval)
    var each = Localized(en: "", zh: "")
    if let perInquiry = plan.cost.perInquiry?.mean, perInquiry.isFinite {
      let text = draft.yuan("cost_per_inquiry", plan.name, perInquiry, places: 2)
      each = Localized(en: ", \(text) an inquiry", zh: "，合每次咨询 \(text)")
    }
    return Localized(
      en: "\(mean) over \(period.en) (\(interval))\(each.en)",
      zh: "\(period.zh)费用 \(mean)（\(interval)）\(each.zh)")
  }

  var recommendation: VerdictStatement {
    var draft = StatementDraft("recommendation", style)
    switch verdict.recommendation {
    case .winner(let key, let runnerUp, let margin):
      guard let plan = comparison.plan(key) else { return nothing(draft) }
      let price = price(plan, &draft)
      let second = self.margin(of: key, over: runnerUp, margin, &draft)
      let more = richer(&draft)
      let hangs = openDifference(&draft)
      let provided = provided(plan)
      let targets =
        plan.targets.isEmpty
        ? Localized(en: "", zh: "") : Localized(en: ", and meets every target", zh: "，达到全部服务目标")
      let often = keptSeldom(plan, &draft)
      return draft.statement(
        en:
          "Take \(title(key)): it costs \(price.en)\(targets.en).\(often.en)\(provided.en)\(second.en)"
          + "\(hangs.en)\(more.en)",
        zh: "建议选用“\(title(key))”：\(price.zh)\(targets.zh)。\(often.zh)\(provided.zh)\(second.zh)"
          + "\(hangs.zh)\(more.zh)")
    case .equivalent(let plans):
      let costs = plans.compactMap(comparison.plan).map {
        draft.yuan("cost", $0.name, $0.cost.total.mean)
      }
      return draft.statement(
        en: "\(titles(plans)) cost the same within what matters (\(style.list(costs)) over "
          + "\(period.en)): choose between them by other reasons.",
        zh: "\(quoted(plans))的费用差别小到不必计较（\(period.zh)\(style.list(costs))）：请按其他理由选择。")
    case .noWinnerYet(let leader, let contenders, let replications):
      return undecided(leader, contenders, replications, draft)
    case .targetsUndecided(let leader, let open, _):
      return targetsUndecided(leader, open, draft)
    case .nobodyMeetsTargets(let nearest, let missed):
      let targets = missed.map { draft.reached($0, nearest) }
      return draft.statement(
        en: "No plan meets the service targets. \(title(nearest)) comes closest; it misses: "
          + targets.joined(separator: "; ") + ".",
        zh: "没有方案达到服务目标。最接近的是“\(title(nearest))”，未达标项：" + targets.joined(separator: "；") + "。")
    case .nothingToRank: return nothing(draft)
    }
  }

  /// A target that is met in the mean may be kept in few single horizons.
  private func keptSeldom(_ plan: PlanOutcome, _ draft: inout StatementDraft) -> Localized {
    guard let kept = plan.keptHorizons, kept.wanted == nil, kept.probability.mean < Self.often
    else {
      return .none
    }
    let count = draft.number("horizons_kept", plan.name, Double(kept.kept), "replications")
    let all = draft.number(
      "horizons", plan.name, Double(plan.cost.total.values.count), "replications")
    return Localized(
      en:
        " That is in the mean: \(count) of \(all) simulated courses keep it throughout (confidence: 90% asks "
        + "for more).",
      zh: "这是就均值而言：\(all) 次模拟中有 \(count) 次始终达标（写 confidence: 90% 则要求更高）。")
  }

  /// Share of single horizons below which a target met in the mean is said to be kept seldom.
  private static let often = 0.9

  /// Says in the first sentence where the cheapest plan is not the one with the largest net result.
  private func richer(_ draft: inout StatementDraft) -> Localized {
    for case .netResult(let plan, let gains, let costsLess, let answer) in verdict.changes {
      let why = Localized.richer(costsLess: costsLess, answer)
      let amount = draft.yuan("net_result_gain", plan, gains.mean)
      let interval = draft.interval("net_result_gain", plan, gains)
      return Localized(
        en: " But \(title(plan)) earns \(amount) more (\(interval)): \(why.en)",
        zh: "但“\(title(plan))”的净结果多 \(amount)（\(interval)）：\(why.zh)")
    }
    return Localized(en: "", zh: "")
  }

  /// A recommendation that stands on values nobody gave is one on condition.
  private func provided(_ plan: PlanOutcome) -> Localized {
    let hasPrices = verdict.assumedPrices.contains { $0.plan == plan.name }
    guard plan.isPoolSizeAssumed || hasPrices else { return .none }
    let what =
      plan.isPoolSizeAssumed
      ? (hasPrices
        ? Localized(en: "the assumed pool and prices", zh: "所假设的客服池与价格")
        : Localized(en: "the assumed size of its pool", zh: "所假设的客服池规模"))
      : Localized(en: "the assumed prices", zh: "所假设的价格")
    return Localized(
      en: " Have \(what.en) confirmed first: the choice rests on that.",
      zh: "请先确认\(what.zh)：结论以此为前提。")
  }

  private func openDifference(_ draft: inout StatementDraft) -> Localized {
    guard case .targetUndecided(let plan, let saves, let result) = openPrice else { return .none }
    let words = open(plan, saves, result, &draft)
    return Localized(en: " " + words.en, zh: words.zh)
  }

  private func targetsUndecided(
    _ leader: String, _ open: [TargetResult], _ draft: StatementDraft
  ) -> VerdictStatement {
    var draft = draft
    let price = comparison.plan(leader).map { self.price($0, &draft) } ?? .none
    let reached = open.map { draft.reached($0, leader) }
    let needed = open.first.map { draft.needed($0, leader) } ?? .none
    return draft.statement(
      en: "The figures cannot tell yet. \(title(leader)) is the cheapest plan that may meet the "
        + "service targets, at \(price.en), but it is open whether it does: "
        + reached.joined(separator: "; ") + "; \(needed.en).",
      zh: "目前的数字还不能定论。“\(title(leader))”是可能达标的方案中最便宜的，\(price.zh)，"
        + "但是否达标尚难判断：" + reached.joined(separator: "；") + "；\(needed.zh)。")
  }

  private func nothing(_ draft: StatementDraft) -> VerdictStatement {
    draft.statement(en: "There is no chat plan to rank.", zh: "没有可比较的客服方案。")
  }

  private func margin(
    of plan: String, over runnerUp: String?, _ margin: PairedDifference?,
    _ draft: inout StatementDraft
  ) -> Localized {
    guard let runnerUp, let margin else {
      let others = comparison.plans.filter { $0.isRanked && $0.name != plan }
      guard !others.isEmpty else { return Localized(en: "", zh: "") }
      return Localized(en: " No other plan meets the targets.", zh: "其他方案均未达标。")
    }
    let saves = draft.yuan("margin", plan, abs(margin.interval.mean))
    let interval = draft.interval("margin", plan, margin.interval, ofMagnitude: true)
    return Localized(
      en:
        " On the same customers it costs \(saves) less than \(title(runnerUp)) (\(interval)), the "
        + "next cheapest that qualifies.",
      zh: "在同一批顾客上，比次优的“\(title(runnerUp))”少花 \(saves)（\(interval)）。")
  }

  private func undecided(
    _ leader: String, _ contenders: [String], _ replications: Int?, _ draft: StatementDraft
  ) -> VerdictStatement {
    var draft = draft
    let others = contenders.filter { $0 != leader }
    let price = comparison.plan(leader).map { self.price($0, &draft) }
    let run = draft.number(
      "replications", "", Double(comparison.replications), "replications")
    let more: Localized
    if comparison.replications == 1 {
      more = Localized(
        en: "One replication gives no interval: run at least two.", zh: "只模拟一次得不到置信区间，请至少模拟两次。")
    } else if let replications {
      let needed = draft.number(
        "replications_needed", leader, Double(replications), "replications")
      more = Localized(en: "About \(needed) would likely tell.", zh: "大约 \(needed) 次多半即可判断。")
    } else {
      more = Localized(
        en: "No affordable number would: treat them as equal in cost.", zh: "再多次数也难以分辨：可视为费用相同。")
    }
    return draft.statement(
      en:
        "The figures cannot tell yet. \(title(leader)) is cheapest so far\(price.map { ", at " + $0.en } ?? ""), "
        + "but \(titles(others)) may cost no more after \(run) "
        + "\(comparison.replications == 1 ? "replication" : "replications"). \(more.en)",
      zh: "目前的数字还不能定论。“\(title(leader))”暂时最便宜\(price.map { "，" + $0.zh } ?? "")，"
        + "但模拟 \(run) 次后，\(quoted(others))仍可能同样便宜。\(more.zh)")
  }
}
