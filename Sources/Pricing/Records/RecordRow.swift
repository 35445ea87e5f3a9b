// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// One row of a table, read by column name.
struct RecordRow {
  /// Far above any shop's counts, far below what sums of them could overflow.
  static let mostCounted: Int64 = 1_000_000_000_000

  private let row: DelimitedText.Row
  private let columns: [String: Int]

  var line: Int { row.line }

  init(_ row: DelimitedText.Row, _ columns: [String: Int]) {
    self.row = row
    self.columns = columns
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
    guard let date = CivilDate(iso: text) else { throw error(column, .notADate(text)) }
    return date
  }

  func month(_ column: String) throws(RecordError) -> YearMonth {
    let text = try required(column)
    guard let month = YearMonth(iso: text) else { throw error(column, .notAMonth(text)) }
    return month
  }

  /// Date and clock hour of `2026-11-11 20:00:05` or `2026-11-11T20:00`.
  func moment(_ column: String) throws(RecordError) -> (date: CivilDate, hour: Int) {
    let text = try required(column)
    let isGap = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "T") }
    let day = text.utf8.prefix { !isGap($0) }
    let time = text.utf8.dropFirst(day.count).drop(while: isGap)
      .prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "Z") }
    guard let date = CivilDate(iso: Substring(day)), let clock = ClockTime(iso: Substring(time)),
      clock < .endOfDay
    else { throw error(column, .notATime(text)) }
    return (date, clock.secondsSinceMidnight / 3600)
  }

  func count(_ column: String) throws(RecordError) -> Int64? {
    guard let text = text(column) else { return nil }
    let isWhole = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    guard isWhole else {
      throw error(column, text.hasPrefix("-") ? .negative(text) : .notACount(text))
    }
    guard let value = Int64(text), value <= Self.mostCounted else {
      throw error(column, .countTooLarge(text, most: Self.mostCounted))
    }
    return value
  }

  func money(_ column: String) throws(RecordError) -> Money? {
    guard let text = text(column) else { return nil }
    do throws(DecimalError) {
      let amount = try Money(parsing: text)
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
      return try ExactDecimal(parsing: text)
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
