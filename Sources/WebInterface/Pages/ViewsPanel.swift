// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Wording

/// The tabs with the planner's views. Figures and pictures come from the program's answers.
struct ViewsPanel {
  let frame: PageFrame

  private func say(_ en: String, _ zh: String) -> String { frame.say(en, zh) }

  func append(to main: inout Markup) {
    main.element(
      "div", ["role": "tablist", "id": "views", "class": "views", "aria-label": say("Views", "视图")]
    ) { list in
      for view in PlannerView.allCases {
        let isFirst = view == .plans
        list.element(
          "button",
          [
            "type": "button", "role": "tab", "id": "tab-\(view.rawValue)",
            "data-view": view.rawValue, "aria-controls": "view-\(view.rawValue)",
            "aria-selected": isFirst ? "true" : "false", "tabindex": isFirst ? "0" : "-1",
          ], text: view.title[frame.language])
      }
    }
    for view in PlannerView.allCases {
      main.element(
        "section",
        [
          "role": "tabpanel", "id": "view-\(view.rawValue)",
          "class": view == .plans ? "view" : "view later",
          "aria-labelledby": "tab-\(view.rawValue)",
        ]
      ) { panel in
        panel.element("h2", text: view.title[frame.language])
        panel.element("p", ["class": "soft"], text: view.about[frame.language])
        body(of: view, &panel)
      }
    }
  }

  private func body(of view: PlannerView, _ panel: inout Markup) {
    switch view {
    case .plans:
      panel.element("p", ["id": "status", "class": "soft"], text: say("Working …", "计算中……"))
      panel.element("p", ["id": "held", "class": "soft", "hidden": "hidden"], text: "")
      panel.element("p", ["id": "lead", "class": "lead"], text: "")
      panel.element("div", ["id": "table"], text: "")
      panel.element("div", ["id": "sections"], text: "")
    case .service: panel.element("div", ["id": "pictures"], text: "")
    case .verdict: ask(.verdict, say("Compute", "计算"), &panel)
    case .explore: ask(.explore, say("Explore", "探索"), &panel)
    case .require:
      ask(.require, say("Find the people", "求所需人数"), &panel) { form in
        plan(say("first with people of its own", "首个有自己人员的方案"), &form)
        days(&form)
      }
    case .plan:
      ask(.plan, say("Plan the shifts", "规划班次"), &panel) { form in
        plan(say("all", "全部"), &form)
        days(&form)
      }
    case .headcount:
      ask(.headcount, say("Plan the year", "规划全期"), &panel) { form in
        plan(say("all", "全部"), &form)
      }
    case .today: today(&panel)
    case .roster: RosterPanel(frame: frame).append(to: &panel)
    case .score: ScorePanel(frame: frame).append(to: &panel)
    case .bill: bill(&panel)
    }
  }

  /// A form that begins a job, how far it is, and its outcome.
  private func ask(
    _ kind: JobKind, _ label: String, _ panel: inout Markup,
    _ fields: (inout Markup) -> Void = { _ in }
  ) {
    JobPanel(frame: frame).append(kind, label, to: &panel, fields)
  }

  /// The plans are filled in by the page, which knows the scenario as it stands.
  private func plan(_ all: String, _ form: inout Markup) {
    form.element("label") { label in
      label.element("span", text: say("Plan", "方案"))
      label.element("select", ["name": "plan", "class": "plans"]) { select in
        select.element("option", ["value": ""], text: all)
      }
    }
  }

  private func days(_ form: inout Markup) {
    form.element("label") { label in
      label.element("span", text: say("Days", "日期"))
      label.element(
        empty: "input",
        [
          "name": "dates", "autocomplete": "off", "size": "24",
          "placeholder": say("the week of the busiest day", "最忙一天所在的周"),
          "title": say(
            "as 2026-11-11, or 2026-11-01/2026-11-14", "如 2026-11-11 或 2026-11-01/2026-11-14"),
        ])
    }
    form.element("label") { label in
      label.element("span", text: say("Targets must hold", "目标须成立于"))
      label.element("select", ["name": "hold"]) { select in
        for (value, text) in [
          ("day", say("on every day", "每一天")),
          ("interval", say("in every stretch of a day", "每个时间段")),
          ("period", say("over all days together", "全部日期合计")),
        ] {
          select.element("option", ["value": value], text: text)
        }
      }
    }
  }

  private func today(_ panel: inout Markup) {
    ask(.today, say("Tell the rest of the day", "推算其余时段"), &panel) { form in
      plan(say("first with people of its own", "首个有自己人员的方案"), &form)
      FileField.append(
        "so-far", say("The day's customers until now (CSV or an export)", "当日至今的顾客（CSV 或平台导出）"),
        sent: .needed, to: &form)
      FileField.append(
        "roster", say("Roster in force, if not the plan's (CSV)", "当日班表（不填则按方案，CSV）"),
        sent: .chosen,
        to: &form)
      FileField.append(
        "shifts", say("Kinds of shifts, where the roster has no hours (CSV)", "班次定义（班表无时间时，CSV）"),
        sent: .chosen, to: &form)
      text("date", say("Day", "日期"), say("the last customer's", "末位顾客当日"), &form)
      text("now", say("It is", "现在"), say("the last customer's hour", "末位顾客的时刻"), &form)
    }
  }

  private func text(_ name: String, _ title: String, _ usual: String, _ form: inout Markup) {
    form.element("label") { label in
      label.element("span", text: title)
      label.element(
        empty: "input",
        ["name": name, "autocomplete": "off", "size": "16", "placeholder": usual])
    }
  }

  private func bill(_ panel: inout Markup) {
    panel.element("form", ["id": "bill", "class": "ask"]) { form in
      plan(say("all, side by side", "全部并列"), &form)
      FileField.append(
        "usage", say("Recorded usage (CSV or a platform's export)", "实际用量（CSV 或平台导出）"), to: &form)
      FileField.append(
        "invoice", say("Received invoice, if any (CSV)", "收到的账单（可不填，CSV）"), to: &form)
      form.element("button", ["type": "submit"], text: say("Check", "核对"))
    }
    panel.element("p", ["id": "told-bill", "role": "status", "class": "told"], text: "")
    panel.element("div", ["id": "shown-bill"], text: "")
  }
}

/// A field into which a file is dropped or chosen.
enum FileField {
  /// Whether a job's form sends the file that was chosen, and whether it can begin without one. Other
  /// forms send theirs in their own way.
  enum Sending: String { case chosen, needed, never }

  static func append(
    _ name: String, _ label: String, sent: Sending = .never, to form: inout Markup
  ) {
    form.element("label", ["class": "file"]) { part in
      part.element("span", text: label)
      part.element(
        empty: "input",
        [
          "type": "file", "name": name, "accept": ".csv,.xlsx,text/csv",
          "data-sent": sent.rawValue,
        ])
    }
  }
}
