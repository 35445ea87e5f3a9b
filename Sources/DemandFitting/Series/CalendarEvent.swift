// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Tables

/// A day that people know of beforehand.
package struct CalendarEvent: Hashable, Sendable {
  package let date: CivilDate
  package let name: String
  /// What it is like: `holiday`, `promotion`, `closed` …
  package let kind: String

  package init(date: CivilDate, name: String, kind: String) {
    self.date = date
    self.name = name
    self.kind = kind
  }

  /// Reads `date,name,kind` rows under a header, in any order of columns. Name and kind may be left
  /// out; other columns may not stand there.
  package static func read(text: String) throws(FitError) -> [CalendarEvent] {
    try read(DelimitedRows(text: text, limits: .tables))
  }

  /// Reads a file, as `read(text:)` a text.
  ///
  /// - Parameter onGBK: Called where the file is in GBK instead of UTF-8.
  package static func read(
    path: String, onGBK: () -> Void = {}
  ) throws(FitError) -> [CalendarEvent] {
    let rows: DelimitedRows
    do throws(InputProblem) {
      rows = try DelimitedRows(path: path, limits: .tables)
    } catch {
      throw .eventTable(TableError(line: 0, .input(error)))
    }
    let events = try read(rows)
    if rows.isGBK { onGBK() }
    return events
  }

  private static func read(_ source: DelimitedRows) throws(FitError) -> [CalendarEvent] {
    var rows = source
    guard try next(&rows) else { return [] }
    let columns = try Columns(rows)
    var events: [CalendarEvent] = []
    while try next(&rows) { events.append(try CalendarEvent(rows, columns)) }
    return events
  }

  private static func next(_ rows: inout DelimitedRows) throws(FitError) -> Bool {
    do throws(TableError) {
      return try rows.next()
    } catch {
      throw .eventTable(error)
    }
  }

  private init(_ row: DelimitedRows, _ columns: Columns) throws(FitError) {
    guard row.fields.count <= columns.count else {
      throw .eventTable(
        TableError(
          line: row.line, .wrongFieldCount(found: row.fields.count, expected: columns.count)))
    }
    guard columns.date < row.fields.count, let date = Self.date(row.cell(columns.date)) else {
      let cells = row.fields.indices.map { row.text($0) }
      throw .badEvent(line: row.line, found: cells.joined(separator: ","))
    }
    let cell = { (column: Int?) -> String? in
      column.flatMap {
        $0 < row.fields.count && !row.fields[$0].isEmpty ? row.text($0) : nil
      }
    }
    let kind = cell(columns.kind) ?? "event"
    self.init(date: date, name: cell(columns.name) ?? kind, kind: kind)
  }

  /// Which column of an events file means what.
  private struct Columns {
    private(set) var date = 0
    private(set) var name: Int?
    private(set) var kind: Int?
    let count: Int

    private static let known = [
      ["date", "day", "ds", "日期"], ["name", "event", "holiday", "名称"],
      ["kind", "type", "category", "类型"],
    ]

    init(_ header: DelimitedRows) throws(FitError) {
      let headings = header.fields.indices.map { header.text($0) }
      var places: [Int?] = [nil, nil, nil]
      // Where none is known it is no header at all.
      let isHeader = headings.contains { heading in
        Self.known.joined().contains(heading.lowercased())
      }
      guard isHeader else { throw .noEventDates(header: headings.joined(separator: ",")) }
      for (index, heading) in headings.enumerated() {
        let meaning = Self.known.firstIndex { $0.contains(heading.lowercased()) }
        guard let meaning else {
          throw .eventColumn(line: header.line, heading, known: Self.known.map { $0[0] })
        }
        if let other = places[meaning] {
          throw .eventColumns(line: header.line, [headings[other], heading])
        }
        places[meaning] = index
      }
      guard let date = places[0] else {
        throw .noEventDates(header: headings.joined(separator: ","))
      }
      (self.date, name, kind, count) = (date, places[1], places[2], headings.count)
    }
  }

  /// `2026-11-01`, `2026/11/1`, also with a time after it.
  private static func date(_ cell: ArraySlice<UInt8>) -> CivilDate? {
    if let stamp = Timestamp(cell) {
      let days = stamp.wallClock.quotientAndRemainder(dividingBy: 86_400)
      return CivilDate(dayNumber: days.remainder < 0 ? days.quotient - 1 : days.quotient)
    }
    let text = String(decoding: cell, as: UTF8.self)
    let day = text.prefix { $0 != "T" && $0 != " " }
    let parts = day.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1000...9999).contains(year)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
