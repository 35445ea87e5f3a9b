// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A recorded file: its header, and its rows one by one, each as long as the header.
struct RecordTable {
  /// Names in lower case, but for what follows a colon; Chinese headings by their own names.
  let header: [String]
  let headerLine: Int
  private(set) var rowCount = 0
  private let notes: RecordNotes
  private var rows: DelimitedRows

  /// - Parameter headings: What Chinese headings mean.
  /// - Throws: `RecordError` for an empty file, what `DelimitedRows` refuses, or two columns that
  ///   mean the same.
  init(
    _ source: DelimitedRows, headings: [String: String], _ notes: RecordNotes
  ) throws(RecordError) {
    rows = source
    self.notes = notes
    guard try Self.next(&rows) else { throw RecordError(line: 1, .empty) }
    headerLine = rows.line
    let names = rows
    let written = names.fields.indices.map { Self.name(names.text($0)) }
    header = written.map { ChineseHeadings.column($0, headings) }
    var seen: Set<String> = []
    for (name, heading) in zip(header, written) where !seen.insert(name).inserted {
      throw RecordError(line: headerLine, column: heading, .repeatedColumn)
    }
    notes.isGBK = rows.isGBK
  }

  /// The next row; nil at the end.
  mutating func next() throws(RecordError) -> RecordRow? {
    guard try Self.next(&rows) else {
      notes.isGBK = rows.isGBK
      return nil
    }
    guard rows.fields.count == header.count else {
      throw RecordError(
        line: rows.line,
        .wrongFieldCount(found: rows.fields.count, expected: header.count))
    }
    rowCount += 1
    return RecordRow(rows.bytes, rows.fields, line: rows.line, notes)
  }

  /// Where the columns stand.
  ///
  /// - Throws: `.unknownColumn` for a name that is not known.
  func columns(
    known: [String], isKnown: (String) -> Bool
  ) throws(RecordError) -> RecordColumns {
    for name in header where !known.contains(name) && !isKnown(name) {
      throw RecordError(line: headerLine, column: name, .unknownColumn(known: known))
    }
    return RecordColumns(header)
  }

  private static func next(_ rows: inout DelimitedRows) throws(RecordError) -> Bool {
    do throws(TableError) {
      return try rows.next()
    } catch {
      throw RecordError(error)
    }
  }

  private static func name(_ heading: String) -> String {
    guard let colon = heading.firstIndex(of: ":") else { return heading.lowercased() }
    return heading[..<colon].lowercased() + heading[colon...]
  }
}

/// A column as a reader asks for it; a class, since it is handed on for each cell of millions of rows.
final class RecordColumn {
  enum Place {
    case absent
    case cell(Int)
    /// The heading says it for every row.
    case stated(ArraySlice<UInt8>)
  }

  let name: String
  let place: Place

  init(_ name: String, _ place: Place) {
    self.name = name
    self.place = place
  }

  var isPresent: Bool {
    switch place {
    case .absent: false
    case .cell, .stated: true
    }
  }
}

/// Columns by name, asked for once before the rows are read.
struct RecordColumns {
  private var places: [String: RecordColumn.Place]

  init(_ header: [String]) {
    places = [:]
    for (index, name) in header.enumerated() { places[name] = .cell(index) }
  }

  init(_ places: [String: RecordColumn.Place]) { self.places = places }

  subscript(_ name: String) -> RecordColumn {
    RecordColumn(name, places[name] ?? .absent)
  }
}
