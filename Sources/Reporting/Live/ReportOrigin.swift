// SPDX-License-Identifier: GPL-3.0-or-later

/// How a report came about that no folder of results lies beside.
package struct ReportOrigin: Equatable, Sendable {
  /// Changed values, as in `--set`.
  package var settings: [String]
  /// The line that gives the same figures.
  package var command: String

  package init(settings: [String], command: String) {
    self.settings = settings
    self.command = command
  }
}

extension HTMLReport {
  /// What was changed, and the command.
  func origin(_ body: inout Markup) {
    guard let origin else { return }
    body.element("section") { section in
      section.element("h2", text: say("Where this comes from", "本页的由来"))
      if origin.settings.isEmpty {
        section.element("p", text: say("The scenario as it is written.", "场景文件的原值。"))
      } else {
        list(say("Changed values", "更改的值"), origin.settings, &section)
      }
      section.element("p", text: say("The same figures:", "得到相同数字的命令："))
      section.element("pre") { $0.element("code", text: origin.command) }
    }
  }
}
