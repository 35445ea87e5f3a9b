// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A shop platform whose daily exports are known.
package enum Platform: String, CaseIterable, Sendable {
  case tmall, jd, pdd, douyin, kuaishou, xiaohongshu
}

/// A column of a platform's export: how it is headed, and what it means.
package struct ExportColumn: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    case date, name, count, number, share, seconds, minutes, amount
  }

  package let platform: Platform
  /// `days` has a row for each day, `agents` for each day and agent, `sales` for each day's orders.
  package let table: String
  package let heading: String
  /// Other headings under which it was met.
  package let aliases: [String]
  /// What it means, the same for all platforms: `inquirers`, `within_3min` …
  package let measure: String
  package let kind: Kind
  /// Whether the heading was read in an export, and not only told or translated.
  package let isVerified: Bool

  /// Every known column, in the platforms' own order.
  package static let all: [ExportColumn] = {
    var rows = DelimitedRows(
      text: String(decoding: PackageResources.export_columns_csv, as: UTF8.self))
    var columns: [ExportColumn] = []
    do throws(TableError) {
      // The header.
      _ = try rows.next()
      while try rows.next() {
        let cells = rows.fields.indices.map { rows.text($0) }
        guard cells.count == 7, let platform = Platform(rawValue: cells[0]),
          let kind = Kind(rawValue: cells[5])
        else { continue }
        columns.append(
          ExportColumn(
            platform: platform, table: cells[1], heading: cells[2],
            aliases: cells[3].split(separator: ";").map(String.init), measure: cells[4],
            kind: kind, isVerified: cells[6] == "yes"))
      }
    } catch {
      // The tests count the columns.
      return columns
    }
    return columns
  }()

  /// The columns of one of a platform's tables, in its order.
  package static func columns(of platform: Platform, table: String) -> [ExportColumn] {
    all.filter { $0.platform == platform && $0.table == table }
  }

  /// By platform and plain heading; the first column of a heading is meant.
  private static let byHeading: [Platform: [String: ExportColumn]] = {
    var known: [Platform: [String: ExportColumn]] = [:]
    for column in all {
      for heading in [column.heading] + column.aliases {
        let plain = plain(heading)
        if known[column.platform]?[plain] == nil {
          known[column.platform, default: [:]][plain] = column
        }
      }
    }
    return known
  }()

  /// The column that a heading means; width of marks and blanks do not matter.
  static func column(headed heading: String, of platform: Platform) -> ExportColumn? {
    byHeading[platform]?[plain(heading)]
  }

  private static func plain(_ text: String) -> String {
    String(
      text.lowercased().compactMap { character -> Character? in
        switch character {
        case " ", "\u{3000}", "\u{FEFF}", "\n", "\t", "\r\n": nil
        case "（": "("
        case "）": ")"
        case "：": ":"
        case "％": "%"
        default: character
        }
      })
  }
}
