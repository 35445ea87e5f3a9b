// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Wording

/// What the values of a column are, named as Frictionless Data does.
package enum ExportType: String, Sendable {
  case integer, number, boolean, date
  /// A day and a time on the shop's clock, which has no zone of its own.
  case moment = "datetime"
  case text = "string"
}

/// One value of a row.
package enum ExportValue: Equatable, Sendable {
  case integer(Int)
  case number(Double)
  case boolean(Bool)
  case date(CivilDate)
  /// Milliseconds after midnight.
  case moment(CivilDate, Int)
  case text(String)
  case empty
}

/// A column of a table that other programs read by its type.
package struct ExportColumn: Equatable, Sendable {
  package var name: String
  package var type: ExportType
  /// Empty for names, keys and flags.
  package var unit: String
  package var meaning: Localized

  package init(_ name: String, _ type: ExportType, unit: String = "", meaning: Localized) {
    self.name = name
    self.type = type
    self.unit = unit
    self.meaning = meaning
  }
}

/// The columns of a table, what tells its rows apart and what they refer to.
package struct ExportTable: Equatable, Sendable {
  package struct Reference: Equatable, Sendable {
    package var columns: [String]
    /// Another table, whose columns have the same names.
    package var table: String

    package init(_ columns: [String], to table: String) {
      self.columns = columns
      self.table = table
    }
  }

  package var name: String
  package var columns: [ExportColumn]
  package var key: [String]
  /// Columns of the key that are empty in some rows.
  package var openKey: Set<String>
  package var references: [Reference]

  package init(
    _ name: String, columns: [ExportColumn], key: [String], openKey: Set<String> = [],
    references: [Reference] = []
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.openKey = openKey
    self.references = references
  }

  /// Whether a column has a value in every row, as it is part of the key.
  func requires(_ column: String) -> Bool { key.contains(column) && !openKey.contains(column) }
}
