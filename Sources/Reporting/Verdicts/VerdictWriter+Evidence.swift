// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Planning
import Wording

extension VerdictWriter {
  var outsourcing: VerdictStatement? {
    var draft = StatementDraft("outsourcing", style)
    let plan = subject?.name ?? ""
    switch verdict.outsourcing {
    case .outsource(let saving?):
      let amount = draft.yuan("saving_against_own_team", plan, saving.mean)
      let interval = draft.interval("saving_against_own_team", plan, saving)
      guard let best = verdict.ownTeamAtBest else {
        return draft.statement(
          en: "Outsourcing is right here: it saves \(amount) against the own team (\(interval)).",
          zh: "适合外包：比自建团队节省 \(amount)（\(interval)）。")
      }
      let fewest = atBest(best, plan, &draft)
      guard best.saving.upper >= 0 else {
        return draft.statement(
          en:
            "Outsourcing saves \(amount) against the own team as it is written (\(interval)), but not "
            + "against its best. \(fewest.en)",
          zh: "比按所写人数的自建团队节省 \(amount)（\(interval)），但自建团队取最优时并非如此。\(fewest.zh)")
      }
      return draft.statement(
        en: "Outsourcing is right here: it saves \(amount) against the own team as it is written "
          + "(\(interval)). \(fewest.en)",
        zh: "适合外包：比按所写人数的自建团队节省 \(amount)（\(interval)）。\(fewest.zh)")
    case .outsource(nil):
      // One plan alone shows nothing of what is right.
      guard comparison.plans.filter(\.isRanked).count > 1 else { return nil }
      return draft.statement(
        en: "Of what was compared, outsourcing is right; no team of own staff alone that meets the "
          + "targets is among it.",
        zh: "就所比方案而言宜外包；其中没有仅靠自有员工而达标的方案。")
    case .keepOwnTeam(let saving):
      let amount = draft.yuan("saving_of_own_team", plan, saving.mean)
      let interval = draft.interval("saving_of_own_team", plan, saving)
      return draft.statement(
        en: "Keep the own team: it saves \(amount) against buying the service (\(interval)).",
        zh: "宜自建团队：比外包节省 \(amount)（\(interval)）。")
    case .combine:
      return draft.statement(
        en: "Combine: own staff for the base load, bought shifts or seats for the rest.",
        zh: "宜组合：自有客服承担日常量，其余购买班次或坐席。")
    case .cannotTell: return nil
    }
  }

  /// What is left of the saving where the own team has as few people as its targets take.
  private func atBest(
    _ best: Verdict.OwnTeamAtBest, _ plan: String, _ draft: inout StatementDraft
  ) -> Localized {
    let cost = draft.yuan("own_team_at_best", best.plan, best.cost.mean)
    let amount = draft.yuan("saving_against_best", plan, abs(best.saving.mean))
    let interval = draft.interval(
      "saving_against_best", plan, best.saving, ofMagnitude: true)
    let sized =
      best.areBothSized
      ? Localized(en: "With both sized by month", zh: "两者均按月取最少人数时")
      : Localized(en: "Sized by month", zh: "按月取最少人数时")
    let name = title(best.plan)
    let costs = Localized(
      en: "\(sized.en) the own team (\(name)) costs \(cost)",
      zh: "\(sized.zh)，自建团队（“\(name)”）为 \(cost)")
    if best.saving.lower > 0 {
      return Localized(
        en: "\(costs.en), and \(amount) are saved (\(interval)).",
        zh: "\(costs.zh)，外包仍省 \(amount)（\(interval)）。")
    }
    if best.saving.upper < 0 {
      return Localized(
        en: "\(costs.en), \(amount) less than buying (\(interval)): size it before you decide.",
        zh: "\(costs.zh)，比外包少 \(amount)（\(interval)）：请先精简人数再决定。")
    }
    return Localized(
      en: "\(costs.en), and the two cannot be told apart (\(interval)).",
      zh: "\(costs.zh)，两者尚难分辨（\(interval)）。")
  }

  /// As many reasons as a paragraph bears; they stand in the order of their weight.
  private static let mostEvidence = 6

  /// The measured reasons, in one paragraph.
  var evidence: VerdictStatement? {
    guard !verdict.evidence.isEmpty || !verdict.firmKinds.isEmpty else { return nil }
    var draft = StatementDraft("evidence", style)
    let facts = verdict.evidence.prefix(Self.mostEvidence).map { words($0, &draft) }
    let kinds = verdict.firmKinds.map(\.words)
    let head =
      kinds.isEmpty
      ? Localized(en: "The figures behind it: ", zh: "依据：")
      : Localized(
        en: "The figures show a shop that is " + style.list(kinds.map(\.en)) + ": ",
        zh: "数据显示该店属于" + style.list(kinds.map(\.zh)) + "：")
    guard !facts.isEmpty else {
      return draft.statement(en: head.en.dropLast(2) + ".", zh: head.zh.dropLast() + "。")
    }
    return draft.statement(
      en: head.en + facts.map(\.en).joined(separator: "; ") + ".",
      zh: head.zh + facts.map(\.zh).joined(separator: "；") + "。")
  }

  private func words(_ evidence: Verdict.Evidence, _ draft: inout StatementDraft) -> Localized {
    switch evidence {
    case .seasonality(let dayPeak, let monthPeak, let peak):
      let day = draft.number("day_peak_to_mean", "", dayPeak, "times", places: 1)
      let month = draft.number("month_peak_to_mean", "", monthPeak, "times", places: 1)
      let grows = verdict.evidence.contains { if case .growth = $0 { true } else { false } }
      return Localized(
        en: "the busiest day (\(peak)) is \(day) times the mean, the busiest month \(month) times"
          + (grows ? " (growth taken out)" : ""),
        zh: "最忙的一天（\(peak)）为均值的 \(day) 倍，最忙的月为 \(month) 倍"
          + (grows ? "（已扣除增长）" : ""))
    case .growth(let rate):
      let text = draft.share("growth_per_year", "", rate)
      return Localized(en: "the volume grows by \(text) a year", zh: "咨询量每年增长 \(text)")
    case .hoursToCover(let perDay, let beyond):
      let hours = draft.number("open_hours_a_day", "", perDay, "h", places: 1)
      let rest = draft.number("hours_beyond_eight", "", beyond, "h", places: 1)
      return Localized(
        en: "\(hours) open hours a day leave \(rest) beyond one shift of eight",
        zh: "每天营业 \(hours) 小时，八小时一班之外还有 \(rest) 小时")
    case .ownTeam(let plan, let cost, let targets, let bought, let boughtCost):
      let own = draft.yuan("cost", plan, cost)
      let buy = draft.yuan("cost", bought, boughtCost)
      return Localized(
        en:
          "the own team (\(title(plan))) costs \(own)\(targets == .missed ? " and misses a target" : ""), "
          + "\(title(bought)) \(buy)",
        zh: "自建团队（“\(title(plan))”）\(own)\(targets == .missed ? "且未达标" : "")，"
          + "“\(title(bought))” \(buy)")
    case .vacancies(let open, let own):
      let posts = draft.number("open_posts", "", Double(open), "people")
      let agents = draft.number("own_agents", "", Double(own), "people")
      return Localized(
        en: open == 1
          ? "one post is open beside \(agents) own agents"
          : "\(posts) posts are open beside \(agents) own agents",
        zh: "自有客服 \(agents) 人，空缺 \(posts) 人")
    case .languages(let languages, let zones):
      let spoken = style.list(languages.map { LanguageName.text($0, style.language) })
      return Localized(
        en: "customers write in \(spoken) from \(style.list(zones))",
        zh: "顾客使用\(spoken)，来自 \(style.list(zones))")
    case .campaign(let name, let start, let lift):
      let factor = draft.number("campaign_lift", "", lift, "times", places: 1)
      return Localized(
        en:
          "\(PromotionName.text(name, style.language)), from \(start), lifts the volume up to "
          + "\(factor) times",
        zh: "\(PromotionName.text(name, style.language))（\(start) 起）最高使咨询量达平日的 \(factor) 倍")
    case .costShareOfSales(let share):
      let text = draft.share("cost_share_of_sales", subject?.name ?? "", share)
      return Localized(en: "chat costs \(text) of the sales it wins", zh: "客服费用占其成交额 \(text)")
    case .volume(let daily, let agents):
      let count = draft.daily("daily_inquiries", "", daily)
      let work = draft.number(
        "work_of_agents", "", agents, "agents", places: agents < 0.1 ? 2 : 1)
      return Localized(
        en:
          "\(count) inquiries a day are the work of \(work) agents of eight hours who hold one chat "
          + "at a time",
        zh: "日均 \(count) 次咨询，相当于 \(work) 名客服每次只接一个会话、每天八小时的工作量")
    }
  }
}

extension FirmKind {
  var words: Localized {
    switch self {
    case .startUp: Localized(en: "a start-up", zh: "初创店铺")
    case .seasonal: Localized(en: "seasonal", zh: "季节性强的店铺")
    case .fastGrowing: Localized(en: "fast-growing", zh: "快速成长的店铺")
    case .costSensitive: Localized(en: "cost-sensitive", zh: "成本敏感的店铺")
    case .coreElsewhere: Localized(en: "busy with another core", zh: "核心业务不在客服的企业")
    case .international: Localized(en: "international", zh: "跨境经营的店铺")
    }
  }
}
