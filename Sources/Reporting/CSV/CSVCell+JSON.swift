// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

extension CSVCell {
  /// The same value in JSON: numbers keep the decimals that the CSV shows.
  package var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .integer(let value): .integer(value)
    case .fixed, .money, .decimal: text.isEmpty ? .null : .optional(Double(text))
    case .number(let value): .number(value)
    case .flag(let value): .bool(value)
    case .empty: .null
    }
  }
}

extension CSVTable {
  /// The rows as objects whose members are the columns.
  package func json(_ rows: some Sequence<Row>) -> JSONValue {
    let columns = columns(for: rows)
    return .array(
      rows.map { row in
        .object(columns.map { JSONValue.Member($0.name, $0.value(row).json) })
      })
  }
}
