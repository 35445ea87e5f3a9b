// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Inference
package import Planning
import Tables
import Wording

/// A comparison as one page with pictures that needs no other file: `report.html`.
package struct HTMLReport: Sendable {
  let comparison: Comparison
  let style: NumberStyle
  let version: String
  let names: VerdictWriter
  /// What a change did; nil without one.
  let change: ChangeReport?
  /// Of a page without a folder of results; nil of one in a folder.
  let origin: ReportOrigin?

  var looks: PlanLooks { PlanLooks(comparison) }

  package init(
    _ comparison: Comparison, change: ChangeReport? = nil, style: NumberStyle, version: String,
    origin: ReportOrigin? = nil
  ) {
    self.change = change
    self.origin = origin
    self.comparison = comparison
    self.style = style
    self.version = version
    names = VerdictWriter(comparison: comparison, style: style)
  }

  /// The whole document; well-formed XML as well as HTML.
  package var text: String {
    Markup.page(comparison.scenarioName, style.language) { body in
      header(&body)
      summary(&body)
      changes(&body)
      reasons(&body)
      tables(&body)
      pictures(&body)
      assumptions(&body)
      origin(&body)
      footer(&body)
    }
  }

  func say(_ en: String, _ zh: String) -> String { style.language == .english ? en : zh }

  private func header(_ body: inout Markup) {
    let horizon = comparison.horizon
    body.element("header") { header in
      header.element("h1", text: comparison.scenarioName)
      header.element(
        "p", ["class": "soft"],
        text: say(
          "\(horizon.first) to \(horizon.last) · \(style.count(comparison.replications)) simulated "
            + "horizons · every plan meets the same customers",
          "\(horizon.first) 至 \(horizon.last) · 模拟 \(style.count(comparison.replications)) 次 · "
            + "所有方案面对同一批顾客"))
    }
  }

  /// What a reader with one page takes along; the first sheet on paper.
  func summary(_ body: inout Markup) {
    let verdict = VerdictText(comparison, style: style)
    let text = ComparisonText(comparison, style: style)
    body.element("section", ["class": "summary"]) { section in
      section.element("h2", text: say("Verdict", "结论"))
      for sentence in verdict.texts("recommendation") {
        section.element("p", ["class": "lead"], text: sentence)
      }
      section.table(text.brief)
      if !text.marks.isEmpty {
        section.element("p", ["class": "soft"], text: text.marks.joined(separator: " · "))
      }
      for topic in ["service", "worst", "break_even", "seats", "outsourcing", "assumed"] {
        for sentence in verdict.texts(topic) { section.element("p", text: sentence) }
      }
      list(say("What would change it", "什么会改变结论"), verdict.texts("change"), &section)
      list(say("Warnings", "提醒"), verdict.texts("warning"), &section)
    }
  }

  /// The rest of the verdict, and the warnings that the summary has no room for.
  func reasons(_ body: inout Markup) {
    let verdict = VerdictText(comparison, style: style)
    let sentences = ["evidence", "slow_chat", "platform", "risk", "spread"].flatMap(verdict.texts)
    let warnings = names.allWarnings
    let isCut = warnings.count > verdict.texts("warning").count
    guard !sentences.isEmpty || isCut else { return }
    body.element("section") { section in
      section.element("h2", text: say("Reasons", "依据"))
      for sentence in sentences { section.element("p", text: sentence) }
      if isCut { list(say("All warnings", "全部提醒"), warnings, &section) }
    }
  }

  func list(_ title: String, _ items: [String], _ section: inout Markup) {
    guard !items.isEmpty else { return }
    section.element("p") { $0.element("strong", text: title) }
    section.element("ul") { list in
      for item in items { list.element("li", text: item) }
    }
  }

  private func changes(_ body: inout Markup) {
    guard let change else { return }
    let text = ChangeText(change, style: style)
    body.element("section") { section in
      section.element("h2", text: say("Before and after", "变化前后"))
      section.element("p", ["class": "soft"], text: "\(change.before) → \(change.after)")
      for sentence in text.sentences { section.element("p", text: sentence) }
      for table in [text.volume, text.money, text.service] { section.table(table) }
      section.element("p", ["class": "soft"], text: text.note)
    }
    body.picture(
      say("Volume before and after", "变化前后的咨询量"),
      ChangeChart(effect: change.effect, style: style).markups,
      caption: say(
        "Mean over simulated horizons; below, the difference on the same customers.",
        "各次模拟的均值；下图为同一批顾客下的差。"),
      keys: [
        LegendKey(say("after", "之后")),
        LegendKey(say("before", "之前"), series: Palette.earlier),
      ])
  }

  func tables(_ body: inout Markup) {
    let text = ComparisonText(comparison, style: style)
    body.element("section") { section in
      section.element("h2", text: say("Plans side by side", "方案对比"))
      section.table(text.costs)
      section.table(text.service)
      if let platform = text.platform { section.table(platform) }
      section.table(text.worst)
      section.element("p", ["class": "soft"], text: text.worstNote)
      if let overnight = text.overnight, let note = text.overnightNote {
        section.table(overnight)
        section.element("p", ["class": "soft"], text: note)
      }
      if !text.marks.isEmpty {
        section.element("p", ["class": "soft"], text: text.marks.joined(separator: " · "))
      }
      let planned = PlannedText(comparison, style: style)
      for shifts in planned.tables {
        section.element("h3", text: shifts.heading)
        section.table(shifts.table)
      }
      if let note = planned.note { section.element("p", ["class": "soft"], text: note) }
      for seats in SeatsText(comparison, style: style).all {
        section.element("h3", text: seats.heading)
        section.table(seats.table)
      }
      if let split = comparison.spread {
        let spread = SpreadText(split: split, style: style)
        section.element("h3", text: spread.heading)
        section.table(spread.table)
        section.element("p", ["class": "soft"], text: spread.note)
      }
      list(
        say("Sizes by month that would cost less", "更省的按月坐席"),
        SeatsText(comparison, style: style).suggestions(), &section)
      section.element(
        "p", ["class": "soft"],
        text: say(
          "± is half a 95% interval of the mean; nine of ten simulated horizons lie in the 5–95% "
            + "range. “Reply ≤3 min” counts the abandoned and is no platform's rate. Occupancy is time "
            + "with a chat in hand ÷ time on duty. Sales lost: unanswered × conversion × order value. "
            + "Net result: gross margin × sales net of refunds − cost.",
          "± 为均值 95% 区间的半宽；十次模拟中有九次落在 5–95% 范围内。“3 分钟回复”把离开者计入分母，并非平台口径。"
            + "占用率 = 手上有会话的时间 ÷ 在岗时间。损失销售 = 未应答 × 转化率 × 客单价。"
            + "净结果 = 毛利率 × 退款后销售额 − 费用。"))
    }
  }

  func assumptions(_ body: inout Markup) {
    body.element("section") { section in
      section.element("h2", text: say("Assumptions", "假设与口径"))
      section.element("ul") { list in
        for item in assumptionTexts { list.element("li", text: item) }
      }
    }
  }

  private func footer(_ body: inout Markup) {
    body.element("footer") { footer in
      footer.element(
        "p",
        text: say(
          "Seed \(comparison.seed) · scenario \(comparison.scenarioHash) · inquiry \(version)."
            + (origin == nil ? " The manifest beside this page holds what repeats the run." : ""),
          "种子 \(comparison.seed) · 场景 \(comparison.scenarioHash) · inquiry \(version)。"
            + (origin == nil ? "同一文件夹的 manifest.json 记有复现所需信息。" : "")))
    }
  }
}
