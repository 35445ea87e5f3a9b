// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Scorecards
import Wording

/// Reply rules, on simulated chats and on recorded ones.
struct ScorePanel {
  let frame: PageFrame

  private func say(_ en: String, _ zh: String) -> String { frame.say(en, zh) }

  func append(to panel: inout Markup) {
    let all = RuleBook.presets.entries
    JobPanel(frame: frame).append(
      .score, say("Grade the plans' simulated chats", "对各方案的模拟会话评分"), to: &panel
    ) { form in
      let known = all.filter { !$0.latest.needsRecordedLog }
      // Most scenarios have first replies alone.
      rules(
        known.filter { !$0.latest.needsMessages } + known.filter(\.latest.needsMessages), &form)
    }
    panel.element("h3", text: say("Or a recorded log", "或实际记录"))
    panel.element("form", ["id": "grade", "class": "ask"]) { form in
      rules(all, &form)
      FileField.append(
        "log", say("Log of messages, or a platform's export", "消息记录或平台导出"), to: &form)
      form.element("button", ["type": "submit"], text: say("Grade the log", "评分"))
    }
    panel.element("p", ["id": "told-grade", "role": "status", "class": "told"], text: "")
    panel.element("div", ["id": "shown-grade"], text: "")
  }

  private func rules(_ entries: [RuleBook.Entry], _ form: inout Markup) {
    form.element("label") { label in
      label.element("span", text: say("Rule", "规则"))
      label.element("select", ["name": "rules"]) { select in
        for entry in entries {
          select.element(
            "option", ["value": entry.key],
            text: "\(entry.key) · \(entry.latest.name[frame.language])")
        }
      }
    }
  }
}
