// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Money
import Tables

/// One row of a recorded file. Plain cells are read off their bytes, and others by way of text.
struct RecordRow {
  /// Far above any shop's counts, far below what sums of them could overflow.
  static let mostCounted: Int64 = 1_000_000_000_000

  let line: Int
  private let bytes: [UInt8]
  private let fields: [Range<Int>]
  /// Receives a note for each cell that was read otherwise than it is written.
  private let notes: RecordNotes

  init(_ bytes: [UInt8], _ fields: [Range<Int>], line: Int, _ notes: RecordNotes) {
    self.bytes = bytes
    self.fields = fields
    self.line = line
    self.notes = notes
  }

  /// What a column says; nil if there is no such column or the cell is empty.
  func cell(_ column: RecordColumn) -> ArraySlice<UInt8>? {
    switch column.place {
    case .absent: return nil
    case .cell(let index): return fields[index].isEmpty ? nil : bytes[fields[index]]
    case .stated(let name): return name
    }
  }

  /// Whether the cell of a column is this word.
  func says(_ word: StaticString, _ column: RecordColumn) -> Bool {
    guard let cell = cell(column), cell.count == word.utf8CodeUnitCount else { return false }
    return cell.withUnsafeBytes {
      $0.elementsEqual(
        UnsafeRawBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    }
  }

  /// Whether any of the cells holds something.
  func says(anyOf cells: [Int]) -> Bool {
    for cell in cells where !fields[cell].isEmpty { return true }
    return false
  }

  /// The text of a column; nil if there is no such column or the cell is empty.
  func text(_ column: RecordColumn) -> String? {
    cell(column).map { String(decoding: $0, as: UTF8.self) }
  }

  func required(_ column: RecordColumn) throws(RecordError) -> String {
    guard let text = text(column) else { throw error(column, .mustNotBeEmpty) }
    return text
  }

  func error(_ column: RecordColumn, _ problem: RecordError.Problem) -> RecordError {
    RecordError(line: line, column: column.name, problem)
  }

  func date(_ column: RecordColumn) throws(RecordError) -> CivilDate {
    guard let cell = cell(column) else { throw error(column, .mustNotBeEmpty) }
    guard let stamp = Timestamp(cell), !stamp.hasTime else {
      throw error(column, .notADate(text(cell)))
    }
    let date = CivilDate(dayNumber: stamp.wallClock.floorDivided(by: 86_400))
    if !Self.isISO(cell) { notes.add(.date, line: line, text(cell), as: date.description) }
    return date
  }

  /// Whether a stamp begins as in `2026-03-01`, and not as in `2026/3/1`.
  private static func isISO(_ cell: ArraySlice<UInt8>) -> Bool {
    let (first, dash) = (cell.startIndex, UInt8(ascii: "-"))
    return cell.count >= 10 && cell[first + 4] == dash && cell[first + 7] == dash
      && (0x30...0x39).contains(cell[first + 9])
  }

  private func text(_ cell: ArraySlice<UInt8>) -> String { String(decoding: cell, as: UTF8.self) }

  func month(_ column: RecordColumn) throws(RecordError) -> YearMonth {
    let text = try required(column)
    if let month = YearMonth(iso: text) { return month }
    guard let month = LooseCells.month(text) else { throw error(column, .notAMonth(text)) }
    notes.add(.date, line: line, text, as: month.description)
    return month
  }

  /// Date and clock hour of `2026-11-11 20:00:05`, `2026-11-11T20:00` or `2026/11/11 9:00`.
  func moment(_ column: RecordColumn) throws(RecordError) -> (date: CivilDate, hour: Int) {
    guard let cell = cell(column) else { throw error(column, .mustNotBeEmpty) }
    guard let stamp = Timestamp(cell), stamp.hasTime else {
      throw error(column, .notATime(text(cell)))
    }
    let day = stamp.wallClock.floorDivided(by: 86_400)
    let second = stamp.wallClock - day * 86_400
    let date = CivilDate(dayNumber: day)
    let read = { () -> String in
      let clock = ClockTime(secondsSinceMidnight: second).map { "\($0)" } ?? ""
      return "\(date) \(clock)"
    }
    if !Self.isISO(cell) { notes.add(.date, line: line, text(cell), as: read()) }
    if stamp.offset != nil { notes.add(.zoneLeftOut, line: line, text(cell), as: read()) }
    return (date, second / 3600)
  }

  func count(_ column: RecordColumn) throws(RecordError) -> Int64? {
    guard let cell = cell(column) else { return nil }
    if let value = Self.digits(cell) { return value }
    let text = text(cell)
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

  /// The value of at most twelve digits; nil for any other cell.
  private static func digits(_ cell: ArraySlice<UInt8>) -> Int64? {
    guard cell.count <= 12 else { return nil }
    var value: Int64 = 0
    for byte in cell {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int64(byte - 0x30)
    }
    return value
  }

  /// The value of at most twelve digits, some of them behind a point, in units of 10^-places; nil for
  /// any other cell.
  private static func fixedPoint(_ cell: ArraySlice<UInt8>, places: Int) -> Int64? {
    guard cell.count <= 13, let point = cell.firstIndex(of: UInt8(ascii: ".")) else {
      return digits(cell).flatMap { scaled($0, by: places) }
    }
    let (whole, rest) = (cell[..<point], cell[(point + 1)...])
    guard !whole.isEmpty, !rest.isEmpty, rest.count <= places, let whole = digits(whole),
      let rest = digits(rest).flatMap({ scaled($0, by: places - rest.count) }),
      let scaledWhole = scaled(whole, by: places)
    else { return nil }
    return scaledWhole + rest
  }

  /// Nil where the product might not be held.
  private static func scaled(_ value: Int64, by places: Int) -> Int64? {
    var (value, places) = (value, places)
    while places > 0 {
      guard value < 100_000_000_000_000_000 else { return nil }
      (value, places) = (value * 10, places - 1)
    }
    return value
  }

  /// The number without the commas between its thousands, if it has any.
  private func loose(_ text: String) -> String? {
    guard let plain = LooseCells.withoutThousands(text) else { return nil }
    notes.add(.thousands, line: line, text, as: plain)
    return plain
  }

  func money(_ column: RecordColumn) throws(RecordError) -> Money? {
    guard let cell = cell(column) else { return nil }
    if let fen = Self.fixedPoint(cell, places: 2), Money(fen: fen).isWithinLimit {
      return Money(fen: fen)
    }
    let text = text(cell)
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
  func positiveMoney(_ column: RecordColumn) throws(RecordError) -> Money? {
    let amount = try money(column)
    if let amount, amount.isNegative { throw error(column, .negative(amount.description)) }
    return amount
  }

  func decimal(_ column: RecordColumn) throws(RecordError) -> ExactDecimal? {
    guard let cell = cell(column) else { return nil }
    if let millionths = Self.fixedPoint(cell, places: ExactDecimal.places) {
      return ExactDecimal(millionths: millionths)
    }
    let text = text(cell)
    do throws(DecimalError) {
      // In 1,234 alone the comma may be that of a decimal.
      let isClear = text.contains(".") || text.count { $0 == "," } > 1
      return try ExactDecimal(parsing: (isClear ? loose(text) : nil) ?? text)
    } catch {
      throw self.error(column, .notAnAmount(text, error))
    }
  }

  /// A number that may not be below zero.
  func positiveDecimal(_ column: RecordColumn) throws(RecordError) -> ExactDecimal? {
    let value = try decimal(column)
    if let value, value.isNegative { throw error(column, .negative(value.description)) }
    return value
  }

  func minutes(ofHours column: RecordColumn) throws(RecordError) -> Int64? {
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

extension Int {
  fileprivate func floorDivided(by divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
