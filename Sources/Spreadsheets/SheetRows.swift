// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Reads the cells of one sheet.
enum SheetRows {
  /// Cells of a sheet, empty ones before the last of a row too: a row of one cell may stand far out.
  private static let mostCells = 20_000_000

  /// Numbers of rows that a spreadsheet has.
  private static let mostRows = 1 << 20

  /// Rows with any text.
  static func rows(
    _ bytes: [UInt8], _ strings: [String], _ formats: CellFormats, limits: ReadingLimits
  ) throws(SpreadsheetError) -> [Workbook.Row] {
    var cellCount = 0
    var scanner = XMLScanner(bytes)
    var rows: [Workbook.Row] = []
    var (number, cells): (Int, [String]) = (0, [])
    var cell = Cell()
    while let event = scanner.next() {
      switch event {
      case .start("row", let attributes):
        let own = attributes["r"].flatMap { Int($0) }
        number = own.flatMap { (1...mostRows).contains($0) ? $0 : nil } ?? number + 1
        cells = []
      case .end("row"):
        if cells.contains(where: { !$0.isEmpty }) {
          guard rows.count < limits.rows else { throw .tooManyRows(most: limits.rows) }
          rows.append(Workbook.Row(number: number, cells: cells))
        }
      case .start("c", let attributes):
        cell = Cell(attributes, next: cells.count)
      case .end("c"):
        cellCount += max(0, cell.column + 1 - cells.count)
        guard cell.column < limits.cellsPerRow else {
          throw .tooManyCells(most: limits.cellsPerRow)
        }
        guard cellCount <= mostCells else { throw .tooManyCells(most: mostCells) }
        while cells.count <= cell.column { cells.append("") }
        cells[cell.column] = cell.text(strings, formats)
      case .start("v", _), .start("t", _): cell.isValue = true
      case .end("v"), .end("t"): cell.isValue = false
      case .text(let text): if cell.isValue { cell.value += text }
      case .start, .end: break
      }
    }
    return rows
  }

  private struct Cell {
    var column = 0
    var type = ""
    var style = 0
    var value = ""
    var isValue = false

    init() {}

    /// - Parameter next: The column behind the cell before, where this one does not say its own.
    init(_ attributes: [String: String], next: Int) {
      type = attributes["t"] ?? ""
      style = attributes["s"].flatMap { Int($0) } ?? 0
      column = attributes["r"].flatMap(Self.column) ?? next
    }

    /// `AB12` is column 27, counted from 0.
    private static func column(_ reference: String) -> Int? {
      var column = 0
      for letter in reference.utf8.prefix(while: { (0x41...0x5A).contains($0) }) {
        column = column * 26 + Int(letter - 0x40)
        if column > 1 << 20 { return nil }
      }
      return column > 0 ? column - 1 : nil
    }

    func text(_ strings: [String], _ formats: CellFormats) -> String {
      switch type {
      case "s":
        guard let place = Int(value), strings.indices.contains(place) else { return "" }
        return strings[place]
      case "str", "inlineStr", "e", "d": return value
      case "b": return value == "1" ? "true" : "false"
      default: return value.isEmpty ? "" : formats.text(value, style: style)
      }
    }
  }
}
