// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars

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

  /// Reads `date,name,kind` rows under a header, in any order of columns, commas or semicolons;
  /// names may hold commas when quoted. Name and kind may be left out.
  package static func read(text: String) throws(FitError) -> [CalendarEvent] {
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let header = rows.first else { return [] }
    let separator: Character =
      header.contains("\t") ? "\t" : header.contains(";") ? ";" : ","
    let headings = fields(header, separator).map { $0.lowercased() }
    guard let dates = headings.firstIndex(where: { ["date", "day", "ds", "日期"].contains($0) })
    else { throw .noEventDates(header: String(header)) }
    let names = headings.firstIndex { ["name", "event", "holiday", "名称"].contains($0) }
    let kinds = headings.firstIndex { ["kind", "type", "category", "类型"].contains($0) }
    var events: [CalendarEvent] = []
    for (index, row) in rows.enumerated().dropFirst() {
      if row.allSatisfy(\.isWhitespace) { continue }
      let cells = fields(row, separator)
      guard dates < cells.count, let date = date(cells[dates]) else {
        throw .badEvent(line: index + 1, found: String(row))
      }
      let cell = { (column: Int?) in
        column.flatMap { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }
      }
      let kind = cell(kinds) ?? "event"
      events.append(CalendarEvent(date: date, name: cell(names) ?? kind, kind: kind))
    }
    return events
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

  private static func fields(_ row: Substring, _ separator: Character) -> [String] {
    var cells = [""]
    var quoted = false
    for character in row {
      if character == "\"" {
        quoted.toggle()
      } else if character == separator, !quoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells.map { cell in
      String(cell.drop { $0 == " " || $0 == "\u{FEFF}" }.reversed().drop { $0 == " " }.reversed())
    }
  }
}
