// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// What the values of a column are.
package enum ExportType: String, Sendable {
  case integer, number, boolean
  case text = "string"
}

/// One value of a row.
package enum ExportValue: Equatable, Sendable {
  case integer(Int)
  case number(Double)
  case boolean(Bool)
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
  package var references: [Reference]

  package init(
    _ name: String, columns: [ExportColumn], key: [String], references: [Reference] = []
  ) {
    self.name = name
    self.columns = columns
    self.key = key
    self.references = references
  }
}
