// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Wording

/// People and cover from which a roster is made, and the place where it is edited.
struct RosterPanel {
  let frame: PageFrame

  private func say(_ en: String, _ zh: String) -> String { frame.say(en, zh) }

  func append(to panel: inout Markup) {
    JobPanel(frame: frame).append(.roster, say("Make the roster", "生成班表"), to: &panel) { form in
      form.element("label", ["class": "wide"]) { label in
        label.element(
          "span",
          text: say(
            "Your people, one name a line, or the lines of a staff.csv with its headings",
            "人员：每行一个姓名，或带表头的 staff.csv 内容"))
        label.element(
          "textarea", ["name": "staff", "rows": "4", "spellcheck": "false", "autocomplete": "off"],
          text: "")
      }
      FileField.append("staff-file", say("or staff.csv", "或 staff.csv"), to: &form)
      FileField.append(
        "cover-file",
        say("cover.csv, in place of the staff plan's shifts", "cover.csv（不用排班方案的班次时）"), to: &form)
      FileField.append(
        "shifts-file", say("its shifts.csv, if any", "相应的 shifts.csv（如有）"), to: &form)
    }
    panel.element("div", ["id": "roster-desk", "hidden": "hidden"]) { desk in
      desk.element("h3", text: say("Edit by hand", "手工修改"))
      desk.element(
        "p", ["class": "soft", "id": "roster-help"],
        text: say(
          "Drag a shift to another day or person, or drag its end to make it longer. By keyboard: arrows go "
            + "from day to day and person to person; Enter gives the next kind of shift, Delete takes it away; "
            + "Ctrl with arrows moves a shift; Shift with ← → moves its end by half an hour, with ↑ ↓ its start. "
            + "Ctrl Z takes back.",
          "把班次拖到别的日期或人员，或拖动末端延长。键盘：方向键逐日逐人移动；Enter 换下一种班次，Delete 删除；"
            + "Ctrl 加方向键移动班次；Shift 加 ← → 将结束提前或推后半小时，加 ↑ ↓ 调整开始。Ctrl Z 撤销。"))
      desk.element(
        "div", ["class": "tools", "role": "toolbar", "aria-label": say("Roster", "班表")]
      ) { tools in
        tools.element("button", ["type": "button", "id": "roster-undo"], text: say("Undo", "撤销"))
        tools.element(
          "button", ["type": "button", "id": "roster-give"],
          text: say("Download roster.csv", "下载 roster.csv"))
      }
      desk.element("p", ["id": "roster-spoken", "class": "spoken", "role": "status"], text: "")
      desk.element("div", ["id": "gantt", "class": "scroll gantt"], text: "")
      desk.element("div", ["id": "roster-checked", "role": "status"], text: "")
    }
  }
}
