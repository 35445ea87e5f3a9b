// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios
import Tables

extension HistoryReader {
  func readArrivals(
    _ rows: inout CSVRows, _ columns: HistoryColumns, _ clock: StampClock, _ notes: HistoryNotes
  ) throws(HistoryError) -> RecordedHistory {
    var (clock, notes) = (clock, notes)
    var problems = HistoryProblems(limit: problemLimit)
    var arrivals = ArrivalColumns(columns)
    var (previous, latest) = (-Double.infinity, -Double.infinity)
    var firstUnsorted: Int?
    while try rows.next() {
      guard rows.fields.count >= columns.needed, let column = columns[.time] else {
        problems.add(
          .tooFewFields(found: rows.fields.count, needed: columns.needed), line: rows.line)
        continue
      }
      guard let stamp = Timestamp(rows.cell(column)) else {
        problems.add(.badTime(rows.text(column)), line: rows.line)
        continue
      }
      guard let moment = clock.moment(stamp, line: rows.line) else {
        problems.add(.mixedZones, line: rows.line)
        continue
      }
      if let left = arrivals.reasonToLeaveOut(rows) {
        notes.add(left, line: rows.line)
        continue
      }
      let within = stamp.fraction + arrivals.secondOfDay(rows, &problems)
      let time = Double(moment.wallClock) + within
      let instant = Double(moment.instant) + within
      if instant < latest {
        if unsorted == .refuse { problems.add(.unsorted, line: rows.line) }
        notes.add(.sorted, line: rows.line)
      }
      latest = max(latest, instant)
      // The hour that the end of summer time repeats is in order, but not on the clock.
      if time < previous {
        firstUnsorted = firstUnsorted ?? rows.line
      } else if time == previous {
        notes.add(.sameStamp, line: rows.line)
      }
      previous = max(previous, time)
      arrivals.append(time: time, rows, &problems)
    }
    clock.note(into: &notes)
    try problems.check()
    if arrivals.times.isEmpty { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    try arrivals.sort(isSorted: firstUnsorted == nil, checking: gaps)
    return RecordedHistory(
      records: .arrivals(arrivals.log), service: arrivals.service, notes: notes.notes)
  }
}

/// The columns of an arrivals file as they grow.
private struct ArrivalColumns: TimedRows {
  private let columns: HistoryColumns
  private(set) var times: [Double] = []
  private var lines = RowLines()
  /// Where each row stood in the file; empty while they stand as there.
  private var fileRows: [UInt32] = []
  private var types = NameTable()
  private var hasTooManyTypes = false
  private var typeIndices: [UInt16] = []
  private var recorded = RecordedService()
  /// How outcomes are spelled, and what each means.
  private var outcomes = NameTable()
  private var meanings: [RecordedOutcome] = []
  private static let mostOutcomes = 64
  /// Rows after which the size of the whole is foreseen.
  private static let sample = 4096

  init(_ columns: HistoryColumns) { self.columns = columns }

  var count: Int { times.count }

  func time(_ row: Int) -> Double { times[row] }

  func fileRow(_ row: Int) -> UInt32 { fileRows[row] }

  mutating func swapAt(_ row: Int, _ other: Int) {
    times.exchange(row, other)
    fileRows.exchange(row, other)
    typeIndices.exchange(row, other)
    recorded.waits.exchange(row, other)
    recorded.handling.exchange(row, other)
    recorded.outcomes.exchange(row, other)
  }

  mutating func reorder(_ range: Range<Int>, _ places: [Int]) {
    times.reorder(range, places)
    fileRows.reorder(range, places)
    typeIndices.reorder(range, places)
    recorded.waits.reorder(range, places)
    recorded.handling.reorder(range, places)
    recorded.outcomes.reorder(range, places)
  }

  var log: ArrivalLog {
    ArrivalLog(times: times, types: types.names, typeIndices: typeIndices)
  }

  var service: RecordedService? { recorded == RecordedService() ? nil : recorded }

  /// Why a row is no arrival at the desk, if it is none.
  func reasonToLeaveOut(_ rows: CSVRows) -> HistoryNote.Kind? {
    if let cell = cell(.outcome, rows), cell.count == 7,
      String(decoding: cell, as: UTF8.self).uppercased() == "PHANTOM"
    {
      return .notContacts
    }
    if let cell = cell(.reachedQueue, rows), isNo(cell) { return .didNotReachQueue }
    if let cell = cell(.otherShop, rows), isYes(cell) { return .otherShops }
    return nil
  }

  /// Seconds after midnight of a file that has them beside the date; 0 for every other.
  func secondOfDay(_ rows: CSVRows, _ problems: inout HistoryProblems) -> Double {
    guard let cell = cell(.second, rows) else { return 0 }
    if let value = plainNumber(cell), value < 86_400 { return value }
    problems.add(
      .badNumber(column: "second", found: String(decoding: cell, as: UTF8.self)), line: rows.line)
    return 0
  }

  mutating func append(time: Double, _ rows: CSVRows, _ problems: inout HistoryProblems) {
    if times.count == Self.sample { reserve(rows.expectedRows ?? 0) }
    times.append(time)
    lines.append(rows.line)
    if let name = cell(.type, rows) { typeIndices.append(type(name, rows, &problems)) }
    if columns[.wait] != nil {
      recorded.waits.append(seconds(.wait, "wait", rows, &problems))
    }
    if columns[.handling] != nil {
      recorded.handling.append(seconds(.handling, "handling", rows, &problems))
    }
    if columns[.outcome] != nil || columns[.abandoned] != nil {
      recorded.outcomes.append(outcome(rows))
    }
  }

  /// Growing step by step would hold the old and the new list at once.
  private mutating func reserve(_ count: Int) {
    times.reserveCapacity(count)
    if columns[.type] != nil { typeIndices.reserveCapacity(count) }
    if columns[.wait] != nil { recorded.waits.reserveCapacity(count) }
    if columns[.handling] != nil { recorded.handling.reserveCapacity(count) }
    if columns[.outcome] != nil || columns[.abandoned] != nil {
      recorded.outcomes.reserveCapacity(count)
    }
  }

  private mutating func type(
    _ name: ArraySlice<UInt8>, _ rows: CSVRows, _ problems: inout HistoryProblems
  ) -> UInt16 {
    if let place = types.place(of: name) { return UInt16(place) }
    guard types.count < HistoryReader.mostTypes else {
      // One mistake, however many rows have it.
      if !hasTooManyTypes {
        problems.add(.tooManyTypes(most: HistoryReader.mostTypes), line: rows.line)
        hasTooManyTypes = true
      }
      return 0
    }
    return UInt16(types.add(name))
  }

  /// Puts all columns in order of time, and looks for rows that lie far from the others.
  mutating func sort(
    isSorted: Bool, checking gaps: HistoryReader.Gaps
  ) throws(HistoryError) {
    guard !isSorted else {
      return try GapSearch.check(
        gaps, count: times.count, second: { Int(times[$0].rounded(.down)) },
        line: { lines[$0] })
    }
    fileRows = Array(0..<UInt32(count))
    sortByTime()
    try GapSearch.check(
      gaps, count: times.count, second: { Int(times[$0].rounded(.down)) },
      line: { lines[Int(fileRows[$0])] })
  }

  private func cell(
    _ meaning: HistoryColumns.Meaning, _ rows: CSVRows
  ) -> ArraySlice<UInt8>? {
    guard let column = columns[meaning] else { return nil }
    return column < rows.fields.count ? rows.cell(column) : []
  }

  private func seconds(
    _ meaning: HistoryColumns.Meaning, _ name: String, _ rows: CSVRows,
    _ problems: inout HistoryProblems
  ) -> Float {
    guard let cell = cell(meaning, rows) else { return .nan }
    if let value = plainNumber(cell) { return Float(value) }
    let text = String(decoding: cell, as: UTF8.self)
    if isUnknown(text) { return .nan }
    guard let value = Float(text), value.isFinite else {
      problems.add(.badNumber(column: name, found: text), line: rows.line)
      return .nan
    }
    if value < 0 { problems.add(.negative(column: name, found: text), line: rows.line) }
    return value
  }

  private mutating func outcome(_ rows: CSVRows) -> RecordedOutcome {
    if let mark = cell(.abandoned, rows), !mark.isEmpty {
      if isYes(mark) { return .abandoned }
      if columns[.outcome] == nil { return .served }
    }
    guard let cell = cell(.outcome, rows), !cell.isEmpty else { return .unknown }
    if let place = outcomes.place(of: cell) { return meanings[place] }
    let meaning = Self.outcome(String(decoding: cell, as: UTF8.self).lowercased())
    if outcomes.count < Self.mostOutcomes {
      outcomes.add(cell)
      meanings.append(meaning)
    }
    return meaning
  }

  private func isYes(_ mark: ArraySlice<UInt8>) -> Bool {
    if mark.count == 1, let byte = mark.first, byte == UInt8(ascii: "0") { return false }
    let text = String(decoding: mark, as: UTF8.self).lowercased()
    return ["1", "1.0", "true", "yes", "y", "是"].contains(text)
  }

  private func isNo(_ mark: ArraySlice<UInt8>) -> Bool {
    if mark.count == 1, let byte = mark.first { return byte == UInt8(ascii: "0") }
    return mark.elementsEqual("false".utf8)
  }

  private static func outcome(_ text: String) -> RecordedOutcome {
    switch text {
    case "agent", "served", "answered", "handled", "completed", "ok", "已接待": .served
    case "hang", "abandoned", "silently_abandoned", "abandon", "lost", "left", "流失": .abandoned
    default: .other
    }
  }
}

/// The value of digits with or without a point, up to nine of them; nil for any other cell.
func plainNumber(_ cell: ArraySlice<UInt8>) -> Double? {
  guard (1...10).contains(cell.count) else { return nil }
  var (value, places, isBehindPoint, digits) = (0, 0, false, 0)
  for byte in cell {
    if byte == UInt8(ascii: "."), !isBehindPoint, digits > 0 {
      isBehindPoint = true
      continue
    }
    guard (0x30...0x39).contains(byte) else { return nil }
    value = value * 10 + Int(byte - 0x30)
    digits += 1
    if isBehindPoint { places += 1 }
  }
  guard !isBehindPoint || places > 0 else { return nil }
  return Double(value) / powersOfTen[places]
}

/// Whole numbers below 2⁵³ divided by these give the nearest double.
private let powersOfTen: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]

/// Whether a cell says that its value is not known.
func isUnknown(_ text: String) -> Bool {
  text.isEmpty || ["na", "n/a", "null", "none", "nan", "-"].contains(text.lowercased())
}
