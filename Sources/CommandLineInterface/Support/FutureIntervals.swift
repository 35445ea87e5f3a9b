// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Foundation

/// The intervals for which a forecast is asked, as their file writes them.
struct FutureIntervals {
  /// The file's own text of each start, so that a forecast can be joined to it.
  var texts: [String] = []
  /// Wall-clock seconds since 1970.
  var starts: [Int] = []

  init(path: String) throws(CommandFailure) {
    let rows = try loadText(path).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let header = rows.first else {
      throw CommandFailure(status: .badData, message: "\(path): found an empty file.")
    }
    let separator: Character = header.contains(";") ? ";" : ","
    let names = Self.cells(header, separator).map { $0.lowercased() }
    guard let column = names.firstIndex(of: "interval_start") else {
      throw CommandFailure(
        status: .badData,
        message: "\(path):1: found the columns \(names.joined(separator: ", ")), allowed a column "
          + "interval_start.")
    }
    for (index, row) in rows.enumerated().dropFirst() where !row.allSatisfy(\.isWhitespace) {
      let cells = Self.cells(row, separator)
      guard cells.count > column, let start = Self.seconds(cells[column]) else {
        throw CommandFailure(
          status: .badData,
          message: "\(path):\(index + 1): found \"\(row)\", allowed a time such as "
            + "2026-01-31T09:30:00.")
      }
      texts.append(cells[column])
      starts.append(start)
    }
    guard !starts.isEmpty else {
      throw CommandFailure(status: .badData, message: "\(path): found no row after the header.")
    }
  }

  private static func cells(_ row: Substring, _ separator: Character) -> [String] {
    row.split(separator: separator, omittingEmptySubsequences: false).map { cell in
      cell.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"\u{FEFF}"))
    }
  }

  /// `2026-11-01`, `2026-11-01T09:30:00`, `2026/11/1 9:30`.
  static func seconds(_ text: String) -> Int? {
    let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
    guard let day = parts.first else { return nil }
    let numbers = day.split { $0 == "-" || $0 == "/" }.map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1],
      let ofMonth = numbers[2],
      let date = CivilDate(year: year, month: month, day: ofMonth)
    else { return nil }
    guard parts.count == 2 else { return date.dayNumber * 86_400 }
    let clock = parts[1].prefix { $0 != "." && $0 != "Z" }
    guard let time = ClockTime(iso: clock) else { return nil }
    return date.dayNumber * 86_400 + time.secondsSinceMidnight
  }
}
