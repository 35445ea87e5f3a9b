// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// The values of one column of a row group, in plain encoding as they come.
struct ParquetColumn {
  let column: ExportColumn
  private(set) var rows = 0
  private var values: [UInt8] = []
  /// Runs of rows that have a value, or have none, as the RLE hybrid counts them.
  private var levels: [UInt8] = []
  private var run = (hasValue: true, length: 0)
  /// Flags that do not fill a byte yet.
  private var flags = (bits: UInt8(0), count: 0)

  init(_ column: ExportColumn) { self.column = column }

  mutating func append(_ value: ExportValue) {
    rows += 1
    count(value != .empty)
    switch (column.type, value) {
    case (_, .empty): return
    case (.boolean, .boolean(let flag)): append(flag)
    case (.integer, .integer(let number)): put(Int64(number))
    case (.number, .integer(let number)): put(Double(number).bitPattern)
    case (.number, .number(let number)): put(number.bitPattern)
    case (.date, .date(let date)): put(Int32(truncatingIfNeeded: date.dayNumber))
    case (.moment, .moment(let date, let millisecond)):
      put(Int64(date.dayNumber) * 86_400_000 + Int64(millisecond))
    case (.text, .text(let text)):
      put(UInt32(text.utf8.count))
      values.append(contentsOf: text.utf8)
    default: preconditionFailure("a value of another type than its column \(column.name)")
    }
  }

  /// Definition levels and values of the rows so far, which are forgotten.
  mutating func page() -> [UInt8] {
    closeRun()
    if flags.count > 0 { values.append(flags.bits) }
    let page = LittleEndian.bytes(UInt32(levels.count)) + levels + values
    levels.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    flags = (0, 0)
    rows = 0
    return page
  }

  private mutating func append(_ flag: Bool) {
    if flag { flags.bits |= 1 << UInt8(flags.count) }
    flags.count += 1
    if flags.count == 8 {
      values.append(flags.bits)
      flags = (0, 0)
    }
  }

  private mutating func put(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.littleEndian) { values.append(contentsOf: $0) }
  }

  private mutating func count(_ hasValue: Bool) {
    if hasValue != run.hasValue {
      closeRun()
      run.hasValue = hasValue
    }
    run.length += 1
  }

  private mutating func closeRun() {
    guard run.length > 0 else { return }
    levels += ThriftCompact.variable(UInt64(run.length) << 1) + [run.hasValue ? 1 : 0]
    run.length = 0
  }
}
