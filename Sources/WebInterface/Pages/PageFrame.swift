// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Wording

/// What every page has around it: style sheets, the language, the switch to the other one.
struct PageFrame {
  let language: Language

  func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[language] }

  /// - Parameters:
  ///   - script: The module that makes the page live.
  ///   - other: The same page in the other language.
  func page(
    _ title: String, script: String, other: String, _ body: (inout Markup) -> Void
  ) -> String {
    var page = Markup()
    page.element("html", ["lang": language.htmlTag]) { html in
      html.element("head") { head in
        head.element(empty: "meta", ["charset": "utf-8"])
        head.element(
          empty: "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        head.element(
          empty: "meta", ["name": "color-scheme", "content": "light dark"])
        head.element("title", text: title + " – Inquiry Planner")
        head.element(empty: "link", ["rel": "icon", "href": "data:,"])
        for sheet in ["report.css", "page.css"] {
          head.element(empty: "link", ["rel": "stylesheet", "href": "/assets/" + sheet])
        }
        head.element("script", ["type": "module", "src": "/assets/" + script], text: "")
      }
      html.element("body") { content in
        content.element(
          "a", ["class": "skip", "href": "#results"], text: say("Skip to the figures", "跳到结果"))
        content.element("nav", ["aria-label": say("Pages", "页面")]) { bar in
          bar.element("a", ["href": "/?lang=\(language.rawValue)"], text: "Inquiry Planner")
          bar.element(
            "a",
            [
              "href": other, "class": "language", "id": "language",
              "lang": language == .english ? "zh-CN" : "en",
            ], text: language == .english ? "中文" : "English")
        }
        body(&content)
        content.element(
          "noscript", text: say("This page needs JavaScript.", "本页需要 JavaScript。"))
      }
    }
    return "<!DOCTYPE html>\n" + page.text
  }

  var otherLanguage: Language { language == .english ? .chinese : .english }
}
