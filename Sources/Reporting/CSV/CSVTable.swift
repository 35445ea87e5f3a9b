// SPDX-License-Identifier: GPL-3.0-or-later

package import Exports
import Measures
package import Wording

/// A column of a CSV file: its documentation and how its value is read off a row.
package struct CSVColumn<Row>: Sendable {
  package let name: String
  /// Unit of the values; empty for names, keys and flags.
  package let unit: String
  /// What the values are, for programs that read by type.
  package let type: ExportType
  package let meaning: Localized
  package let value: @Sendable (Row) -> CSVCell

  /// - Parameter type: By default numbers where there is a unit, else texts.
  package init(
    _ name: String, _ unit: String = "", as type: ExportType? = nil, en: String, zh: String,
    _ value: @escaping @Sendable (Row) -> CSVCell
  ) {
    self.name = name
    self.unit = unit
    self.type = type ?? (unit.isEmpty ? .text : .number)
    self.meaning = Localized(en: en, zh: zh)
    self.value = value
  }
}

/// Columns of the measures that a scenario asks for, behind a table's own.
package struct AskedColumns<Row>: Sendable {
  /// What the scenario of a row asks for; the same for all rows of a file.
  let measures: @Sendable (Row) -> [Measure]
  let columns: @Sendable (Measure) -> [CSVColumn<Row>]

  init(
    of measures: @escaping @Sendable (Row) -> [Measure],
    _ columns: @escaping @Sendable (Measure) -> [CSVColumn<Row>]
  ) {
    self.measures = measures
    self.columns = columns
  }
}

/// A CSV file as one typed table: the writer and the documentation read the same columns.
package struct CSVTable<Row>: Sendable {
  package let file: String
  package let rowMeaning: Localized
  /// Columns that together tell every row from every other.
  package let key: [String]
  /// Columns of the key that are empty in some rows.
  package let openKey: Set<String>
  let references: [ExportTable.Reference]
  /// Of every file.
  package let columns: [CSVColumn<Row>]
  let asked: AskedColumns<Row>?

  package init(
    file: String, row: Localized, key: [String], openKey: Set<String> = [],
    references: [ExportTable.Reference] = [], columns: [CSVColumn<Row>],
    asked: AskedColumns<Row>? = nil
  ) {
    self.openKey = openKey
    self.references = references
    self.file = file
    self.rowMeaning = row
    self.key = key
    self.columns = columns
    self.asked = asked
  }

  /// The columns of a file with these rows, which are looked at once more.
  package func columns(for rows: some Sequence<Row>) -> [CSVColumn<Row>] {
    guard let asked, let row = rows.first(where: { _ in true }) else { return columns }
    return columns + asked.measures(row).flatMap(asked.columns)
  }

  package var schema: CSVSchema {
    CSVSchema(
      file: file, row: rowMeaning, key: key, openKey: openKey,
      columns: (columns + onRequest).map {
        .init(name: $0.name, unit: $0.unit, meaning: $0.meaning)
      })
  }

  /// The columns that the file may have, with open thresholds.
  private var onRequest: [CSVColumn<Row>] {
    guard let asked else { return [] }
    return MeasureRegistry.onRequest.flatMap { asked.columns(Measure($0)) }
  }

  /// The whole file, header included.
  package func encoded(_ rows: some Sequence<Row>, byteOrderMark: Bool = false) -> [UInt8] {
    let columns = columns(for: rows)
    var encoder = CSVEncoder(byteOrderMark: byteOrderMark)
    encoder.append(columns.map(\.name))
    for row in rows { encoder.append(columns.lazy.map { $0.value(row).text }) }
    return encoder.drain()
  }

  /// What other programs are told of a file with these columns.
  func export(_ columns: [CSVColumn<Row>]) -> ExportTable {
    ExportTable(
      TableFormats.table(of: file).replacing("-", with: "_"),
      columns: columns.map {
        ExportColumn($0.name, $0.type, unit: $0.unit, meaning: $0.meaning)
      }, key: key, openKey: openKey, references: references)
  }

  /// The same where no row adds columns.
  var export: ExportTable { export(columns) }

  /// The typed values of a row, those that the CSV shows.
  func values(_ row: Row) -> [ExportValue] {
    columns.map { ExportValue($0.value(row), $0.type) }
  }
}
