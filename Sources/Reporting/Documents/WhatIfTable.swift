// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Planning
package import Tables

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
