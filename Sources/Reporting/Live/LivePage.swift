// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Exports
import Planning
import Plans
package import Wording

/// The answer to a state of a page: the table at once, the report's own sections when it is settled.
package struct LivePage: Sendable {
  private let answer: LiveAnswer
  private let style: NumberStyle

  package init(_ answer: LiveAnswer, language: Language) {
    self.answer = answer
    style = NumberStyle(language, currency: answer.scenario.currency)
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  /// On how much the figures rest.
  package var status: String {
    let count = answer.comparison.replications
    let runs = style.count(count)
    if answer.isSettled {
      return say(
        "Settled: \(runs) replication\(count == 1 ? "" : "s"), every size searched for this state.",
        "已完成：模拟 \(runs) 次，已按当前状态搜索坐席数。")
    }
    if count == 1 {
      return say(
        "Rough: one replication, no interval yet. Sharpening …", "粗略：仅模拟 1 次，尚无区间。正在细化……")
    }
    return say(
      "Rough: \(runs) replications. Sharpening …", "粗略：模拟 \(runs) 次。正在细化……")
  }

  /// What is held while the figures are rough; nil where nothing is.
  package var heldNote: String? {
    guard !answer.heldPlans.isEmpty else { return nil }
    let titles = answer.heldPlans.map { answer.comparison.plan($0)?.title ?? $0 }
    return answer.change == nil
      ? say(
        "Sizes as last searched, searched anew when idle: \(style.list(titles)).",
        "坐席数取自上次搜索，空闲时重新搜索：\(style.list(titles))。")
      : say(
        "Sized for the pinned state, searched anew when idle: \(style.list(titles)).",
        "坐席数取自已固定的状态，空闲时重新搜索：\(style.list(titles))。")
  }

  /// The verdict's first sentence.
  package var lead: String {
    VerdictText(answer.comparison, style: style).texts("recommendation").joined(separator: " ")
  }

  /// Table and marks, and where a baseline is pinned what the change does in words.
  package var table: String {
    var body = LiveTable(answer, style: style).markup
    let marks = ComparisonText(answer.comparison, style: style).marks
    if !marks.isEmpty {
      body.element("p", ["class": "soft"], text: marks.joined(separator: " · "))
    }
    if let change = answer.change {
      let text = ChangeText(change, style: style)
      body.element("p", ["class": "soft"], text: text.heading)
      for sentence in text.sentences { body.element("p", text: sentence) }
      body.element("p", ["class": "soft"], text: text.note)
    }
    return body.text
  }

  /// The verdict with its warnings and tables, as the report has them; empty while rough.
  package var sections: String {
    guard answer.isSettled else { return "" }
    let report = HTMLReport(answer.comparison, style: style, version: "")
    var body = Markup()
    report.summary(&body)
    report.reasons(&body)
    report.tables(&body)
    report.assumptions(&body)
    return body.text
  }

  /// The report's pictures: service by day and time of day, volume, the busiest day, what it costs; empty
  /// while rough.
  package var pictures: String {
    guard answer.isSettled else { return "" }
    var body = Markup()
    HTMLReport(answer.comparison, style: style, version: "").pictures(&body)
    return body.text
  }

  /// The plans' rows of `comparison.csv`.
  package var csv: String {
    String(
      decoding: CSVTable.comparison.encoded(PlanRow.rows(of: answer.comparison)), as: UTF8.self)
  }

  /// What a planner looks up in a spreadsheet: plans, targets, bills, months, sizes, and the paired
  /// differences to a pinned state.
  ///
  /// - Throws: `OutputError` where a text is longer than a cell holds.
  package func workbook(_ name: String) throws(OutputError) -> [UInt8] {
    let comparison = answer.comparison
    do throws(WorkbookError) {
      var book = WorkbookBytes()
      try book.add(.comparison, PlanRow.rows(of: comparison))
      try book.add(.verdict, VerdictText(comparison, style: style).figures)
      try book.add(.targets, TargetRow.rows(of: comparison.plans))
      try book.add(.invoices, InvoiceRow.rows(of: comparison.plans, language: style.language))
      let platform = PlatformRow.rows(of: comparison.plans)
      if !platform.isEmpty { try book.add(.platform, platform) }
      try book.add(.months, MonthRow.rows(of: comparison.plans.map(PlanService.init)))
      let sizes = SizingRow.rows(of: comparison)
      if !sizes.isEmpty { try book.add(.staffing, sizes) }
      if let change = answer.change { try book.add(.change, ChangeRow.rows(of: change.effect)) }
      return try book.finish()
    } catch {
      throw OutputError(path: name, reason: .noWorkbook(error))
    }
  }

  /// The whole report as one page that needs no server, with what was changed and the command that
  /// gives the same figures.
  package func report(settings: [String], command: String, version: String) -> String {
    HTMLReport(
      answer.comparison, change: answer.change, style: style, version: version,
      origin: ReportOrigin(settings: settings, command: command)
    ).text
  }
}
