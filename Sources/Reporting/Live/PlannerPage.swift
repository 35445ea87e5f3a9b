// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Planning
import Pricing
package import Tables
package import Wording

/// The planner's views as elements of a page: the sections that the files' own pages have.
package struct PlannerPage: Sendable {
  private let style: NumberStyle

  package init(_ style: NumberStyle) { self.style = style }

  /// In the currency of the bills.
  package init(_ language: Language, _ outcome: BillUseCase.Outcome) {
    self.init(NumberStyle(language, currency: outcome.bills.first?.contract.currency ?? "CNY"))
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  private func section(_ title: String, _ body: (inout Markup) -> Void) -> String {
    var markup = Markup()
    markup.element("section") { part in
      part.element("h2", text: title)
      body(&part)
    }
    return markup.text
  }

  private func sections(_ body: (inout Markup) -> Void) -> String {
    var markup = Markup()
    body(&markup)
    return markup.text
  }

  /// Verdict with its warnings, and the break-even over the volume.
  package func verdict(_ outcome: CompareUseCase.Outcome) -> String {
    let report = HTMLReport(outcome.comparison, style: style, version: "")
    return sections { body in
      report.summary(&body)
      report.breakEven(&body)
      crossings(outcome.comparison, report.names.title, &body)
      report.reasons(&body)
    }
  }

  /// The picture's dots in words.
  private func crossings(
    _ comparison: Comparison, _ title: (String) -> String, _ body: inout Markup
  ) {
    guard let curve = comparison.breakEven else { return }
    body.table(
      TextTable(
        columns: [
          .init(say("cheaper below", "低于此量更便宜"), .left),
          .init(say("cheaper above", "高于此量更便宜"), .left),
          .init(say("inquiries a day", "日咨询量")), .init(say("of this scenario's", "占本场景")),
        ],
        rows: curve.crossings.map { crossing in
          [
            title(crossing.below), title(crossing.above), style.number(crossing.dailyInquiries),
            style.percent(crossing.multiple, places: 0),
          ]
        }))
  }

  /// Reply rules on the chats of every plan.
  package func scorecards(_ outcome: CompareUseCase.Outcome) -> String {
    let text = PlanScoreText(outcome.scores, style: style)
    return section(say("Reply rules on simulated chats", "模拟会话的平台考核")) { part in
      part.table(text.table)
      part.element("p", ["class": "soft"], text: text.note)
    }
  }

  /// Reply rules on a recorded log.
  package func scorecards(_ outcome: ScoreUseCase.Outcome) -> String {
    sections { ScoreDocuments.content(outcome, style, &$0) }
  }

  package func exploration(_ outcome: ExploreUseCase.Outcome) -> String {
    sections {
      ExplorationPage(exploration: outcome.exploration, style: style, version: "").content(&$0)
    }
  }

  package func requirement(_ outcome: RequireUseCase.Outcome) -> String {
    sections { RequirementDocuments.content(outcome, style, &$0) }
  }

  package func staffPlan(_ outcome: PlanUseCase.Outcome) -> String {
    sections { StaffPlanDocuments.content(outcome, style, &$0) }
  }

  package func headcount(_ outcome: HeadcountUseCase.Outcome) -> String {
    sections { HeadcountPage(outcome, style).append(to: &$0) }
  }

  /// - Parameter notes: What was assumed in reading the day's file.
  package func today(_ outcome: TodayUseCase.Outcome, notes: [String]) -> String {
    sections { TodayText(outcome, style: style).append(to: &$0, readingNotes: notes) }
  }

  /// Recorded months by every plan's contract, and the differences of a received invoice.
  package func bill(_ outcome: BillUseCase.Outcome) -> String {
    var text = ""
    if let audit = outcome.audit {
      let words = AuditText(
        audit.differences, of: audit.invoices, file: audit.file, style: style)
      text += section(say("The invoice against the contract", "账单与合同核对")) { part in
        part.element("ul") { list in
          for sentence in words.sentences { list.element("li", text: sentence) }
        }
      }
    }
    return text
      + section(say("What the contract charges", "合同应收")) { part in
        BillText(outcome.bills, style: style).append(to: &part)
      }
  }

  /// What was left short, and what a roster costs.
  package func roster(_ outcome: RosterMakeUseCase.Outcome) -> String {
    sections { RosterDocuments.content(outcome, style, &$0) }
  }

  /// What an edited roster breaks and leaves short.
  package func roster(_ outcome: RosterCheckUseCase.Outcome) -> String {
    let language = style.language
    return sections { body in
      body.element("p", ["class": "lead"], text: RosterCheckText.heading(outcome, language))
      if !outcome.violations.isEmpty {
        body.table(ViolationTable(outcome.violations, of: outcome.problem, language).table)
      }
      if let table = ShortageTable(outcome.shortages, of: outcome.problem, language).table {
        body.element("h3", text: say("Too few people", "缺员"))
        body.table(table)
      }
    }
  }
}

extension PlannerPage {
  /// What a roster has to cover, as the two files of a staff plan.
  package static func rosterFiles(_ outcome: PlanUseCase.Outcome) -> JSONValue {
    [
      "cover": .string(
        String(
          decoding: CSVTable.staffCover.encoded(StaffCoverRow.rows(of: outcome)), as: UTF8.self)),
      "shifts": .string(
        String(
          decoding: CSVTable.staffShifts.encoded(StaffCoverRow.shifts(of: outcome)), as: UTF8.self)),
    ]
  }
}
