// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Reporting
import Wording

extension PageRoutes {
  func edit(_ name: String, _ language: Language) async throws -> HTTPResponse {
    guard store.folder.place(of: name) != nil else { throw ScenarioStore.Problem.gone }
    return PageAnswer.page(EditPage(frame: PageFrame(language: language), name: name).text)
  }
}

/// The page on which a scenario is thought about: sliders, the scenario itself, the figures.
struct EditPage {
  let frame: PageFrame
  let name: String

  private func say(_ en: String, _ zh: String) -> String { frame.say(en, zh) }

  var text: String {
    frame.page(
      name, script: "edit.js",
      other: "/edit?file=\(PageRoutes.encoded(name))&lang=\(frame.otherLanguage.rawValue)"
    ) { body in
      body.element("header", ["class": "top"]) { header in
        header.element("h1", ["id": "title", "data-file": name], text: name)
        toolbar(&header)
      }
      body.element("div", ["id": "banner", "role": "alert", "class": "banner", "hidden": "hidden"])
      {
        $0.append("")
      }
      body.element("div", ["class": "desk"]) { desk in
        desk.element("div", ["class": "inputs"]) { inputs in
          whatIf(&inputs)
          scenario(&inputs)
        }
        results(&desk)
      }
    }
  }

  private func toolbar(_ header: inout Markup) {
    header.element(
      "div", ["class": "tools", "role": "toolbar", "aria-label": say("Tools", "工具")]
    ) { tools in
      button("undo", say("Undo", "撤销"), &tools)
      button("redo", say("Redo", "重做"), &tools)
      button("pin", say("Pin as baseline", "固定为基准"), &tools)
      button("unpin", say("Drop baseline", "取消基准"), &tools)
      button("command", say("Copy as command", "复制为命令"), &tools)
      tools.element("details", ["class": "menu"]) { menu in
        menu.element("summary", text: say("Download", "下载"))
        menu.element("div") { list in
          button("give-yaml", say("Changed scenario (YAML)", "更改后的场景（YAML）"), &list)
          button("give-csv", say("Figures (CSV)", "数字（CSV）"), &list)
          button("give-xlsx", say("Workbook (Excel)", "工作簿（Excel）"), &list)
          button("give-page", say("One page for others (HTML)", "可转发的单页（HTML）"), &list)
        }
      }
      button("save", say("Save", "保存"), &tools)
      tools.element("span", ["id": "saved", "class": "soft"], text: "")
    }
  }

  private func button(_ id: String, _ text: String, _ body: inout Markup) {
    body.element("button", ["type": "button", "id": id], text: text)
  }

  private func whatIf(_ inputs: inout Markup) {
    inputs.element("section", ["class": "what-if", "aria-labelledby": "what-if"]) { section in
      section.element("h2", ["id": "what-if"], text: say("What if …", "如果……"))
      section.element("div", ["id": "sliders"], text: "")
      section.element("div", ["class": "add"]) { add in
        add.element("label", ["for": "key"], text: say("Add a value to move", "添加要变动的值"))
        add.element(
          empty: "input",
          [
            "id": "key", "list": "keys", "autocomplete": "off", "spellcheck": "false",
            "placeholder": "demand.daily_mean",
          ])
        add.element("datalist", ["id": "keys"], text: "")
        button("add", say("Add", "添加"), &add)
      }
      section.element("div", ["class": "applied"]) { part in
        button("apply", say("Write these changes into the scenario", "将这些更改写入场景"), &part)
        button("reset", say("Back to the scenario's values", "恢复场景的值"), &part)
      }
    }
  }

  private func scenario(_ inputs: inout Markup) {
    inputs.element("section", ["class": "scenario", "aria-labelledby": "scenario"]) { section in
      section.element("h2", ["id": "scenario"], text: say("The scenario", "场景"))
      section.element("div", ["class": "switch"]) { choice in
        choice.element(
          "button", ["type": "button", "id": "as-form", "aria-pressed": "true"],
          text: say("Form", "表单"))
        choice.element(
          "button", ["type": "button", "id": "as-text", "aria-pressed": "false"],
          text: say("Text", "文本"))
      }
      section.element("div", ["id": "mistakes", "role": "status", "class": "mistakes"], text: "")
      section.element("div", ["id": "form", "class": "form"], text: "")
      section.element("div", ["id": "text", "class": "text", "hidden": "hidden"]) { text in
        text.element("pre", ["id": "gutter", "aria-hidden": "true"], text: "1")
        text.element(
          "textarea",
          [
            "id": "yaml", "spellcheck": "false", "wrap": "off", "autocomplete": "off",
            "aria-label": say("The scenario's text", "场景文本"),
          ], text: "")
      }
    }
  }

  private func results(_ desk: inout Markup) {
    desk.element("main", ["id": "results", "class": "results", "tabindex": "-1"]) { main in
      ViewsPanel(frame: frame).append(to: &main)
      main.element("p", ["id": "spoken", "class": "spoken", "role": "status"], text: "")
    }
  }
}
