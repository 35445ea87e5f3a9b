// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Scenarios

extension HistoryReader {
  func readCounts(
    _ rows: inout CSVRows, _ columns: HistoryColumns, _ clock: StampClock, _ notes: HistoryNotes
  ) throws(HistoryError) -> RecordedHistory {
    var (clock, notes) = (clock, notes)
    var problems = HistoryProblems(limit: problemLimit)
    var intervals = CountColumns()
    var previous = Int.min
    while try rows.next() {
      guard rows.fields.count >= columns.needed, let timeColumn = columns[.time],
        let countColumn = columns[.count]
      else {
        problems.add(
          .tooFewFields(found: rows.fields.count, needed: columns.needed), line: rows.line)
        continue
      }
      guard let stamp = Timestamp(rows.cell(timeColumn)), stamp.fraction == 0 else {
        problems.add(.badTime(rows.text(timeColumn)), line: rows.line)
        continue
      }
      guard let moment = clock.moment(stamp, line: rows.line) else {
        problems.add(.mixedZones, line: rows.line)
        continue
      }
      let count = parseCount(rows.cell(countColumn), line: rows.line, &problems)
      if moment.instant < previous {
        if unsorted == .refuse { problems.add(.unsorted, line: rows.line) }
        notes.add(.sorted, line: rows.line)
      }
      previous = max(previous, moment.instant)
      if count == nil { notes.add(.unknownCounts, line: rows.line) }
      intervals.append(moment, count: count, line: rows.line, foreseen: rows.expectedRows)
    }
    clock.note(into: &notes)
    try problems.check()
    if intervals.count == 0 { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    intervals.sort()
    for line in intervals.join() { notes.add(.repeatedHour, line: line) }
    let length = try intervalLength(intervals, &problems, &notes)
    try problems.check()
    intervals.removeUnknown()
    if intervals.count == 0 { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    try GapSearch.check(
      gaps, count: intervals.count, second: { intervals.starts[$0] },
      line: { intervals.line(of: $0) })
    return RecordedHistory(
      records: .counts(
        CountLog(interval: length, starts: intervals.starts, counts: intervals.counts)),
      service: nil, notes: notes.notes)
  }

  /// A whole number; nil if unknown or refused.
  func parseCount(
    _ cell: ArraySlice<UInt8>, line: Int, _ problems: inout HistoryProblems
  ) -> Int? {
    if let value = plainNumber(cell), value <= Double(Self.largestCount), value == value.rounded() {
      return Int(value)
    }
    let text = String(decoding: cell, as: UTF8.self)
    if isUnknown(text) { return nil }
    guard let value = Double(text), value.isFinite else {
      problems.add(.badNumber(column: "count", found: text), line: line)
      return nil
    }
    guard value <= Double(Self.largestCount) else {
      problems.add(.tooLarge(column: "count", found: text, most: Self.largestCount), line: line)
      return nil
    }
    guard value >= 0 else {
      problems.add(.negative(column: "count", found: text), line: line)
      return nil
    }
    guard value == value.rounded() else {
      problems.add(.fractionalCount(text), line: line)
      return nil
    }
    return Int(value)
  }

  /// The length of the intervals: the commonest distance of neighbours. Every start must then lie
  /// on that grid, and a long run of another distance is a change of interval.
  private func intervalLength(
    _ rows: CountColumns, _ problems: inout HistoryProblems, _ notes: inout HistoryNotes
  ) throws(HistoryError) -> Int {
    var votes: [Int: Int] = [:]
    for next in 1..<max(1, rows.count) where rows.distance(before: next) > 0 {
      votes[rows.distance(before: next), default: 0] += 1
    }
    let commonest = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    guard let length = commonest, length >= 60, 86_400 % length == 0 else {
      for next in 1..<max(1, rows.count) where rows.distance(before: next) == 0 {
        problems.add(
          .duplicateInterval(firstLine: rows.line(of: next - 1)), line: rows.line(of: next))
      }
      try problems.check()
      throw HistoryError([HistoryProblem(line: 0, kind: .noInterval(seconds: commonest))])
    }
    var run = (distance: length, count: 0, first: 0)
    for next in 1..<rows.count {
      let distance = rows.distance(before: next)
      if distance == run.distance {
        run.count += 1
      } else {
        run = (distance, 1, next - 1)
      }
      if distance == length { continue }
      if run.count == 24, distance > 0, distance < 86_400 {
        throw HistoryError([
          HistoryProblem(
            line: rows.line(of: run.first), kind: .intervalChanges(from: length, to: distance))
        ])
      }
      let (former, line) = (rows.line(of: next - 1), rows.line(of: next))
      if distance == 0 {
        problems.add(.duplicateInterval(firstLine: former), line: line)
      } else if distance < length || distance % length != 0 {
        problems.add(.overlappingInterval(otherLine: former), line: line)
      } else {
        notes.add(.gaps, line: line)
      }
    }
    return length
  }
}
