// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Why a table cannot stand in a workbook.
package enum WorkbookError: Error, Equatable, Sendable {
  /// More rows than a sheet has.
  case tooManyRows(table: String)
  /// A text longer than a cell holds.
  case tooLongText(table: String, column: String)
  /// More bytes than the file's format can say.
  case tooLarge
}

/// A workbook (Office Open XML, ECMA-376, `.xlsx`) with one sheet for each table, written as rows come:
/// numbers, days and flags are those of the program that opens it, and the header stays in sight.
package struct WorkbookWriter {
  /// Rows of a sheet, of which the header takes one.
  package static let sheetRows = 1_048_576
  /// UTF-16 units of a cell's text.
  private static let cellUnits = 32_767

  private var archive = ZipWriter()
  private var names = SheetNames()
  private var table: ExportTable?
  private var places: [[UInt8]] = []
  private var row = 0
  /// Bytes of the sheet that are not packed yet.
  private var pending: [UInt8] = []

  package init() {}

  /// Begins a sheet.
  ///
  /// - Returns: The next bytes of the file.
  package mutating func begin(_ table: ExportTable) -> [UInt8] {
    var bytes = names.all.isEmpty ? archive.part("_rels/.rels", WorkbookParts.package) : []
    names.add(table.name)
    self.table = table
    places = table.columns.indices.map { Array(Self.letters($0).utf8) }
    row = 1
    bytes += archive.begin("xl/worksheets/sheet\(names.all.count).xml")
    pending = Array(WorkbookParts.sheetHead(table, isFirst: names.all.count == 1).utf8)
    pending += Array("<row r=\"1\">".utf8)
    for (place, column) in table.columns.enumerated() {
      put(text: column.name, place, style: .header)
    }
    pending += Array("</row>".utf8)
    return bytes
  }

  /// - Returns: The next bytes of the file, mostly none.
  package mutating func append(_ values: [ExportValue]) throws(WorkbookError) -> [UInt8] {
    guard let table else { return [] }
    row += 1
    guard row <= Self.sheetRows else { throw .tooManyRows(table: table.name) }
    pending += Array("<row r=\"\(row)\">".utf8)
    for (place, value) in values.enumerated() {
      switch value {
      case .empty: break
      case .integer(let number): put(String(number), place)
      case .number(let number): put(Decimals.shortest(number), place)
      case .boolean(let flag): put(flag ? "1" : "0", place, type: "b")
      case .date(let date): put(String(Self.serial(date)), place, style: .date)
      case .moment(let date, let millisecond):
        let share = Double(millisecond) / 86_400_000
        put(Decimals.shortest(Double(Self.serial(date)) + share), place, style: .moment)
      case .text(let text):
        guard text.utf16.count <= Self.cellUnits else {
          throw .tooLongText(table: table.name, column: table.columns[place].name)
        }
        put(text: text, place, style: .plain)
      }
    }
    pending += Array("</row>".utf8)
    return pending.count < 60_000 ? [] : drained()
  }

  /// Ends the sheet.
  ///
  /// - Returns: The next bytes of the file.
  package mutating func end() -> [UInt8] {
    pending += Array("</sheetData></worksheet>".utf8)
    let rest = drained()
    return rest + archive.end()
  }

  /// - Returns: The last bytes of the file.
  package mutating func finish() throws(WorkbookError) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, text) in WorkbookParts.ends(sheets: names.all) { bytes += archive.part(name, text) }
    bytes += archive.finish()
    guard !archive.isTooLarge else { throw .tooLarge }
    return bytes
  }

  private mutating func drained() -> [UInt8] {
    defer { pending.removeAll(keepingCapacity: true) }
    return archive.append(pending)
  }

  private mutating func put(
    _ number: String, _ place: Int, type: String = "", style: WorkbookParts.Style = .plain
  ) {
    open(place, type, style)
    pending += Array("<v>".utf8)
    pending += Array(number.utf8)
    pending += Array("</v></c>".utf8)
  }

  private mutating func put(text: String, _ place: Int, style: WorkbookParts.Style) {
    open(place, "inlineStr", style)
    let keepsBlanks = text.first == " " || text.last == " "
    pending += Array((keepsBlanks ? "<is><t xml:space=\"preserve\">" : "<is><t>").utf8)
    pending += WorkbookParts.escaped(text)
    pending += Array("</t></is></c>".utf8)
  }

  private mutating func open(_ place: Int, _ type: String, _ style: WorkbookParts.Style) {
    pending += Array("<c r=\"".utf8)
    pending += places[place]
    pending += Array(String(row).utf8)
    if style != .plain { pending += Array("\" s=\"\(style.rawValue)".utf8) }
    if !type.isEmpty { pending += Array("\" t=\"\(type)".utf8) }
    pending += Array("\">".utf8)
  }

  /// `A` for 0, `AB` for 27.
  static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    repeat {
      letters = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + letters
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}
