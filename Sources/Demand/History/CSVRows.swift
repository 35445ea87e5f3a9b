// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// The rows of a history's file, with the errors of a history.
struct CSVRows {
  private var rows: DelimitedRows

  init(_ rows: DelimitedRows) { self.rows = rows }

  var fields: [Range<Int>] { rows.fields }
  var line: Int { rows.line }
  var isGBK: Bool { rows.isGBK }

  func text(_ field: Int) -> String { rows.text(field) }

  func cell(_ field: Int) -> ArraySlice<UInt8> { rows.cell(field) }

  /// How many rows the file will have if it goes on as it began; nil where its size is not known.
  var expectedRows: Int? { rows.expectedRows }

  /// The first bytes of the file, before any row is read.
  mutating func peek(_ count: Int) throws(HistoryError) -> ArraySlice<UInt8> {
    do throws(TableError) {
      return try rows.peek(count)
    } catch {
      throw HistoryError(error)
    }
  }

  /// Moves to the next row; false at the end of the file.
  mutating func next() throws(HistoryError) -> Bool {
    do throws(TableError) {
      return try rows.next()
    } catch {
      throw HistoryError(error)
    }
  }
}

extension HistoryError {
  fileprivate init(_ error: TableError) {
    let kind: HistoryProblem.Kind =
      switch error.kind {
      case .input(let problem): .input(problem)
      case .empty: .empty
      case .openQuotation: .unterminatedQuote
      case .nulByte, .notUTF8: .notText
      case .rowTooLong(let most): .rowTooLong(most: most)
      case .tooManyRows(let most): .tooManyRows(most: most)
      case .tooManyCells(let most): .tooManyCells(most: most)
      case .repeatedColumn(let name): .twoColumns(meaning: name, names: [name, name])
      case .wrongFieldCount(let found, let expected):
        .tooFewFields(found: found, needed: expected)
      }
    self.init([HistoryProblem(line: error.line, kind: kind)])
  }
}
