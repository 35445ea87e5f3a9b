// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Capacity
import Wording

/// The rest of a day as sections of a page.
extension TodayText {
  func append(to body: inout Markup, readingNotes: [String]) {
    body.element("header") { header in
      header.element("p", ["class": "soft"], text: heading)
      for sentence in verdict { header.element("p", ["class": "lead"], text: plain(sentence)) }
      header.table(targets)
    }
    body.element("section") { part in
      part.element("h2", text: say("By interval", "逐时段"))
      for sentence in worst { part.element("p", text: plain(sentence)) }
      part.table(slots)
    }
    body.element("section") { part in
      part.element("h2", text: say("What can still be done", "还能做什么"))
      if outlook.effects.isEmpty {
        part.element("p", text: nothingToChange)
      } else {
        for sentence in advice { part.element("p", text: plain(sentence)) }
        part.table(changes)
      }
    }
    body.element("section", ["class": "soft"]) { part in
      for note in (outlook.effects.isEmpty ? [] : notes) + readingNotes {
        part.element("p", text: note)
      }
    }
  }

  /// A terminal marks what matters by an arrow; a page has headings and print for it.
  private func plain(_ sentence: String) -> String {
    var text = sentence[...]
    while let first = text.first, first == "→" || first == " " { text.removeFirst() }
    return String(text)
  }
}
