// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables
import Wording

/// `datapackage.json` as Frictionless Data has it: what the columns of CSV files are, for programs.
package enum DataPackage {
  /// Name of the file.
  package static let file = "datapackage.json"

  /// - Parameters:
  ///   - name: Of the package: small letters, digits, dots, hyphens.
  ///   - tables: Each in the file of its name with `.csv`.
  package static func json(name: String, _ tables: [ExportTable]) -> JSONValue {
    [
      "profile": "tabular-data-package", "name": .string(slug(name)),
      "resources": .array(tables.map(resource)),
    ]
  }

  private static func slug(_ name: String) -> String {
    let slug = String(
      name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    return slug.isEmpty ? "study" : slug
  }

  private static func resource(_ table: ExportTable) -> JSONValue {
    var schema: JSONValue = [
      "fields": .array(table.columns.map(field)), "primaryKey": .strings(table.key),
      "missingValues": .strings([""]),
    ]
    if !table.references.isEmpty {
      schema = schema.with([
        "foreignKeys": .array(
          table.references.map {
            [
              "fields": .strings($0.columns),
              "reference": [
                "resource": .string(slug($0.table)), "fields": .strings($0.columns),
              ],
            ]
          })
      ])
    }
    return [
      "name": .string(slug(table.name)), "path": .string(table.name + ".csv"),
      "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
      "encoding": "utf-8", "schema": schema,
    ]
  }

  private static func field(_ column: ExportColumn) -> JSONValue {
    var field: JSONValue = [
      "name": .string(column.name), "type": .string(column.type.rawValue),
      "description": .string(column.meaning.en), "description_zh": .string(column.meaning.zh),
    ]
    if !column.unit.isEmpty { field = field.with(["unit": .string(column.unit)]) }
    return field
  }
}
