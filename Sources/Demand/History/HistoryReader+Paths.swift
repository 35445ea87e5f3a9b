// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Scenarios
import Tables

extension HistoryReader {
  private static let pathHeadings = ["path", "路径"]

  /// Reads sample paths of counts, as `inquiry forecast --scenarios` writes them: a path, a time and a
  /// count in each row, rows of a path in order of time, the same times on every path.
  ///
  /// - Returns: The paths in the order in which the file names them.
  package func readPaths(path: String, source: String) throws(HistoryError) -> ForecastPaths {
    try readPaths(CSVRows(Self.open(path, .records)), source: source)
  }

  func readPaths(_ rows: CSVRows, source: String) throws(HistoryError) -> ForecastPaths {
    var rows = rows
    guard try rows.next() else { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    let header = rows.fields.indices.map { rows.text($0) }
    let columns = try HistoryColumns(header: header, line: rows.line)
    let places = header.firstIndex { Self.pathHeadings.contains($0.lowercased()) }
    guard let place = places, let time = columns[.time], let count = columns[.count] else {
      throw HistoryError([
        HistoryProblem(line: rows.line, kind: .noPathColumns(found: header))
      ])
    }
    var clock = StampClock(timeZone: timeZone)
    var problems = HistoryProblems(limit: problemLimit)
    var paths = PathRows()
    let needed = max(place, time, count) + 1
    while try rows.next() {
      guard rows.fields.count >= needed else {
        problems.add(.tooFewFields(found: rows.fields.count, needed: needed), line: rows.line)
        continue
      }
      guard let stamp = Timestamp(rows.cell(time)), stamp.fraction == 0 else {
        problems.add(.badTime(rows.text(time)), line: rows.line)
        continue
      }
      guard let moment = clock.moment(stamp, line: rows.line) else {
        problems.add(.mixedZones, line: rows.line)
        continue
      }
      let text = rows.text(count)
      guard let number = parseCount(rows.cell(count), line: rows.line, &problems) else {
        if isUnknown(text) {
          problems.add(.badNumber(column: "count", found: text), line: rows.line)
        }
        continue
      }
      paths.add(
        rows.text(place), start: moment.wallClock, count: number, line: rows.line, &problems)
    }
    try problems.check()
    return try paths.forecast(source: source)
  }
}

/// The rows of a file of paths, put together path by path.
private struct PathRows {
  private var names: [String: Int] = [:]
  private var counts: [[Int]] = []
  /// Of the first path, which the others must meet.
  private var starts: [Int] = []
  private var lines: [Int] = []

  /// Paths that a file may have.
  private static let most = 10_000

  mutating func add(
    _ name: String, start: Int, count: Int, line: Int, _ problems: inout HistoryProblems
  ) {
    let path = names[name] ?? counts.count
    if path == counts.count {
      guard path < Self.most else {
        problems.add(.tooManyPaths(most: Self.most), line: line)
        return
      }
      names[name] = path
      counts.append([])
    }
    if path == 0 {
      if let last = starts.last, start <= last {
        problems.add(
          start == last ? .duplicateInterval(firstLine: lines[lines.count - 1]) : .unsorted,
          line: line)
        return
      }
      starts.append(start)
      lines.append(line)
    } else {
      let place = counts[path].count
      guard place < starts.count, starts[place] == start else {
        problems.add(.pathDiffers(path: name), line: line)
        return
      }
    }
    counts[path].append(count)
  }

  func forecast(source: String) throws(HistoryError) -> ForecastPaths {
    guard !starts.isEmpty else { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    let short = names.filter { counts[$0.value].count < starts.count }
      .min { $0.value < $1.value }?.key
    if let short {
      throw HistoryError([HistoryProblem(line: 0, kind: .pathDiffers(path: short))])
    }
    let distances = zip(starts.dropFirst(), starts).map { $0 - $1 }
    guard let length = distances.min(), length >= 60, 86_400 % length == 0 else {
      throw HistoryError([
        HistoryProblem(line: 0, kind: .noInterval(seconds: distances.min()))
      ])
    }
    if let place = distances.firstIndex(where: { $0 % length != 0 }) {
      throw HistoryError([
        HistoryProblem(
          line: lines[place + 1], kind: .overlappingInterval(otherLine: lines[place]))
      ])
    }
    return ForecastPaths(source: source, interval: length, starts: starts, counts: counts)
  }
}
