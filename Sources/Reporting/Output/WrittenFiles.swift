// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// A file of more rows than a spreadsheet shows.
package struct LongFile: Equatable, Sendable {
  package let name: String
  package let rows: Int

  /// Rows of a sheet, of which the header takes one.
  package static let sheetRows = 1_048_576

  package init?(_ name: String, rows: Int) {
    guard rows >= Self.sheetRows else { return nil }
    self.name = name
    self.rows = rows
  }

  package func sentence(_ language: Language) -> String {
    let style = NumberStyle(language)
    return Localized(
      en:
        "note: \(name) has \(style.count(rows)) rows; Excel shows \(style.count(Self.sheetRows)) and "
        + "drops the others.",
      zh: "提示：\(name) 有 \(style.count(rows)) 行；Excel 只显示 \(style.count(Self.sheetRows)) 行，其余会丢失。"
    )[language]
  }
}

/// What a run wrote.
package struct WrittenFiles: Equatable, Sendable {
  /// In order, the manifest last.
  package let names: [String]
  package let tooLong: [LongFile]
}
