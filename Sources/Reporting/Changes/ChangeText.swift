// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Experiments
import Inference
import Planning
import Wording

/// Before and after, for a terminal and for the report.
package struct ChangeText: Sendable {
  private let report: ChangeReport
  private let style: NumberStyle
  private let names: VerdictWriter
  private let oldNames: VerdictWriter

  package init(_ report: ChangeReport, style: NumberStyle) {
    self.report = report
    self.style = style
    names = VerdictWriter(comparison: report.effect.after, style: style)
    oldNames = VerdictWriter(comparison: report.effect.before, style: style)
  }

  private func say(_ en: String, _ zh: String) -> String { style.language == .english ? en : zh }

  /// Everything, in lines of at most `width` columns.
  package func text(width: Int = 100) -> String {
    let wrap = { (text: String) in
      TextWidth.wrap(text, to: width).joined(separator: "\n") + "\n"
    }
    return
      ([wrap(heading)]
      + [volume, money, service].map { $0.text(width: width) } + [sentences.map(wrap).joined()])
      .joined(separator: "\n")
  }

  var heading: String {
    say(
      "Before and after: \(report.before) → \(report.after)",
      "变化前后：\(report.before) → \(report.after)")
  }

  var note: String {
    say(
      "± is half the 95% interval of the paired difference: customers whom the change leaves alone are "
        + "the same before and after.",
      "± 为配对差的 95% 区间半宽：变化不涉及的顾客前后相同。")
  }

  // MARK: Tables

  var volume: TextTable {
    let effect = report.effect
    var rows = [(say("inquiries", "咨询量"), effect.volume)]
    if effect.types.count > 1 { rows += effect.types.map { ("· " + $0.name, $0.inquiries) } }
    if effect.months.count > 1 {
      // A month that meets the very same customers would only fill the table; the CSV has it.
      let changed = effect.months.filter { !$0.inquiries.isNothing }
      rows += changed.map { ("· \($0.month)", $0.inquiries) }
    }
    return table(
      [
        say("Volume", "咨询量"), say("before", "之前"), say("after", "之后"), say("change", "变化"),
        "95% ±", "%",
      ],
      rows.map { name, change in
        [
          name, style.number(change.before), style.number(change.after),
          signed(change.difference.mean) { style.number($0) },
          style.number(change.difference.halfWidth),
          change.relative.map { signed($0) { style.percent($0) } } ?? NumberStyle.missing,
        ]
      })
  }

  var money: TextTable {
    let unit = style.currencySign
    return table(
      [
        say("Money \(unit)", "费用 \(unit)"), say("cost before", "之前 费用"),
        say("cost after", "之后 费用"), say("change", "变化"), "95% ±",
        say("sales lost: change", "损失销售 变化"), "95% ±",
        say("net result: change", "净结果 变化"), "95% ±",
      ],
      report.effect.plans.map { plan in
        [
          names.title(plan.after.name), style.number(plan.cost.before),
          style.number(plan.cost.after),
        ]
          + [plan.cost, plan.salesLost, plan.netResult].flatMap { change in
            [
              signed(change.difference.mean) { style.number($0) },
              style.number(change.difference.halfWidth),
            ]
          }
      })
  }

  var service: TextTable {
    table(
      [
        say("Service", "服务"), say("abandon % before", "之前 放弃率"), say("abandon % after", "之后 放弃率"),
        say("change, points", "变化 百分点"), "95% ±", say("service level: change", "服务水平 变化"),
        "95% ±", say("on duty", "在岗"), say("targets", "目标"),
      ],
      report.effect.plans.map { plan in
        let points = { (change: ChangeEffect.Change?) -> [String] in
          [
            change.map { signed($0.difference.mean * 100) { style.number($0, places: 2) } }
              ?? NumberStyle.missing,
            style.number(change.map { $0.difference.halfWidth * 100 }, places: 2),
          ]
        }
        return [
          names.title(plan.after.name), style.percent(plan.abandonment?.before),
          style.percent(plan.abandonment?.after),
        ] + points(plan.abandonment) + points(plan.serviceLevel) + [
          arrow(
            style.count(plan.before.staffing.peakOnDuty),
            style.count(plan.after.staffing.peakOnDuty)),
          arrow(targets(plan.before), targets(plan.after)),
        ]
      })
  }

  private func targets(_ plan: PlanOutcome) -> String {
    if plan.targets.isEmpty { return NumberStyle.missing }
    return plan.targetAnswer.words(style)
  }

  private func arrow(_ before: String, _ after: String) -> String {
    before == after ? after : "\(before) → \(after)"
  }

  private func signed(_ value: Double, _ text: (Double) -> String) -> String {
    let shown = text(value)
    return value > 0 && shown.contains { ("1"..."9").contains($0) } ? "+" + shown : shown
  }

  private func table(_ headings: [String], _ rows: [[String]]) -> TextTable {
    TextTable(
      columns: headings.enumerated().map {
        TextTable.Column($0.element, $0.offset == 0 ? .left : .right)
      }, rows: rows)
  }

  // MARK: Sentences

  /// What the change does to the volume, to the recommendation, and under the plan to take.
  var sentences: [String] {
    [volumeSentence, planSentence, choiceSentence].compactMap(\.self)
  }

  private var volumeSentence: String {
    let change = report.effect.volume
    let size = style.number(abs(change.difference.mean))
    let width = style.number(change.difference.halfWidth)
    let share = change.relative.map { style.percent(abs($0)) } ?? NumberStyle.missing
    if change.isNothing {
      return say(
        "Every replication has the same number of inquiries before and after.",
        "每次模拟的咨询量前后完全相同。")
    }
    if change.difference.halfWidth.isNaN {
      return say(
        "In one replication the change makes \(signed(change.difference.mean) { style.number($0) }) "
          + "inquiries; one alone cannot tell an effect from chance.",
        "单次模拟中咨询量变化 \(signed(change.difference.mean) { style.number($0) })；仅凭一次无法区分效果与偶然。")
    }
    guard isSure(change.difference) else {
      return say(
        "The change leaves the number of inquiries where it is, as far as these replications tell "
          + "(\(signed(change.difference.mean) { style.number($0) }) ± \(width)).",
        "就目前的模拟次数而言，看不出咨询量有变化（\(signed(change.difference.mean) { style.number($0) }) ± \(width)）。"
      )
    }
    return change.difference.mean > 0
      ? say(
        "The change brings \(size) more inquiries (± \(width)), \(share).",
        "变化带来 \(size) 次咨询（± \(width)），增加 \(share)。")
      : say(
        "The change takes away \(size) inquiries (± \(width)), \(share).",
        "变化减少 \(size) 次咨询（± \(width)），减少 \(share)。")
  }

  /// Under the plan recommended after the change, else the first.
  private var planSentence: String? {
    let chosen = report.effect.after.recommendedPlan
    guard
      let plan = report.effect.plans.first(where: { $0.after.name == chosen })
        ?? report.effect.plans.first
    else { return nil }
    let title = names.title(plan.after.name)
    if plan.cost.isNothing, plan.netResult.isNothing {
      return say(
        "Under \(title) cost and net result stay the same.", "在“\(title)”下，费用与净结果不变。")
    }
    return say(
      "Under \(title) it \(effect(on: plan.cost, more: "costs", less: "saves")) and "
        + "\(effect(on: plan.netResult, more: "raises the net result by", less: "lowers the net result by")).",
      "在“\(title)”下，\(effect(on: plan.cost, more: "多花", less: "节省"))，"
        + "\(effect(on: plan.netResult, more: "净结果增加", less: "净结果减少"))。")
  }

  private func effect(on change: ChangeEffect.Change, more: String, less: String) -> String {
    let size = style.amount(abs(change.difference.mean))
    let width = style.amount(change.difference.halfWidth)
    let doubt =
      isSure(change.difference) ? "" : say(", which may be chance", "，可能只是偶然")
    return (change.difference.mean < 0 ? less : more) + " \(size) (± \(width)\(doubt))"
  }

  private var choiceSentence: String? {
    let (old, new) = (report.effect.before.recommendedPlan, report.effect.after.recommendedPlan)
    guard let new else {
      return old.map {
        say(
          "Before, \(oldNames.title($0)) was recommended; after, no plan is.",
          "之前推荐“\(oldNames.title($0))”；之后没有可推荐的方案。")
      }
    }
    guard let old else {
      return say(
        "Before, no plan was recommended; after, \(names.title(new)) is.",
        "之前没有可推荐的方案；之后推荐“\(names.title(new))”。")
    }
    return old == new
      ? say(
        "\(names.title(new)) is recommended before and after.", "前后均推荐“\(names.title(new))”。")
      : say(
        "The recommendation moves from \(oldNames.title(old)) (\(cost(old, report.effect.before))) to "
          + "\(names.title(new)) (\(cost(new, report.effect.after))).",
        "推荐由“\(oldNames.title(old))”（\(cost(old, report.effect.before))）变为"
          + "“\(names.title(new))”（\(cost(new, report.effect.after))）。")
  }

  /// Mean cost of a plan over the horizon.
  private func cost(_ plan: String, _ comparison: Comparison) -> String {
    style.amount(comparison.plan(plan)?.cost.total.mean)
  }

  private func isSure(_ interval: ConfidenceInterval) -> Bool {
    interval.mean != 0 && abs(interval.mean) > interval.halfWidth
  }
}

extension Comparison {
  /// Key of the plan that the verdict recommends, if it recommends one.
  fileprivate var recommendedPlan: String? {
    if case .winner(let winner, _, _) = verdict.recommendation { return winner }
    return nil
  }
}
