// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
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

/// Writes files one after another and remembers their names for the manifest.
package struct FileList {
  let folder: OutputFolder
  let byteOrderMark: Bool
  private(set) var names: [String] = []
  private(set) var tooLong: [LongFile] = []

  package init(folder: OutputFolder, byteOrderMark: Bool) {
    self.folder = folder
    self.byteOrderMark = byteOrderMark
  }

  package mutating func write<Row>(
    _ table: CSVTable<Row>, _ rows: some Sequence<Row>
  ) throws(OutputError) {
    let count = try table.write(rows, to: folder, byteOrderMark: byteOrderMark)
    names.append(table.file)
    if let long = LongFile(table.file, rows: count) { tooLong.append(long) }
  }

  package mutating func write(_ name: String, _ text: String) throws(OutputError) {
    try folder.write(name, text)
    names.append(name)
  }

  package mutating func write(_ name: String, _ bytes: [UInt8]) throws(OutputError) {
    try folder.write(name, bytes)
    names.append(name)
  }

  @discardableResult
  package mutating func finish(_ manifest: Manifest) throws(OutputError) -> WrittenFiles {
    try folder.write(OutputFolder.manifest, manifest.json(files: names).text)
    return WrittenFiles(names: names + [OutputFolder.manifest], tooLong: tooLong)
  }
}
