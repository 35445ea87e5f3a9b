// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
package import Planning
import Wording

/// An exploration as titled tables, for a terminal and for the page.
package struct ExplorationText: Sendable {
  struct Section: Sendable {
    var title: String
    var table: TextTable
    var note = ""
  }

  private let exploration: Exploration
  private let style: NumberStyle
  private let words: ExplorationWords

  package init(_ exploration: Exploration, style: NumberStyle) {
    self.exploration = exploration
    self.style = style
    words = ExplorationWords(exploration: exploration, style: style)
  }

  /// Everything, in lines of at most `width` columns.
  package func text(width: Int = 100) -> String {
    sections.map { section in
      let note =
        section.note.isEmpty
        ? "" : TextWidth.wrap(section.note, to: width).joined(separator: "\n") + "\n"
      return section.title + "\n" + section.table.text(width: width) + note
    }.joined(separator: "\n")
  }

  /// The parts that have something to show.
  var sections: [Section] {
    ([risk, prices, tornado, surface] + exploration.hybrids.map(hybrid) + providers + [frontier])
      .filter { !$0.table.rows.isEmpty }
  }

  private var risk: Section {
    let regrets = exploration.comparison.risk.map(\.expectedRegret)
    let knowing = style.amount(regrets.min() ?? 0)
    return Section(
      title: words.say("Risk of each choice", "各方案的风险"),
      table: table(
        [
          ("Plan", "方案"), ("cheapest in", "最便宜占比"), ("mean regret", "平均多付"),
          ("worst regret", "最多多付"), ("cost 95%", "费用 95% 分位"),
        ],
        exploration.comparison.risk.map { row in
          [
            words.title(row.plan), style.percent(row.probabilityCheapest),
            style.number(row.expectedRegret), style.number(row.worstRegret),
            style.number(row.costAtRisk),
          ]
        }),
      note: words.say(
        "Regret is the excess over the cheapest plan of the same simulated horizon. Knowing the volume "
          + "beforehand would be worth at most \(knowing).",
        "多付额为相对同次模拟中最便宜方案的差额。事先知道咨询量最多值 \(knowing)。"))
  }

  /// What another plan must concede to be the cheapest.
  private var prices: Section {
    let rows = exploration.comparison.verdict.changes.compactMap { change -> [String]? in
      switch change {
      case .price(let plan, let clause, let from, let to):
        return [words.title(plan), ClauseName.text(clause, style.language), from, to]
      case .allPrices(let plan, let share):
        return [words.title(plan), words.say("all", "全部"), "100%", style.percent(share)]
      default: return nil
      }
    }
    return Section(
      title: words.say("What must be negotiated", "需要谈下来的价格"),
      table: table(
        [
          ("For this plan to win", "让该方案胜出"), ("clause", "条款"), ("price now", "现价"),
          ("below", "须低于"),
        ],
        left: [0, 1], rows),
      note: words.say(
        "The one clause of each plan that has to give least, or all where none alone would do; a "
          + "percentage stands for all the prices.",
        "每个方案中让步最小的条款，单个条款不够时为全部；百分比表示各项价格的比例。"))
  }

  private var tornado: Section {
    let share = style.percent(exploration.span, places: 0)
    let favourite = exploration.favourite.map(words.title) ?? ""
    return Section(
      title: words.say(
        "What moves the lead of \(favourite)", "什么会改变“\(favourite)”的领先"),
      table: table(
        [
          ("Assumption", "假设"), ("lead at −\(share)", "−\(share) 时领先"),
          ("lead at +\(share)", "+\(share) 时领先"), ("cheapest then", "此时最便宜"),
        ], left: [0, 3],
        exploration.tornado.prefix(12).map { row in
          [
            words.name(row.assumption), style.number(row.leadAtLow),
            style.number(row.leadAtHigh), cheapest(row),
          ]
        }),
      note: words.say(
        "Lead: cost of the cheapest other plan less the favourite's; below zero another is cheaper.",
        "领先额：其他方案中最低费用减去该方案费用，为负即有更便宜者。"))
  }

  /// The cheapest plan, or the one at the low end and the one at the high end.
  private func cheapest(_ row: TornadoRow) -> String {
    guard let low = row.cheapestAtLow, let high = row.cheapestAtHigh else { return "" }
    return low == high ? words.title(low) : "\(words.title(low)) → \(words.title(high))"
  }

  private var surface: Section {
    Section(
      title: words.say("Break-even of volume against seats, by season", "按量与按坐席的盈亏平衡：随季节强度"),
      table: table(
        [
          ("Season", "季节"), ("peak ÷ mean", "峰值 ÷ 均值"), ("break-even a day", "平衡点（日均）"),
          ("cheaper below", "其下更便宜"), ("cheaper above", "其上更便宜"),
        ], left: [0, 3, 4],
        (exploration.surface?.seasons ?? []).map { season in
          [
            "× " + style.number(season.strength, places: 1),
            style.number(season.peakToMean, places: 2),
            style.number(season.breakEven?.dailyInquiries),
            season.breakEven.map { words.title($0.below) }
              ?? words.say("no change in this range", "此范围内不变"),
            season.breakEven.map { words.title($0.above) } ?? "",
          ]
        }),
      note: words.say(
        "× 0 is an even year of the same volume, × 1 the scenario.", "× 0 为同量的平稳年份，× 1 为本场景。"))
  }

  private func hybrid(_ hybrid: Exploration.HybridTable) -> Section {
    let grid =
      "\(hybrid.seats.lowerBound)–\(hybrid.seats.upperBound) × "
      + "\(hybrid.shortTerm.lowerBound)–\(hybrid.shortTerm.upperBound)"
    return Section(
      title: words.say(
        "Best mixes of \(words.title(hybrid.plan)) (\(grid))",
        "“\(words.title(hybrid.plan))”的最优组合（\(grid)）"),
      table: table(
        [
          ("Seats", "长期"), ("short-term", "短期"), ("cost", "费用"), ("net result", "净结果"),
          (style.tag(Frontier.service), style.tag(Frontier.service)), ("targets", "目标"),
        ],
        hybrid.rows.prefix(8).map { row in
          [
            style.count(row.seats), style.count(row.shortTerm), style.number(row.cost?.mean),
            style.number(row.netResult?.mean), style.percent(row.service?[Frontier.service]?.mean),
            row.answer.words(words.style),
          ]
        }),
      note: words.say(
        "People in each line: seats all year, short-term in the promotions.",
        "每条班次线的人数：长期为全年，短期为促销期间。")
        + (hybrid.isBestOnEdge
          ? words.say(
            " The best lies on the edge of the grid: widen it with --seats or --short-term.",
            "最优组合位于网格边缘：可用 --seats 或 --short-term 放宽。") : ""))
  }

  private var providers: [Section] {
    exploration.providers.map { view in
      Section(
        title: words.say(
          "The provider's view of \(words.title(view.plan))",
          "服务方视角：“\(words.title(view.plan))”"),
        table: table(
          [("Quote up to", "报价档位（日均）"), ("a month", "月费"), ("of it cost", "其中成本")],
          view.quote.map { tier in
            [
              style.number(tier.upTo), style.amount(tier.monthlyFee),
              style.amount(tier.costAtBound),
            ]
          }),
        note: words.say(
          "The shop is \(style.percent(view.workShare.mean)) of the pool's work; it costs "
            + "\(style.amount(view.costToServe.mean)) to serve "
            + "(\(style.amount(view.costPerInquiry.mean, places: 2)) an inquiry) and brings "
            + "\(style.amount(view.revenue.mean)); a loss in \(style.percent(view.lossProbability)) "
            + "of the simulated horizons.",
          "本店占客服池工作量 \(style.percent(view.workShare.mean))；服务成本 "
            + "\(style.amount(view.costToServe.mean))（每次咨询 "
            + "\(style.amount(view.costPerInquiry.mean, places: 2))），收入 "
            + "\(style.amount(view.revenue.mean))；亏损的模拟占 "
            + "\(style.percent(view.lossProbability))。"))
    }
  }

  private var frontier: Section {
    let efficient = exploration.frontier.filter {
      $0.isEfficientForService || $0.isEfficientForNetResult
    }
    return Section(
      title: words.say("Efficient choices", "有效选择"),
      table: table(
        [
          ("Choice", "选择"), ("cost", "费用"),
          (style.tag(Frontier.service), style.tag(Frontier.service)), ("net result", "净结果"),
          ("efficient for", "有效于"),
        ], left: [0, 4],
        efficient.map { point in
          [
            words.name(point), style.number(point.cost),
            style.percent(point.service), style.number(point.netResult),
            style.list(
              [
                point.isEfficientForService ? words.say("service", "服务") : nil,
                point.isEfficientForNetResult ? words.say("net result", "净结果") : nil,
              ].compactMap(\.self)),
          ]
        }),
      note: words.say(
        "Nothing else among the plans, the sizes tried and the mixes costs as little and gives as much.",
        "在各方案、试过的规模与组合中，没有费用不高而效果不差的其他选择。"))
  }

  private func table(
    _ headings: [(en: String, zh: String)], left: Set<Int> = [0], _ rows: [[String]]
  ) -> TextTable {
    TextTable(
      columns: headings.enumerated().map { index, heading in
        TextTable.Column(
          words.say(heading.en, heading.zh), left.contains(index) ? .left : .right)
      }, rows: rows)
  }
}
