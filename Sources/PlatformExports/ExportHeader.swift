// SPDX-License-Identifier: GPL-3.0-or-later

/// The headings of an export: which platform's, and which column means what.
struct ExportHeader {
  let platform: Platform
  /// By position in the file.
  let columns: [Int: ExportColumn]
  /// Rows up to the last heading.
  let rowCount: Int
  let line: Int

  /// Rows in which the headings are looked for: exports have titles and remarks before them.
  private static let mostTitles = 12
  /// Wider rows are no export's.
  private static let mostColumns = 1000
  /// Columns of a platform that a row of headings must have, the day among them.
  private static let fewest = 3

  /// The header of the platform that most headings belong to; nil where there is none.
  init?(_ rows: [ExportGrid.Row]) {
    var best: (header: ExportHeader, count: Int)?
    for index in rows.indices.prefix(Self.mostTitles)
    where rows[index].cells.count <= Self.mostColumns {
      var candidates = [(rows[index].cells, index + 1)]
      // Groups stand above, as 总 over 发出 and 收到; a cell without a group belongs to the one before.
      if rows.indices.contains(index + 1) {
        candidates.append((Self.joined(rows[index].cells, rows[index + 1].cells), index + 2))
      }
      for (headings, rowCount) in candidates {
        for platform in Platform.allCases {
          let columns = Self.columns(headings, platform)
          let measures = Set(columns.values.map(\.measure))
          guard measures.contains("date"), measures.count >= Self.fewest,
            columns.count > best?.count ?? 0
          else { continue }
          best = (
            ExportHeader(
              platform: platform, columns: columns, rowCount: rowCount, line: rows[index].line),
            columns.count
          )
        }
      }
    }
    guard let best else { return nil }
    self = best.header
  }

  private init(platform: Platform, columns: [Int: ExportColumn], rowCount: Int, line: Int) {
    self.platform = platform
    self.columns = columns
    self.rowCount = rowCount
    self.line = line
  }

  /// Each heading at most once: the first column of a name is meant.
  private static func columns(_ headings: [String], _ platform: Platform) -> [Int: ExportColumn] {
    var (columns, seen): ([Int: ExportColumn], Set<String>) = ([:], [])
    for (index, heading) in headings.enumerated() where !heading.isEmpty {
      guard let column = ExportColumn.column(headed: heading, of: platform),
        seen.insert(column.measure).inserted
      else { continue }
      columns[index] = column
    }
    return columns
  }

  private static func joined(_ groups: [String], _ names: [String]) -> [String] {
    var group = ""
    return (0..<max(groups.count, names.count)).map { index in
      let above = groups.indices.contains(index) ? groups[index] : ""
      let name = names.indices.contains(index) ? names[index] : ""
      if !above.isEmpty { group = above }
      if name.isEmpty { return above }
      // A name that is known for itself needs no group.
      let isKnown = Platform.allCases.contains {
        ExportColumn.column(headed: name, of: $0) != nil
      }
      return isKnown ? name : group + name
    }
  }
}
