// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Rostering

/// Somebody's shifts as a calendar (iCalendar, RFC 5545), in the shop's own clock without a zone.
///
/// A shift's UID is made of its day and its person, so that a later roster replaces it. Nothing in it
/// comes from the clock: stamps are the first day's, unless another is given.
package enum RosterCalendar {
  /// - Parameter stamp: Moment of all entries, as `20261120T090000Z`.
  package static func text(_ rows: [DutyRow], stamp: String) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Inquiry Planner//inquiry roster//EN",
      "CALSCALE:GREGORIAN",
    ]
    for row in rows {
      let person = row.problem.people[row.person].name
      let date = compact(row.problem.days[row.day].description)
      let group = row.problem.groups[row.duty.group]
      lines += [
        "BEGIN:VEVENT", "UID:\(date)-\(escape(person))@inquiry-planner", "DTSTAMP:\(stamp)",
        "DTSTART:\(moment(row.moment(0)))", "DTEND:\(moment(row.moment(row.kind.length)))",
        "SUMMARY:\(escape(group.isEmpty ? row.kind.name : row.kind.name + " · " + group))",
      ]
      if !row.pause.isEmpty { lines.append("DESCRIPTION:\(escape(row.pause))") }
      lines.append("END:VEVENT")
    }
    lines.append("END:VCALENDAR")
    return lines.map(folded).joined()
  }

  /// The first day's beginning.
  package static func stamp(of first: CivilDate) -> String {
    compact(first.description) + "T000000Z"
  }

  private static func compact(_ date: String) -> String { date.filter { $0 != "-" } }

  /// `2026-11-11 09:00` as `20261111T090000`.
  private static func moment(_ text: String) -> String {
    text.filter { $0 != "-" && $0 != ":" }.map { $0 == " " ? "T" : String($0) }.joined() + "00"
  }

  private static func escape(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\", ";", ",": escaped += "\\\(character)"
      case "\n", "\r\n", "\r": escaped += "\\n"
      default: escaped.append(character)
      }
    }
    return escaped
  }

  /// Lines of at most 75 bytes, those that go on with a blank before them; never within a character.
  private static func folded(_ line: String) -> String {
    var text = ""
    var bytes = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if bytes + size > 75 {
        text += "\r\n "
        bytes = 1
      }
      text.unicodeScalars.append(scalar)
      bytes += size
    }
    return text + "\r\n"
  }

  /// A file's name for each person, of letters and digits of his name alone, each once.
  package static func names(of people: [RosterPerson]) -> [String] {
    var seen: Set<String> = []
    return people.enumerated().map { number, person in
      let plain = person.name.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
      let short = String(plain.prefix(40))
      let name = seen.insert(short.lowercased()).inserted ? short : "\(short)-\(number + 1)"
      return "calendar-\(name).ics"
    }
  }
}
