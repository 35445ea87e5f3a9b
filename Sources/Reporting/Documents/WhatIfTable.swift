// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Exports
import Measures
import Planning
package import Tables
import Wording

/// A grid of what-if runs as one tidy CSV: the settings first, then the columns of
/// `comparison.csv`.
package struct WhatIfTable: Sendable {
  package typealias Point = WhatIfUseCase.Point

  package static let file = "whatif.csv"

  /// Scenario keys that are varied, such as `demand.daily_mean`.
  package let settings: [String]

  package init(settings: [String]) { self.settings = settings }

  /// The table in text, header included.
  package func encoded(_ points: some Sequence<Point>, byteOrderMark: Bool = false) -> [UInt8] {
    let rows = points.map { PlanRow.rows(of: $0.comparison) }
    let columns = CSVTable<PlanRow>.comparison.columns(for: rows.joined())
    var encoder = CSVEncoder(byteOrderMark: byteOrderMark)
    encoder.append(settings + columns.map(\.name))
    for (point, rows) in zip(points, rows) {
      for row in rows {
        encoder.append(point.values + columns.map { $0.value(row).text })
      }
    }
    return encoder.drain()
  }

  /// The table whose rows are texts already: settings, then columns of `comparison.csv`.
  ///
  /// - Parameter types: Of the settings.
  func written(_ columns: [String], _ types: [ExportType]) -> CSVTable<[String]> {
    let known = CSVTable<PlanRow>.comparison.columns
    let varied = settings.enumerated().map { place, path in
      Self.column(path, "", types[place], WhatIfTable.setting, place)
    }
    let compared = columns.enumerated().map { place, name in
      let place = settings.count + place
      guard let column = known.first(where: { $0.name == name }) else {
        let measure = Measure(ratio: name)
        return Self.column(
          name, measure?.unit.rawValue ?? "", .number,
          measure?.definition.columnMeaning ?? Localized(en: name, zh: name), place)
      }
      return Self.column(name, column.unit, column.type, column.meaning, place)
    }
    return CSVTable(
      file: Self.file,
      row: Localized(en: "One row per point and plan.", zh: "每个网格点、每个方案一行。"),
      key: settings + ["plan"], openKey: Set(settings), columns: varied + compared)
  }

  static let setting = Localized(
    en: "The scenario's key at this point", zh: "该点场景中此键的值")

  private static func column(
    _ name: String, _ unit: String, _ type: ExportType, _ meaning: Localized, _ place: Int
  ) -> CSVColumn<[String]> {
    CSVColumn(name, unit, as: type, en: meaning.en, zh: meaning.zh) { row in
      row[place].isEmpty ? .empty : type == .text ? .text(row[place]) : .decimal(row[place])
    }
  }

  /// A point's columns behind its settings, and its rows.
  func rows(of point: Point) -> (columns: [String], rows: [[String]]) {
    let rows = PlanRow.rows(of: point.comparison)
    let columns = CSVTable<PlanRow>.comparison.columns(for: rows)
    return (columns.map(\.name), rows.map { row in columns.map { $0.value(row).text } })
  }

  /// The same for machines: each point with its settings and its plans.
  package func json(_ points: some Sequence<Point>) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "points": .array(
        points.map { point in
          [
            "settings": .object(
              zip(settings, point.values).map { JSONValue.Member($0, .string($1)) }),
            "plans": CSVTable.comparison.json(PlanRow.rows(of: point.comparison)),
          ]
        }),
    ]
  }
}
