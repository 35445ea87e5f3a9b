// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Calendars
import Capacity
import Experiments
import Inference
import Planning
import Plans
import Scenarios
import Wording

/// What each plan costs, what else there is, and the reserve.
extension HeadcountText {
  /// Every plan at its own best.
  var plans: TextTable {
    ways(
      say("plan, each at its own best", "方案（各取最优）"),
      outcome.plans.enumerated().flatMap { index, staffed in
        let own = Way(
          name: (index == 0 ? "→ " : "") + staffed.name, outcome: staffed, proof: staffed.year.proof
        )
        let written = staffed.cheaperAsWritten.map { way in
          Way(
            name: "  · " + words(way.kind), mean: way.mean,
            halfWidth: way.outcome.cost.total.interval.halfWidth,
            salesLost: way.outcome.commerce.salesLost.mean, proof: way.proof)
        }
        return [own] + (written.map { [$0] } ?? [])
      })
  }

  /// Other ways to staff the first plan, and the usual rule.
  var others: TextTable {
    ways(
      say("other ways under the first plan", "首个方案的其他做法"),
      outcome.others.map {
        Way(
          name: words($0.kind), mean: $0.mean, halfWidth: $0.outcome.cost.total.interval.halfWidth,
          salesLost: $0.outcome.commerce.salesLost.mean, proof: $0.proof)
      })
  }

  private struct Way {
    let name: String
    let mean: Double
    let halfWidth: Double
    let salesLost: Double
    let proof: YearService
    /// Yuan beyond the horizon; nil where nobody has asked.
    let bound: Double?

    init(
      name: String, mean: Double, halfWidth: Double, salesLost: Double, proof: YearService,
      bound: Double? = nil
    ) {
      self.bound = bound
      self.name = name
      self.mean = mean
      self.halfWidth = halfWidth
      self.salesLost = salesLost
      self.proof = proof
    }

    init(name: String, outcome staffed: HeadcountUseCase.Staffed, proof: YearService) {
      self.init(
        name: name, mean: staffed.mean,
        halfWidth: staffed.outcome.cost.total.interval.halfWidth,
        salesLost: staffed.outcome.commerce.salesLost.mean, proof: proof,
        bound: staffed.year.boundPrice)
    }
  }

  private func ways(_ title: String, _ ways: [Way]) -> TextTable {
    let isBound = ways.contains { ($0.bound ?? 0) > 0 }
    return TextTable(
      columns: [
        .init(title, .left), .init(say("bill of all days", "全期账单")), .init("95% ±"),
        .init(say("against the first", "与首行 之差")), .init(say("sales lost", "损失 销售额")),
      ]
        + (isBound ? [.init(say("bound beyond the horizon", "期后 租期"))] : [])
        + [.init(say("targets by month", "逐月目标"), .left)],
      rows: ways.map { way in
        [
          way.name, style.amount(way.mean), style.amount(way.halfWidth),
          way.mean == best.mean ? "" : signed(way.mean - best.mean), style.amount(way.salesLost),
        ] + (isBound ? [way.bound.map { style.amount($0) } ?? ""] : []) + [answer(way.proof)]
      })
  }

  func words(_ kind: YearAlternative.Kind) -> String {
    switch kind {
    case .written: return say("as the scenario has it", "按场景所写")
    case .without(let place): return say("without \(who(place))", "不用 \(who(place))")
    case .peakAndHalf:
      return say("rule: month's busiest interval × 1.5, all day", "惯例：当月最忙时段 × 1.5，全天")
    }
  }

  private func answer(_ proof: YearService) -> String {
    let count = proof.months.count
    let missed = proof.months.count { $0.answer == .missed }
    let open = proof.months.count { $0.answer == .undecided }
    if missed > 0 {
      return say("missed in \(missed) of \(count)", "\(count) 中 \(missed) 个未达标")
    }
    return open > 0
      ? say("open in \(open) of \(count)", "\(count) 中 \(open) 个难判断") : say("met", "达标")
  }

  private func signed(_ amount: Double) -> String {
    (amount > 0 ? "+" : "") + style.amount(amount)
  }

  /// The three next best, and what they give up.
  var nextBest: [String] {
    let others =
      outcome.plans.dropFirst().filter(\.year.isKept).map {
        Way(name: $0.name, outcome: $0, proof: $0.year.proof)
      }
      + outcome.others.filter { $0.proof.promised.answer != .missed }.map {
        Way(
          name: words($0.kind), mean: $0.mean, halfWidth: 0,
          salesLost: $0.outcome.commerce.salesLost.mean, proof: $0.proof)
      }
    let ranked = others.sorted { $0.mean < $1.mean }.prefix(3)
    guard !ranked.isEmpty else { return [] }
    let lost = best.outcome.commerce.salesLost.mean
    let said = ranked.map { way in
      let more = way.salesLost - lost
      let sales =
        more > 0
        ? say("loses \(style.amount(more)) more of sales", "多损失销售额 \(style.amount(more))")
        : say("loses \(style.amount(-more)) less of sales", "少损失销售额 \(style.amount(-more))")
      let (difference, isMore) = (abs(way.mean - best.mean), way.mean >= best.mean)
      return say(
        "\(way.name) costs \(style.amount(difference)) \(isMore ? "more" : "less") and \(sales)",
        "\(way.name) \(isMore ? "多花" : "少花") \(style.amount(difference))，\(sales)")
    }
    return [
      say("Next best: ", "次优：") + said.joined(separator: say("; ", "；")) + say(".", "。")
    ]
  }

  /// How surely the cheapest of what was found is the cheapest.
  var finalists: [String] {
    guard let finalists = outcome.finalists else { return [] }
    return [
      FinalistText(finalists: finalists, style: style) { member in
        switch member {
        case .plan(let place): outcome.plans[place].name
        case .other(let place): words(outcome.others[place].kind)
        }
      }.sentence
    ]
  }

  /// Cost against risk by people in reserve; the choice is marked.
  var reserve: TextTable {
    let most = outcome.reserves.map(\.curve.points.count).max() ?? 0
    return TextTable(
      columns: [
        .init(say("reserve at a promotion's height", "大促高峰的后备人员"), .left),
        .init(say("shift", "班次"), .left), .init(say("one person", "每人")),
      ] + (0..<most).map { .init("\($0)") } + [
        .init(say("a target missed", "未达标 概率"), .left), .init(say("book by", "最迟 预订"), .left),
      ],
      rows: outcome.reserves.map { reserve in
        let choice = reserve.curve.choice
        let first = reserve.curve.points.first?.missing ?? 0
        let risk =
          choice.map {
            $0.people == 0
              ? style.percent(first, places: 0)
              : style.percent(first, places: 0) + " → " + style.percent($0.missing, places: 0)
          } ?? NumberStyle.missing
        return [
          PromotionName.text(reserve.promotion, style.language, withYear: false) + " "
            + span(reserve), reserve.shift,
          style.amount(reserve.shiftPrice * Double(reserve.days.count))
            + (reserve.isPriceAssumed ? "†" : ""),
        ]
          + reserve.curve.points.map {
            ($0.people == choice?.people ? "→" : "") + style.number($0.cost)
          } + [risk, (choice?.people ?? 0) > 0 ? reserve.deadline.description : ""]
      })
  }

  private func span(_ reserve: PromotionReserve) -> String {
    let (first, last) = (reserve.days[0], reserve.days[reserve.days.count - 1])
    return String(first.description.suffix(5)) + "/" + String(last.description.suffix(5))
  }

  var reserveNotes: [String] {
    let isAssumed = outcome.reserves.contains(where: \.isPriceAssumed)
    return [
      say(
        "Columns 0 to 6: people in reserve on each day beside the plan; what they cost and the margin lost on "
          + "customers who leave, added up. → is the least: people more would cost more than they save. It "
          + "is not in the bill above. A target missed: on these days alone, first without and then with the "
          + "people marked; the months above are judged as wholes.",
        "0 至 6 列：方案之外每日后备人数；数值为其费用与顾客离开所损失毛利之和。→ 为最低：再多则得不偿失。"
          + "未计入上面的账单。未达标概率仅就这些日子而言（先无后备，后为所选人数）；上文各月按整月判断。")
        + (isAssumed
          ? say(
            " † No short-term people in the contract: the usual price (F10, F11).",
            " † 合同没有短期人员：按通常价格（F10、F11）。") : "")
    ]
  }
}
