// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Wording

/// What begins a job, how far it is with the way to end it, and what came out.
struct JobPanel {
  let frame: PageFrame

  private func say(_ en: String, _ zh: String) -> String { frame.say(en, zh) }

  func append(
    _ kind: JobKind, _ label: String, to panel: inout Markup, _ fields: (inout Markup) -> Void
  ) {
    let name = kind.rawValue
    panel.element("form", ["class": "ask", "data-kind": name]) { form in
      fields(&form)
      form.element("button", ["type": "submit"], text: label)
    }
    panel.element("div", ["class": "job", "id": "job-\(name)", "hidden": "hidden"]) { job in
      job.element("progress", ["aria-label": label], text: "")
      job.element("span", ["class": "step"], text: "")
      job.element("button", ["type": "button", "class": "cancel"], text: say("Cancel", "取消"))
    }
    panel.element("p", ["id": "told-\(name)", "role": "status", "class": "told"], text: "")
    panel.element(
      "p", ["id": "other-\(name)", "class": "other", "hidden": "hidden"],
      text: say(
        "The scenario has been changed since: these figures are of the state before.",
        "场景此后已更改：以下数字属于之前的状态。"))
    panel.element("div", ["id": "shown-\(name)", "class": "shown"], text: "")
  }
}
