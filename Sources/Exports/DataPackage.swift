// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables
import Wording

/// `datapackage.json` as Frictionless Data has it: what the columns of CSV files are, for programs.
package enum DataPackage {
  /// Name of the file.
  package static let file = "datapackage.json"

  /// - Parameters:
  ///   - name: Of the package.
  ///   - tables: Each with the CSV file that has its rows, which may be packed with gzip.
  package static func json(name: String, _ tables: [(table: ExportTable, file: String)])
    -> JSONValue
  {
    [
      "profile": "tabular-data-package", "name": .string(slug(name)),
      "resources": .array(tables.map(resource)),
    ]
  }

  private static func slug(_ name: String) -> String {
    let slug = String(
      name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
    return slug.isEmpty ? "tables" : slug
  }

  private static func resource(_ table: ExportTable, _ file: String) -> JSONValue {
    var schema: JSONValue = [
      "fields": .array(table.columns.map(field)), "missingValues": .strings([""]),
    ]
    // No part of a primary key may be missing; of a unique one it may.
    schema = schema.with(
      table.openKey.isEmpty
        ? ["primaryKey": .strings(table.key)] : ["uniqueKeys": .array([.strings(table.key)])])
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
    var resource: JSONValue = [
      "name": .string(slug(table.name)), "path": .string(file),
      "profile": "tabular-data-resource", "format": "csv", "mediatype": "text/csv",
      "encoding": "utf-8",
    ]
    if file.hasSuffix(".gz") { resource = resource.with(["compression": "gz"]) }
    return resource.with(["schema": schema])
  }

  private static func field(_ column: ExportColumn) -> JSONValue {
    var field: JSONValue = [
      "name": .string(column.name), "type": .string(column.type.rawValue),
      "description": .string(column.meaning.en), "description_zh": .string(column.meaning.zh),
    ]
    // The format's own way has a T between day and time.
    if column.type == .moment { field = field.with(["format": "%Y-%m-%d %H:%M:%S.%f"]) }
    if !column.unit.isEmpty { field = field.with(["unit": .string(column.unit)]) }
    return field
  }
}
