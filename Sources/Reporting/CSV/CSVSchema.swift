// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// The documentation of one CSV file.
package struct CSVSchema: Equatable, Sendable {
  package struct Column: Equatable, Sendable {
    package let name: String
    package let unit: String
    package let meaning: Localized
  }

  /// Version of all the files' columns; it rises when a column is renamed, removed or redefined.
  package static let version = 2

  package let file: String
  package let row: Localized
  /// Columns that together tell every row from every other.
  package let key: [String]
  /// Columns of the key that are empty in some rows.
  package let openKey: Set<String>
  package let columns: [Column]

  /// A section of the reference: heading, what a row is, a table of columns.
  package func markdown(_ language: Language) -> String {
    let head =
      language == .english ? "| column | unit | meaning |" : "| 列 | 单位 | 含义 |"
    let names = key.map { "`\($0)`" }.joined(separator: language == .english ? ", " : "、")
    let unique = Localized(en: "Key: \(names).", zh: "键：\(names)。")[language]
    var lines = ["## `\(file)`", "", row[language] + "\n\n" + unique, "", head, "|---|---|---|"]
    for column in columns {
      let meaning = column.meaning[language].split(separator: "|").joined(separator: "\\|")
      lines.append("| `\(column.name)` | \(column.unit) | \(meaning) |")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
