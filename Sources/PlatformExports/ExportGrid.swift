// SPDX-License-Identifier: GPL-3.0-or-later

import Spreadsheets
import Tables

/// The cells of an export as they stand in its file: CSV in UTF-8 or GBK, or a spreadsheet.
struct ExportGrid {
  struct Row {
    let line: Int
    let cells: [String]
  }

  /// The rows of each sheet; a CSV file is one.
  let sheets: [[Row]]
  let isGBK: Bool

  /// - Parameter most: Rows that are looked at; nil for all.
  init(path: String, most: Int? = nil) throws(ExportError) {
    let file: InputFile
    let first: [UInt8]
    do throws(InputProblem) {
      file = try InputFile(path: path, limits: .tables)
      first = try file.next()
    } catch {
      throw ExportError(line: 0, .table(.input(error)))
    }
    guard Workbook.begins(first) else {
      var held: [UInt8]? = first
      let rows = DelimitedRows(limits: .tables) { () throws(InputProblem) in
        if let bytes = held {
          held = nil
          return bytes
        }
        return try file.next()
      }
      try self.init(rows, most: most)
      return
    }
    do throws(SpreadsheetError) {
      let rest: [UInt8]
      do throws(InputProblem) {
        rest = try file.rest()
      } catch {
        throw .input(error)
      }
      let book = try Workbook(first + rest)
      self.init(
        sheets: book.sheets.map { $0.rows.map { Row(line: $0.number, cells: $0.cells) } },
        isGBK: false)
    } catch {
      throw ExportError(line: 0, .spreadsheet(error))
    }
  }

  init(text: String) throws(ExportError) {
    try self.init(DelimitedRows(text: text, limits: .tables), most: nil)
  }

  private init(_ source: DelimitedRows, most: Int?) throws(ExportError) {
    var rows = source
    var all: [Row] = []
    do throws(TableError) {
      while all.count < most ?? .max, try rows.next() {
        all.append(Row(line: rows.line, cells: rows.fields.indices.map { rows.text($0) }))
      }
    } catch {
      throw ExportError(line: error.line, .table(error.kind))
    }
    self.init(sheets: [all], isGBK: rows.isGBK)
  }

  private init(sheets: [[Row]], isGBK: Bool) {
    self.sheets = sheets
    self.isGBK = isGBK
  }
}
