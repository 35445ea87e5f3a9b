// SPDX-License-Identifier: GPL-3.0-or-later

import PlatformExports
import Scorecards
import Spreadsheets

/// The readers of message logs, reply rules and platforms' exports.
enum ScoreTargets {
  /// A log, graded by every rule that the program brings.
  static func log(_ bytes: [UInt8]) {
    guard let text = text(bytes), let log = try? MessageReader(sorts: true).read(text: text).log
    else { return }
    for entry in RuleBook.presets.entries {
      guard let card = try? Scorecard(entry, of: log) else { continue }
      _ = card.periods.map(\.grade)
    }
  }

  /// A file of rules, each of which grades a small log.
  static func rules(_ bytes: [UInt8]) {
    guard let text = text(bytes), let book = try? RuleFile.parse(text),
      let log = try? MessageReader().read(text: small).log
    else { return }
    for entry in book.entries.prefix(20) { _ = try? Scorecard(entry, of: log).periods }
  }

  /// An export as CSV, or a spreadsheet.
  static func export(_ bytes: [UInt8]) {
    if Workbook.begins(bytes) {
      _ = try? Workbook(bytes)
    } else if let text = text(bytes), let export = try? PlatformExport(text: text) {
      _ = try? export.inquiriesByDay()
    }
  }

  private static let small = """
    time,side,session
    2026-03-02 09:00:00,customer,1
    2026-03-02 09:01:00,agent,1
    """
}
