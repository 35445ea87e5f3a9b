// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// The rows of a history's file, with the errors of a history.
struct CSVRows {
  private var rows: DelimitedRows

  /// - Parameter read: Gives the next bytes; none at the end.
  init(read: @escaping () throws -> [UInt8]) { rows = DelimitedRows(read: read) }

  init(text: String) { rows = DelimitedRows(text: text) }

  var bytes: [UInt8] { rows.bytes }
  var fields: [Range<Int>] { rows.fields }
  var line: Int { rows.line }

  func text(_ field: Int) -> String { rows.text(field) }

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
      case .unreadable(let reason): .unreadable(reason: reason)
      case .empty: .empty
      case .openQuotation: .unterminatedQuote
      case .nulByte: .notText
      case .rowTooLong(let most): .rowTooLong(most: most)
      case .repeatedColumn(let name): .twoColumns(meaning: name, names: [name, name])
      case .wrongFieldCount(let found, let expected):
        .tooFewFields(found: found, needed: expected)
      }
    self.init([HistoryProblem(line: error.line, kind: kind)])
  }
}
