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

  /// Reads `date,name,kind` rows with a header; names may hold commas when quoted.
  package static func read(text: String) throws(FitError) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, row) in rows.enumerated().dropFirst() {
      if row.allSatisfy(\.isWhitespace) { continue }
      let cells = fields(row)
      guard cells.count >= 2, let date = CivilDate(iso: cells[0].replacing("/", with: "-")) else {
        throw .badEvent(line: index + 1, found: String(row))
      }
      let kind = cells.count > 2 && !cells[2].isEmpty ? cells[2] : "event"
      events.append(CalendarEvent(date: date, name: cells[1], kind: kind))
    }
    return events
  }

  private static func fields(_ row: Substring) -> [String] {
    var cells = [""]
    var quoted = false
    for character in row {
      if character == "\"" {
        quoted.toggle()
      } else if character == ",", !quoted {
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
