// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Tables

/// One row of a table, read by column name.
struct RecordRow {
  /// Far above any shop's counts, far below what sums of them could overflow.
  static let mostCounted: Int64 = 1_000_000_000_000

  private let row: DelimitedText.Row
  private let columns: [String: Int]
  /// Receives a note for each cell that was read otherwise than it is written.
  private let notes: RecordNotes

  var line: Int { row.line }

  init(_ row: DelimitedText.Row, _ columns: [String: Int], _ notes: RecordNotes) {
    self.row = row
    self.columns = columns
    self.notes = notes
  }

  /// The text of a column; `nil` if there is no such column or the cell is empty.
  func text(_ column: String) -> String? {
    guard let index = columns[column], !row.isEmpty(index) else { return nil }
    return row[index]
  }

  func required(_ column: String) throws(RecordError) -> String {
    guard let text = text(column) else { throw error(column, .mustNotBeEmpty) }
    return text
  }

  func error(_ column: String, _ problem: RecordError.Problem) -> RecordError {
    RecordError(line: line, column: column, problem)
  }

  func date(_ column: String) throws(RecordError) -> CivilDate {
    let text = try required(column)
    if let date = CivilDate(iso: text) { return date }
    guard let date = LooseCells.date(text) else { throw error(column, .notADate(text)) }
    notes.add(.date, line: line, text, as: date.description)
    return date
  }

  func month(_ column: String) throws(RecordError) -> YearMonth {
    let text = try required(column)
    if let month = YearMonth(iso: text) { return month }
    guard let month = LooseCells.month(text) else { throw error(column, .notAMonth(text)) }
    notes.add(.date, line: line, text, as: month.description)
    return month
  }

  /// Date and clock hour of `2026-11-11 20:00:05`, `2026-11-11T20:00` or `2026/11/11 9:00`.
  func moment(_ column: String) throws(RecordError) -> (date: CivilDate, hour: Int) {
    let text = try required(column)
    let isGap = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T") }
    let day = text.utf8.prefix { !isGap($0) }
    let rest = text.utf8.dropFirst(day.count).drop(while: isGap)
    let time = rest.prefix { (48...58).contains($0) }
    guard let clock = ClockTime(iso: Substring(time)), clock < .endOfDay,
      let hasZone = Self.hasZone(rest.dropFirst(time.count))
    else { throw error(column, .notATime(text)) }
    var date = CivilDate(iso: Substring(day))
    if date == nil {
      date = LooseCells.date(Substring(day))
      if let date { notes.add(.date, line: line, text, as: "\(date) \(clock)") }
    }
    guard let date else { throw error(column, .notATime(text)) }
    if hasZone { notes.add(.zoneLeftOut, line: line, text, as: "\(date) \(clock)") }
    return (date, clock.secondsSinceMidnight / 3600)
  }

  /// Whether a zone follows the seconds and their fraction; nil if something else does.
  private static func hasZone(_ rest: Substring.UTF8View) -> Bool? {
    var rest = rest
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop(while: isDigit) }
    rest = rest.drop { $0 == UInt8(ascii: " ") }
    guard let mark = rest.popFirst() else { return false }
    if mark == UInt8(ascii: "Z") { return rest.isEmpty ? true : nil }
    guard mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-") else { return nil }
    return rest.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ":") }
      && (2...5).contains(rest.count)
      ? true : nil
  }

  func count(_ column: String) throws(RecordError) -> Int64? {
    guard let text = text(column) else { return nil }
    let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
    var digits = text
    if !text.utf8.allSatisfy(isDigit) {
      digits = loose(text) ?? text
      let (whole, tail) = (digits.prefix { $0 != "." }, digits.drop { $0 != "." }.dropFirst())
      if !tail.isEmpty, tail.allSatisfy({ $0 == "0" }) {
        digits = String(whole)
        notes.add(.zerosBehindPoint, line: line, text, as: digits)
      }
    }
    guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else {
      throw error(column, text.hasPrefix("-") ? .negative(text) : .notACount(text))
    }
    guard let value = Int64(digits), value <= Self.mostCounted else {
      throw error(column, .countTooLarge(text, most: Self.mostCounted))
    }
    return value
  }

  /// The number without the commas between its thousands, if it has any.
  private func loose(_ text: String) -> String? {
    guard let plain = LooseCells.withoutThousands(text) else { return nil }
    notes.add(.thousands, line: line, text, as: plain)
    return plain
  }

  func money(_ column: String) throws(RecordError) -> Money? {
    guard let text = text(column) else { return nil }
    do throws(DecimalError) {
      // Three digits behind a comma are no cents, so the comma parts thousands.
      let amount = try Money(parsing: loose(text) ?? text)
      guard amount.isWithinLimit else { throw .tooLarge(text) }
      return amount
    } catch {
      throw self.error(column, .notAnAmount(text, error))
    }
  }

  /// An amount that may not be below zero.
  func positiveMoney(_ column: String) throws(RecordError) -> Money? {
    let amount = try money(column)
    if let amount, amount.isNegative { throw error(column, .negative(amount.description)) }
    return amount
  }

  func decimal(_ column: String) throws(RecordError) -> ExactDecimal? {
    guard let text = text(column) else { return nil }
    do throws(DecimalError) {
      // In 1,234 alone the comma may be that of a decimal.
      let isClear = text.contains(".") || text.count { $0 == "," } > 1
      return try ExactDecimal(parsing: (isClear ? loose(text) : nil) ?? text)
    } catch {
      throw self.error(column, .notAnAmount(text, error))
    }
  }

  /// A number that may not be below zero.
  func positiveDecimal(_ column: String) throws(RecordError) -> ExactDecimal? {
    let value = try decimal(column)
    if let value, value.isNegative { throw error(column, .negative(value.description)) }
    return value
  }

  func minutes(ofHours column: String) throws(RecordError) -> Int64? {
    guard let hours = try decimal(column) else { return nil }
    if hours.isNegative { throw error(column, .negative(hours.description)) }
    guard hours <= ExactDecimal(1_000_000_000) else {
      throw error(column, .countTooLarge(hours.description, most: 1_000_000_000))
    }
    let (scaled, overflow) = hours.millionths.multipliedReportingOverflow(by: 60)
    guard !overflow, scaled % 1_000_000 == 0 else {
      throw error(column, .notWholeMinutes(hours.description))
    }
    return scaled / 1_000_000
  }
}
