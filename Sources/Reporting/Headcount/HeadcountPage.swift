// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Scenarios
import Wording

/// A year's headcount as sections of a page: heads against need, months, what to do by when, cost, reserve.
struct HeadcountPage {
  private let outcome: HeadcountUseCase.Outcome
  private let style: NumberStyle
  private let words: HeadcountText
  private let chart: HeadcountChart

  init(_ outcome: HeadcountUseCase.Outcome, _ style: NumberStyle) {
    self.outcome = outcome
    self.style = style
    words = HeadcountText(outcome, style: style)
    chart = HeadcountChart(outcome: outcome, style: style)
  }

  private func say(_ en: String, _ zh: String) -> String {
    Localized(en: en, zh: zh)[style.language]
  }

  func append(to body: inout Markup) {
    body.element("header") { header in
      header.element("p", ["class": "soft"], text: words.heading)
      for target in words.targets { header.element("p", text: target) }
      header.element("p", ["class": "lead"], text: words.verdict)
      for sentence in words.bound + words.standing { header.element("p", text: sentence) }
    }
    body.picture(
      say("Heads against need", "人数与需求"), [chart.heads],
      caption: say(
        "Bars are heads of the month (short term: the most on one day), the line the most people needed at "
          + "once on a day of it. Shifts and rest days take more heads than are there at once.",
        "柱为当月人数（短期为单日最多），折线为当月同一时刻最多需要的人数；分班与休息使人数多于同时在岗者。"),
      keys: chart.keys)
    section(say("Month by month", "逐月"), &body) { part in
      part.table(words.months)
      for sentence in words.monthNotes { part.element("p", text: sentence) }
    }
    section(say("What to do by when", "何时做什么"), &body) { $0.table(words.allActions) }
    section(say("Cost of the year", "全期费用"), &body) { part in
      part.table(words.plans)
      if !outcome.others.isEmpty { part.table(words.others) }
      for sentence in words.nextBest + words.finalists { part.element("p", text: sentence) }
    }
    if let reserve = chart.reserve {
      body.picture(
        say("Reserve for promotions", "大促后备"), [reserve],
        caption: words.reserveNotes.joined(separator: " "), keys: chart.reserveKeys)
      body.element("section") { $0.table(words.reserve) }
    }
    body.element("section", ["class": "soft"]) { part in
      for refusal in words.refusals { part.element("p", text: refusal) }
      part.element("p", text: words.note)
    }
  }

  private func section(
    _ title: String, _ body: inout Markup, _ content: (inout Markup) -> Void
  ) {
    body.element("section") { part in
      part.element("h2", text: title)
      content(&part)
    }
  }
}
