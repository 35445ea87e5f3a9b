// SPDX-License-Identifier: GPL-3.0-or-later

import FlyingFox
import Foundation
import Reporting
import Wording

extension PageRoutes {
  /// The folder's scenarios, and ways to begin a new one; with a single file, that file.
  func start(_ language: Language) async -> HTTPResponse {
    let folder = store.folder
    if let only = folder.only {
      return PageAnswer.redirect(
        to: "/edit?file=\(Self.encoded(only))&lang=\(language.rawValue)")
    }
    return PageAnswer.page(
      StartPage(frame: PageFrame(language: language), names: folder.names).text)
  }

  static func encoded(_ name: String) -> String {
    name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

struct StartPage {
  let frame: PageFrame
  let names: [String]

  private func say(_ en: String, _ zh: String) -> String { frame.say(en, zh) }

  var text: String {
    frame.page(
      say("Scenarios", "场景"), script: "start.js", other: "/?lang=\(frame.otherLanguage.rawValue)"
    ) { body in
      body.element("main", ["class": "start", "id": "results"]) { main in
        main.element("h1", text: say("Which shop?", "哪家店铺？"))
        list(&main)
        questions(&main)
        history(&main)
        main.element("p", ["id": "told", "role": "status", "class": "told"], text: "")
      }
    }
  }

  private func list(_ main: inout Markup) {
    main.element("section") { section in
      section.element("h2", text: say("Scenarios in this folder", "本文件夹中的场景"))
      guard !names.isEmpty else {
        section.element("p", text: say("There is none yet.", "还没有。"))
        return
      }
      section.element("ul", ["class": "files"]) { list in
        for name in names {
          list.element("li") { item in
            item.element(
              "a",
              [
                "href":
                  "/edit?file=\(PageRoutes.encoded(name))&lang=\(frame.language.rawValue)"
              ], text: name)
          }
        }
      }
    }
  }

  /// Five questions; what is not asked has the template's usual values, which the page then shows.
  private func questions(_ main: inout Markup) {
    main.element("section") { section in
      section.element("h2", text: say("Begin with five answers", "回答五个问题即可开始"))
      section.element("form", ["id": "new", "class": "questions"]) { form in
        question("title", say("What is the shop called?", "店铺名称"), say("My shop", "我的店铺"), &form)
        question("inquiries", say("Inquiries on a usual day", "平日每天咨询量"), "120", &form)
        question(
          "order_value", say("Value of an order, yuan", "客单价（元）"), "200", &form)
        question(
          "margin", say("Gross margin, as in 45 %", "毛利率，如 45 %"), "45 %", &form)
        question(
          "seat_price", say("Price of an outsourced seat, yuan a month", "外包坐席月价（元）"), "5000",
          &form)
        question("file", say("File name", "文件名"), "shop", &form)
        form.element(
          "button", ["type": "submit"], text: say("Show me the plans", "查看方案"))
      }
    }
  }

  private func question(_ name: String, _ label: String, _ usual: String, _ form: inout Markup) {
    form.element("label") { part in
      part.element("span", text: label)
      part.element(
        empty: "input", ["name": name, "value": usual, "autocomplete": "off", "maxlength": "200"])
    }
  }

  private func history(_ main: inout Markup) {
    main.element("section") { section in
      section.element("h2", text: say("Or with your history", "或使用历史记录"))
      section.element(
        "p",
        text: say(
          "A CSV of arrival times, or of interval_start,count, exported from your chat platform. The shop's "
            + "rhythm is learned from it; the file stays on this computer.",
          "由客服平台导出的 CSV：每行一次到达时间，或 interval_start,count。由此学习店铺的咨询规律；文件只留在本机。"))
      section.element("label", ["class": "drop", "id": "drop"]) { drop in
        drop.element("span", text: say("Drop the file here, or choose it:", "将文件拖到此处，或选择："))
        drop.element(
          empty: "input", ["type": "file", "id": "history", "accept": ".csv,text/csv"])
      }
    }
  }
}
