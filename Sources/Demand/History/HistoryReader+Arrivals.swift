// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

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
      guard let stamp = Timestamp(rows.bytes[rows.fields[column]]) else {
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
      let time = Double(moment.wallClock) + stamp.fraction
      let instant = Double(moment.instant) + stamp.fraction
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
    if firstUnsorted != nil { arrivals.sort() }
    let (times, lines) = (arrivals.times, arrivals.lines)
    try GapSearch.check(
      gaps, count: times.count, second: { Int(times[$0].rounded(.down)) },
      line: { Int(lines[$0]) })
    return RecordedHistory(
      records: .arrivals(arrivals.log), service: arrivals.service, notes: notes.notes)
  }
}

/// The columns of an arrivals file as they grow.
private struct ArrivalColumns {
  private let columns: HistoryColumns
  private(set) var times: [Double] = []
  private(set) var lines: [UInt32] = []
  private var types: [String] = []
  private var places: [String: UInt16] = [:]
  private var typeIndices: [UInt16] = []
  private var recorded = RecordedService()

  init(_ columns: HistoryColumns) { self.columns = columns }

  var log: ArrivalLog { ArrivalLog(times: times, types: types, typeIndices: typeIndices) }

  var service: RecordedService? { recorded == RecordedService() ? nil : recorded }

  /// Why a row is no arrival at the desk, if it is none.
  func reasonToLeaveOut(_ rows: CSVRows) -> HistoryNote.Kind? {
    if cell(.outcome, rows)?.uppercased() == "PHANTOM" { return .notContacts }
    if cell(.reachedQueue, rows) == "0" { return .didNotReachQueue }
    return nil
  }

  mutating func append(time: Double, _ rows: CSVRows, _ problems: inout HistoryProblems) {
    times.append(time)
    lines.append(UInt32(clamping: rows.line))
    if let name = cell(.type, rows) {
      if places[name] == nil {
        if types.count >= HistoryReader.mostTypes {
          problems.add(.tooManyTypes(most: HistoryReader.mostTypes), line: rows.line)
        } else {
          places[name] = UInt16(types.count)
          types.append(name)
        }
      }
      typeIndices.append(places[name] ?? 0)
    }
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

  mutating func sort() {
    // Four bytes a row: there are fewer rows than these can count.
    var order = Array(0..<UInt32(times.count))
    order.sort { (times[Int($0)], $0) < (times[Int($1)], $1) }
    times = order.map { times[Int($0)] }
    lines = order.map { lines[Int($0)] }
    if !typeIndices.isEmpty { typeIndices = order.map { typeIndices[Int($0)] } }
    if !recorded.waits.isEmpty { recorded.waits = order.map { recorded.waits[Int($0)] } }
    if !recorded.handling.isEmpty { recorded.handling = order.map { recorded.handling[Int($0)] } }
    if !recorded.outcomes.isEmpty { recorded.outcomes = order.map { recorded.outcomes[Int($0)] } }
  }

  private func cell(_ meaning: HistoryColumns.Meaning, _ rows: CSVRows) -> String? {
    guard let column = columns[meaning] else { return nil }
    return column < rows.fields.count ? rows.text(column) : ""
  }

  private func seconds(
    _ meaning: HistoryColumns.Meaning, _ name: String, _ rows: CSVRows,
    _ problems: inout HistoryProblems
  ) -> Float {
    guard let text = cell(meaning, rows), !isUnknown(text) else { return .nan }
    guard let value = Float(text), value.isFinite else {
      problems.add(.badNumber(column: name, found: text), line: rows.line)
      return .nan
    }
    if value < 0 { problems.add(.negative(column: name, found: text), line: rows.line) }
    return value
  }

  private func outcome(_ rows: CSVRows) -> RecordedOutcome {
    if let mark = cell(.abandoned, rows)?.lowercased(), !mark.isEmpty {
      if ["1", "1.0", "true", "yes", "y", "是"].contains(mark) { return .abandoned }
      if cell(.outcome, rows) == nil { return .served }
    }
    guard let text = cell(.outcome, rows)?.lowercased() else { return .unknown }
    switch text {
    case "": return .unknown
    case "agent", "served", "answered", "handled", "completed", "ok", "已接待": return .served
    case "hang", "abandoned", "abandon", "lost", "left", "流失": return .abandoned
    default: return .other
    }
  }
}

/// Whether a cell says that its value is not known.
func isUnknown(_ text: String) -> Bool {
  text.isEmpty || ["na", "n/a", "null", "none", "nan", "-"].contains(text.lowercased())
}
