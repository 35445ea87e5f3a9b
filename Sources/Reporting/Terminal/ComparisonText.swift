// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Inference
import Measures
package import Planning
import Scenarios
import Wording

/// A comparison for a terminal: costs, service, verdict.
package struct ComparisonText: Sendable {
  private let comparison: Comparison
  private let style: NumberStyle
  private let names: VerdictWriter

  package init(_ comparison: Comparison, style: NumberStyle) {
    self.comparison = comparison
    self.style = style
    names = VerdictWriter(comparison: comparison, style: style)
  }

  /// Everything, in lines of at most `width` columns.
  package func text(width: Int = 100) -> String {
    var parts = [wrapped(heading, width), costs.text(width: width), service.text(width: width)]
    if let platform { parts.append(platform.text(width: width)) }
    if let overnight { parts.append(overnight.text(width: width)) }
    parts += sizings(width: width)
    parts += PlannedText(comparison, style: style).parts(width: width)
    parts += SeatsText(comparison, style: style).tables(width: width)
    let suggestions = SeatsText(comparison, style: style).suggestions(onlyDeciding: true)
    if !suggestions.isEmpty { parts.append(suggestions.map { wrapped($0, width) }.joined()) }
    if !notes.isEmpty { parts.append(notes) }
    parts.append(VerdictText(comparison, style: style).paragraphs(width: width))
    return parts.joined(separator: "\n")
  }

  private func wrapped(_ line: String, _ width: Int) -> String {
    TextWidth.wrap(line, to: width).joined(separator: "\n") + "\n"
  }

  var heading: String {
    let horizon = comparison.horizon
    let runs = style.count(comparison.replications)
    return Localized(
      en:
        "\(comparison.scenarioName): \(horizon.first) to \(horizon.last), \(runs) replication\(comparison.replications == 1 ? "" : "s"), "
        + "seed \(comparison.seed)",
      zh: "\(comparison.scenarioName)：\(horizon.first) 至 \(horizon.last)，模拟 \(runs) 次，"
        + "种子 \(comparison.seed)")[style.language]
  }

  /// `→` marks the recommended plan, `†` an assumed pool, `§` assumed prices, `‡` a contract wider than chat.
  func name(_ plan: PlanOutcome) -> String {
    var name = names.title(plan.name)
    if plan.isPoolSizeAssumed { name += " †" }
    if hasAssumedPrices(plan) { name += " §" }
    if plan.isWiderInScope { name += " ‡" }
    return isRecommended(plan) ? "→ " + name : name
  }

  private func hasAssumedPrices(_ plan: PlanOutcome) -> Bool {
    comparison.verdict.assumedPrices.contains { $0.plan == plan.name }
  }

  private func isRecommended(_ plan: PlanOutcome) -> Bool {
    if case .winner(let winner, _, _) = comparison.verdict.recommendation {
      return winner == plan.name
    }
    return false
  }

  var costs: TextTable {
    let unit = style.currencySign
    let columns = [
      Localized(en: "Plan", zh: "方案"), Localized(en: "Cost \(unit)", zh: "费用 \(unit)"),
      Localized(en: "95% ±", zh: "95% ±"),
      Localized(en: "5–95% range", zh: "5–95% 范围"),
      Localized(en: "per inquiry", zh: "每次咨询"), Localized(en: "per order", zh: "每单"),
      Localized(en: "over cheapest", zh: "高于最低"), Localized(en: "95% ±", zh: "95% ±"),
    ]
    return TextTable(
      columns: headings(columns.map { $0[style.language] }),
      rows: PlanRow.rows(of: comparison).flatMap { row -> [[String]] in
        let cost = row.plan.cost
        let range =
          cost.total.isSingle
          ? NumberStyle.missing
          : "\(style.number(cost.total.low))–\(style.number(cost.total.high))"
        let difference = row.difference?.toCheapest.interval
        let own = [
          name(row.plan), style.number(cost.total.mean),
          style.number(cost.total.interval.halfWidth), range,
          style.number(cost.perInquiry?.mean, places: 2),
          style.number(cost.perOrder?.mean, places: 2),
          row.isCheapest ? "0" : style.number(difference?.mean),
          style.number(difference?.halfWidth),
        ]
        return [own] + sizedByMonth(row.plan)
      })
  }

  /// Beside a plan sized by hand, what it would cost with sizes by month.
  private func sizedByMonth(_ plan: PlanOutcome) -> [[String]] {
    if let other = PlannedText(comparison, style: style).other(plan.name) {
      return [
        [
          other.words, style.number(other.cost), style.number(other.halfWidth), "", "", "", "", "",
        ]
      ]
    }
    return comparison.savings.filter { $0.plan == plan.name }.map { saving in
      let words = Localized(
        en: "  · sized by month (\(saving.answer.words(style)))",
        zh: "  · 按月定坐席（\(saving.answer.words(style))）")
      return [
        words[style.language], style.number(saving.cost.mean), style.number(saving.cost.halfWidth),
        "", "", "", "", "",
      ]
    }
  }

  /// The few columns of a summary; they fit a small screen.
  var brief: TextTable {
    let unit = style.currencySign
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    return TextTable(
      columns: headings([
        say("Plan", "方案"), say("Cost \(unit)", "费用 \(unit)"), style.heading(.serviceLevel),
        style.heading(.abandonment), say("targets", "目标"),
      ]),
      rows: comparison.plans.map { plan in
        [name(plan), style.number(plan.cost.total.mean)]
          + [Measure.serviceLevel, .abandonment].map {
            style.value(plan.service[$0]?.mean, of: $0)
          } + [targets(plan)]
      })
  }

  /// What platforms' grades cost under each plan; nil where none cost anything by the scenario.
  var platform: TextTable? {
    PlatformText(plans: comparison.plans, style: style).table(name)
  }

  /// The worst interval and day of each plan.
  var worst: TextTable {
    let outcomes = comparison.plans
    return WorstText.table(outcomes.map(PlanService.init), style: style) { service in
      outcomes.first { $0.name == service.plan }.map(name) ?? service.title
    }
  }

  /// What becomes of the messages of the night; nil where none are answered as such.
  var overnight: TextTable? {
    let outcomes = comparison.plans
    return OvernightText.table(outcomes.map(PlanService.init), style: style) { service in
      outcomes.first { $0.name == service.plan }.map(name) ?? service.title
    }
  }

  var overnightNote: String? {
    OvernightText.note(comparison.plans.map(PlanService.init), style: style)
  }

  var worstNote: String {
    WorstText.note(comparison.plans.map(PlanService.init), style: style)
  }

  var service: TextTable {
    let unit = style.currencySign
    let shares: [Measure] = [.threeMinuteReplies, .serviceLevel, .abandonment]
    let asked = comparison.plans.first?.service.asked ?? []
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    let columns =
      [say("Plan", "方案"), say("on duty", "同时 在岗")] + shares.map(style.heading)
      + [
        say("occupancy", "占用率"), style.heading(.orders), "\(style.heading(.salesLost)) \(unit)",
        say("net result \(unit)", "净结果 \(unit)"),
      ] + asked.map(style.heading) + [say("targets", "目标")]
    return TextTable(
      columns: headings(columns),
      rows: comparison.plans.map { plan in
        let value = { (measure: Measure) in
          style.value(plan.service[measure]?.mean, of: measure)
        }
        // A number of people whom the scenario assumes is no head count to order by.
        let mark = plan.isPoolSizeAssumed ? " †" : ""
        return [name(plan), style.count(plan.staffing.peakOnDuty) + mark] + shares.map(value)
          + [
            style.percent(plan.service.occupancy.engaged),
            style.number(plan.commerce.orders.mean), style.number(plan.commerce.salesLost.mean),
            style.number(plan.commerce.netResult.mean),
          ] + asked.map(value) + [targets(plan)]
      })
  }

  /// What each search tried: seats → service → cost.
  func sizings(width: Int) -> [String] {
    comparison.sizings.map { sizing in
      let title = names.title(sizing.plan)
      let heading = Localized(
        en: "Seats tried for “\(title)” (fewest that meet the targets: →)",
        zh: "“\(title)”试过的坐席数（→ 为达标的最少坐席）")[style.language]
      return wrapped(heading, width) + SizingText.table(sizing, style: style).text(width: width)
    }
  }

  func targets(_ plan: PlanOutcome) -> String {
    if plan.targets.isEmpty { return NumberStyle.missing }
    let answer = plan.targetAnswer.words(style)
    guard plan.hasConfidence, let kept = plan.keptHorizons else { return answer }
    return "\(answer) · \(style.percent(kept.probability.mean, places: 0))"
  }

  private func headings(_ texts: [String]) -> [TextTable.Column] {
    texts.enumerated().map { TextTable.Column($0.element, $0.offset == 0 ? .left : .right) }
  }

  var notes: String { marks.isEmpty ? "" : marks.joined(separator: "   ") + "\n" }

  /// What the marks beside the plans' names mean.
  var marks: [String] {
    var notes: [Localized] = []
    if comparison.plans.contains(where: \.hasConfidence) {
      notes.append(
        Localized(
          en: "targets · estimated share of the years that may come in which they are kept",
          zh: "目标 · 预计在多大比例的可能情形中达标"))
    }
    if comparison.plans.contains(where: isRecommended) {
      notes.append(Localized(en: "→ recommended", zh: "→ 推荐"))
    }
    if comparison.plans.contains(where: \.isPoolSizeAssumed) {
      notes.append(Localized(en: "† size of the shared pool assumed", zh: "† 共享客服池规模为假设"))
    }
    let costs = comparison.plans.flatMap(\.platform)
    if comparison.plans.contains(where: hasAssumedPrices)
      || costs.contains(where: \.terms.isAssumed)
    {
      notes.append(Localized(en: "§ prices assumed, not given", zh: "§ 含未填写的假设价格"))
    }
    if comparison.plans.contains(where: \.isWiderInScope) {
      notes.append(Localized(en: "‡ wider than chat, not ranked", zh: "‡ 范围超出客服，不排名"))
    }
    return notes.map { $0[style.language] }
  }
}

extension VerdictText {
  /// The verdict as wrapped text; warnings and changes are a list.
  package func paragraphs(width: Int) -> String {
    var lines: [String] = []
    for statement in statements {
      let isItem = statement.topic == "warning" || statement.topic == "change"
      let bullet = statement.topic == "warning" ? "! " : "· "
      let indent = isItem ? 2 : 0
      let wrapped = TextWidth.wrap(statement.text, to: width - indent)
      for (index, line) in wrapped.enumerated() {
        lines.append((isItem ? (index == 0 ? bullet : "  ") : "") + line)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
