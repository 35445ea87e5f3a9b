// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

/// The cells of a spreadsheet file (Office Open XML, `.xlsx`) as texts.
package struct Workbook: Equatable, Sendable {
  package struct Sheet: Equatable, Sendable {
    package let name: String
    /// Rows with any text, each with its number as the program shows it.
    package let rows: [Row]
  }

  package struct Row: Equatable, Sendable {
    package let number: Int
    package let cells: [String]
  }

  package let sheets: [Sheet]

  /// Bytes that a file's parts may unpack to.
  private static let mostBytes = 500_000_000

  /// Whether a file begins as a spreadsheet does, by its first bytes.
  package static func begins(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  package init(path: String, limits: ReadingLimits = .tables) throws(SpreadsheetError) {
    let bytes: [UInt8]
    do throws(InputProblem) {
      bytes = try InputFile(path: path, limits: limits).rest()
    } catch {
      throw .input(error)
    }
    try self.init(bytes, limits: limits)
  }

  package init(_ bytes: [UInt8], limits: ReadingLimits = .tables) throws(SpreadsheetError) {
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw .binaryFormat }
    var archive = try ZipArchive(bytes, most: Self.mostBytes)
    guard let book = try archive.part("xl/workbook.xml") else {
      throw .damaged(part: "xl/workbook.xml")
    }
    let targets = Self.targets(try archive.part("xl/_rels/workbook.xml.rels") ?? [])
    let strings = Self.strings(try archive.part("xl/sharedStrings.xml") ?? [])
    var formats = CellFormats(styles: try archive.part("xl/styles.xml"))
    var (names, scanner): ([(name: String, part: String)], XMLScanner) = ([], XMLScanner(book))
    while let event = scanner.next() {
      switch event {
      case .start("workbookPr", let attributes):
        formats.countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
      case .start("sheet", let attributes):
        guard let target = attributes["id"].flatMap({ targets[$0] }) else { break }
        let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
        names.append((attributes["name"] ?? "", part))
      default: break
      }
    }
    if names.isEmpty { throw .damaged(part: "xl/workbook.xml") }
    var sheets: [Sheet] = []
    for (name, part) in names {
      guard let bytes = try archive.part(part) else { throw .damaged(part: part) }
      sheets.append(
        Sheet(name: name, rows: try SheetRows.rows(bytes, strings, formats, limits: limits)))
    }
    self.sheets = sheets
  }

  /// Where the parts of a workbook lie, by their identifiers.
  private static func targets(_ bytes: [UInt8]) -> [String: String] {
    var (targets, scanner): ([String: String], XMLScanner) = ([:], XMLScanner(bytes))
    while let event = scanner.next() {
      if case .start("Relationship", let attributes) = event, let id = attributes["Id"] {
        targets[id] = attributes["Target"]
      }
    }
    return targets
  }

  /// The texts that cells name by number; phonetic help is no part of them.
  private static func strings(_ bytes: [UInt8]) -> [String] {
    var (strings, scanner): ([String], XMLScanner) = ([], XMLScanner(bytes))
    var (text, isText, isHelp) = ("", false, false)
    while let event = scanner.next() {
      switch event {
      case .start("si", _): text = ""
      case .end("si"): strings.append(text)
      case .start("rPh", _): isHelp = true
      case .end("rPh"): isHelp = false
      case .start("t", _): isText = true
      case .end("t"): isText = false
      case .text(let part): if isText, !isHelp { text += part }
      case .start, .end: break
      }
    }
    return strings
  }
}
