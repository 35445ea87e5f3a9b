// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

extension HistoryReader {
  func readCounts(
    _ rows: inout CSVRows, _ columns: HistoryColumns, _ clock: StampClock, _ notes: HistoryNotes
  ) throws(HistoryError) -> RecordedHistory {
    var (clock, notes) = (clock, notes)
    var problems = HistoryProblems(limit: problemLimit)
    var intervals: [CountRow] = []
    var previous = Int.min
    while try rows.next() {
      guard rows.fields.count >= columns.needed, let timeColumn = columns[.time],
        let countColumn = columns[.count]
      else {
        problems.add(
          .tooFewFields(found: rows.fields.count, needed: columns.needed), line: rows.line)
        continue
      }
      guard let stamp = Timestamp(rows.bytes[rows.fields[timeColumn]]), stamp.fraction == 0 else {
        problems.add(.badTime(rows.text(timeColumn)), line: rows.line)
        continue
      }
      guard let moment = clock.moment(stamp, line: rows.line) else {
        problems.add(.mixedZones, line: rows.line)
        continue
      }
      let count = parseCount(rows.text(countColumn), line: rows.line, &problems)
      if moment.instant < previous {
        if unsorted == .refuse { problems.add(.unsorted, line: rows.line) }
        notes.add(.sorted, line: rows.line)
      }
      previous = max(previous, moment.instant)
      if count == nil { notes.add(.unknownCounts, line: rows.line) }
      intervals.append(
        CountRow(
          start: moment.wallClock, instant: moment.instant, count: count, line: rows.line))
    }
    clock.note(into: &notes)
    try problems.check()
    if intervals.isEmpty { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    intervals.sort { ($0.start, $0.line) < ($1.start, $1.line) }
    intervals = joined(intervals, &notes)
    let length = try intervalLength(intervals, &problems, &notes)
    try problems.check()
    let known = intervals.filter { $0.count != nil }
    if known.isEmpty { throw HistoryError([HistoryProblem(line: 0, kind: .empty)]) }
    try GapSearch.check(
      gaps, count: known.count, second: { known[$0].start }, line: { known[$0].line })
    return RecordedHistory(
      records: .counts(
        CountLog(
          interval: length, starts: known.map(\.start), counts: known.compactMap(\.count))),
      service: nil, notes: notes.notes)
  }

  /// Rows of the hour that the end of summer time repeats, added up: the clock shows one interval.
  private func joined(_ rows: [CountRow], _ notes: inout HistoryNotes) -> [CountRow] {
    var joined: [CountRow] = []
    for row in rows {
      guard let last = joined.last, last.start == row.start, last.instant != row.instant else {
        joined.append(row)
        continue
      }
      notes.add(.repeatedHour, line: row.line)
      let count = last.count.flatMap { first in row.count.map { first + $0 } }
      joined[joined.count - 1] = CountRow(
        start: last.start, instant: last.instant, count: count, line: last.line)
    }
    return joined
  }

  /// A whole number; nil if unknown or refused.
  private func parseCount(_ text: String, line: Int, _ problems: inout HistoryProblems) -> Int? {
    if isUnknown(text) { return nil }
    guard let value = Double(text), value.isFinite, value < 1e12 else {
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
    _ rows: [CountRow], _ problems: inout HistoryProblems, _ notes: inout HistoryNotes
  ) throws(HistoryError) -> Int {
    var votes: [Int: Int] = [:]
    for (row, next) in zip(rows, rows.dropFirst()) where next.start > row.start {
      votes[next.start - row.start, default: 0] += 1
    }
    let commonest = votes.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    guard let length = commonest, length >= 60, 86_400 % length == 0 else {
      for (row, next) in zip(rows, rows.dropFirst()) where next.start == row.start {
        problems.add(.duplicateInterval(firstLine: row.line), line: next.line)
      }
      try problems.check()
      throw HistoryError([HistoryProblem(line: 0, kind: .noInterval(seconds: commonest))])
    }
    var run = (distance: length, count: 0, line: 0)
    for (row, next) in zip(rows, rows.dropFirst()) {
      let distance = next.start - row.start
      if distance == run.distance {
        run.count += 1
      } else {
        run = (distance, 1, row.line)
      }
      if run.count == 24, distance != length, distance > 0, distance < 86_400 {
        throw HistoryError([
          HistoryProblem(line: run.line, kind: .intervalChanges(from: length, to: distance))
        ])
      }
      if distance == 0 {
        problems.add(.duplicateInterval(firstLine: row.line), line: next.line)
      } else if distance < length || distance % length != 0 {
        problems.add(.overlappingInterval(otherLine: row.line), line: next.line)
      } else if distance > length {
        notes.add(.gaps, line: next.line)
      }
    }
    return length
  }
}

private struct CountRow {
  let start: Int
  let instant: Int
  let count: Int?
  let line: Int
}
