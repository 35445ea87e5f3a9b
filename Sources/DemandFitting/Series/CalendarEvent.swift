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
  /// out.
  package static func read(text: String) throws(FitError) -> [CalendarEvent] {
    var rows = DelimitedRows(text: text)
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
    let cells = row.fields.indices.map { row.text($0) }
    guard columns.date < cells.count, let date = Self.date(cells[columns.date]) else {
      throw .badEvent(line: row.line, found: cells.joined(separator: ","))
    }
    let cell = { (column: Int?) in
      column.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
    }
    let kind = cell(columns.kind) ?? "event"
    self.init(date: date, name: cell(columns.name) ?? kind, kind: kind)
  }

  /// Which column of an events file means what.
  private struct Columns {
    let date: Int
    let name: Int?
    let kind: Int?

    init(_ header: DelimitedRows) throws(FitError) {
      let headings = header.fields.indices.map { header.text($0) }
      let place = { (names: Set<String>) in
        headings.firstIndex { names.contains($0.lowercased()) }
      }
      guard let date = place(["date", "day", "ds", "日期"]) else {
        throw .noEventDates(header: headings.joined(separator: ","))
      }
      self.date = date
      name = place(["name", "event", "holiday", "名称"])
      kind = place(["kind", "type", "category", "类型"])
    }
  }

  /// `2026-11-01`, `2026/11/1`, also with a time after it.
  private static func date(_ text: String) -> CivilDate? {
    let day = text.prefix { $0 != "T" && $0 != " " }
    let parts = day.split(omittingEmptySubsequences: false) { "-/.".contains($0) }.map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2],
      (1000...9999).contains(year)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }
}
