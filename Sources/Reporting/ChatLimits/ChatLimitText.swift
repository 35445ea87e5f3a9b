// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Experiments
import Inference
import Measures
import Planning
import Plans
import Scenarios
import Wording

/// Chat limits for a terminal: each with its people, service, bill and net result, and which pays.
package struct ChatLimitText {
  private let outcome: ChatLimitsUseCase.Outcome
  private let style: NumberStyle

  package init(_ outcome: ChatLimitsUseCase.Outcome, style: NumberStyle) {
    self.outcome = outcome
    self.style = style
  }

  package func text(width: Int = 100) -> String {
    func lines(_ sentences: [String]) -> String {
      sentences.flatMap { TextWidth.wrap($0, to: width) }.joined(separator: "\n") + "\n"
    }
    return [lines([heading] + verdicts), table.text(width: width), lines(notes)]
      .joined(separator: "\n")
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  private var groups: [String] {
    var names: [String] = []
    for trial in outcome.trials where !names.contains(trial.group) { names.append(trial.group) }
    return names
  }

  private var heading: String {
    let plan = outcome.plan.title.isEmpty ? outcome.plan.name : outcome.plan.title
    return say(
      "\(outcome.scenario.name), \(plan), \(outcome.scenario.horizon): each limit of chats at once with the "
        + "fewest people that then keep the targets. Seed \(outcome.scenario.seed).",
      "\(outcome.scenario.name)，\(plan)，\(outcome.scenario.horizon)：每个同时接待上限各配达标所需的最少人数。种子 "
        + "\(outcome.scenario.seed)。")
  }

  /// Which limit pays in each group, and against which others that can be told.
  package var verdicts: [String] {
    groups.compactMap { group in
      let trials = outcome.trials.filter { $0.group == group }
      guard let best = trials.first(where: { $0.behindBest == nil }) else { return nil }
      let alike = trials.filter { ($0.behindBest?.upper ?? -1) >= 0 }.map { "\($0.limit)" }
      let tie =
        alike.isEmpty
        ? ""
        : say(
          "; \(style.list(alike)) cannot be told from it",
          "；与 \(style.list(alike)) 尚难分辨")
      let own = trials.first(where: \.isOwn)
      let gain =
        own.flatMap { own in own.limit == best.limit ? nil : own.behindBest }.map { behind in
          say(
            ", \(style.amount(-behind.mean)) ± \(style.amount(behind.halfWidth)) more than with the "
              + "scenario's \(own?.limit ?? 0)",
            "，比场景的 \(own?.limit ?? 0) 多 \(style.amount(-behind.mean)) ± \(style.amount(behind.halfWidth))"
          )
        } ?? ""
      let promise =
        best.outcome.targetAnswer == .missed
        ? say(" No limit keeps the targets within the sizes tried.", "所试规模内各上限均未达标。") : ""
      return say(
        "→ \(group): \(best.limit) chats at once pay best\(gain)\(tie).\(promise)",
        "→ \(group)：同时接待 \(best.limit) 个最划算\(gain)\(tie)。\(promise)")
    }
  }

  private var table: TextTable {
    TextTable(
      columns: [
        .init(say("group", "客服组"), .left), .init(say("chats", "上限")),
        .init(say("most on duty", "同时 在岗")), .init(style.heading(.serviceLevel)),
        .init(style.heading(.abandonment)), .init(say("bill", "账单")),
        .init(say("sales lost", "损失 销售额")), .init(say("net result", "净结果")),
        .init(say("against best", "与最佳之差")), .init(say("targets", "目标"), .left),
      ],
      rows: outcome.trials.map { trial in
        let outcome = trial.outcome
        return [
          trial.group,
          "\(trial.limit)" + (trial.isOwn ? "=" : "") + (trial.isElsewhere ? "†" : ""),
          "\(outcome.staffing.peakOnDuty)",
          style.percent(outcome.service[.serviceLevel]?.mean),
          style.percent(outcome.service[.abandonment]?.mean),
          style.amount(outcome.cost.total.mean), style.amount(outcome.commerce.salesLost.mean),
          style.amount(outcome.commerce.netResult.mean),
          trial.behindBest.map {
            style.amount($0.mean) + " ± " + style.amount($0.halfWidth)
          } ?? say("best", "最佳"),
          outcome.targetAnswer.words(style),
        ]
      })
  }

  private var notes: [String] {
    var notes = [
      say(
        "Net result: gross margin on sales net of refunds, less the bill; differences are paired on the same "
          + "customers, at 95%. = is the scenario's own limit.",
        "净结果为扣除退款后的毛利减账单；差值在相同顾客上配对，95% 区间。= 为场景自身的上限。")
    ]
    if outcome.plan.staffing.sizing.map(\.isPlanned) ?? true {
      notes.append(
        say(
          "The plan's heads are written; each of its lines was given the fewest that keep the targets, between "
            + "one and four times what is written.",
          "该方案人数已写明；各行分别取达标所需的最少人数，自 1 人至所写的四倍。"))
    }
    if outcome.scenario.inquiryTypes.allSatisfy({ $0.conversion == 0 }) {
      notes.append(
        say(
          "No inquiry type has a conversion: slow replies cost no sales here, and the bill alone decides.",
          "各咨询类型均无转化率：回复慢不影响销售，仅由账单决定。"))
    }
    for (group, known) in outcome.leftOut {
      notes.append(
        say(
          "\(group): limits above \(known) are left out, since the scenario's concurrency ends there (--extend "
            + "extrapolates).", "\(group)：场景的并发曲线止于 \(known)，更高的上限未列出（--extend 可外推）。"))
    }
    if outcome.trials.contains(where: \.isElsewhere) {
      notes.append(
        say(
          "† Elsewhere: the speed at this limit is extrapolated by the ratio of the last two.",
          "† 超出已知范围：该上限的速度按最后两点之比外推。"))
    }
    return notes
  }
}
