// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Spreadsheets
import Tables

/// What a shop downloads of its platform: figures by day, or by day and agent.
package struct PlatformExport: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    package let line: Int
    package let date: CivilDate
    /// Nil of the shop as a whole.
    package let agent: String?
    /// By measure: counts, shares in [0, 1], seconds, yuan; no entry where a cell says nothing.
    package let values: [String: Double]
  }

  package let platform: Platform
  package let rows: [Row]
  /// Headings of the file that are known, with what they mean.
  package let columns: [ExportColumn]
  package let isGBK: Bool
  /// Sums and means of the file, which were left out.
  package let summaryRows: Int

  /// Reads the file; of a workbook the first sheet that has a platform's headings.
  ///
  /// - Throws: `ExportError` for the first mistake.
  package init(path: String) throws(ExportError) { try self.init(ExportGrid(path: path)) }

  package init(text: String) throws(ExportError) { try self.init(ExportGrid(text: text)) }

  /// Whether a file looks like a platform's export: a spreadsheet, or a table with its headings.
  package static func isExport(path: String) -> Bool {
    guard mayBeExport(path: path), let grid = try? ExportGrid(path: path, most: 16) else {
      return false
    }
    return grid.sheets.contains { ExportHeader($0) != nil }
  }

  /// Most tables are told by their first bytes: an export has headings beyond ASCII, or those of one
  /// platform.
  private static func mayBeExport(path: String) -> Bool {
    guard let file = try? InputFile(path: path, limits: .records),
      let start = try? file.next().prefix(4096)
    else { return false }
    return Workbook.begins(start) || start.contains { $0 >= 0x80 }
      || String(decoding: start, as: UTF8.self).contains("caseCnt")
  }

  private init(_ grid: ExportGrid) throws(ExportError) {
    for sheet in grid.sheets {
      guard let header = ExportHeader(sheet) else { continue }
      try self.init(sheet, header, isGBK: grid.isGBK)
      return
    }
    let fullest = grid.sheets.joined().max { $0.cells.count < $1.cells.count }
    throw ExportError(
      line: fullest?.line ?? 0,
      fullest == nil ? .table(.empty) : .unknownPlatform(found: fullest?.cells ?? []))
  }

  private init(
    _ sheet: [ExportGrid.Row], _ header: ExportHeader, isGBK: Bool
  ) throws(ExportError) {
    var (rows, summaries): ([Row], Int) = ([], 0)
    var lines: [String: Int] = [:]
    for row in sheet.dropFirst(header.rowCount) {
      switch try Self.read(row, header) {
      case .summary: summaries += 1
      case .day(let day):
        let key = "\(day.date) \(day.agent ?? "")"
        if let first = lines.updateValue(day.line, forKey: key) {
          throw ExportError(line: day.line, .repeated(firstLine: first))
        }
        rows.append(day)
      }
    }
    if rows.isEmpty { throw ExportError(line: header.line, .noDays) }
    platform = header.platform
    self.rows = rows.sorted { ($0.date, $0.line) < ($1.date, $1.line) }
    columns = header.columns.sorted { $0.key < $1.key }.map(\.value)
    self.isGBK = isGBK
    summaryRows = summaries
  }

  private enum Reading {
    case summary
    case day(Row)
  }

  /// Words of rows that stand for several others.
  private static let sums = ["汇总", "合计", "总计", "总和", "平均", "均值", "优秀", "total", "average"]
  /// The shop itself among the agents.
  private static let shops = ["店铺汇总值", "店铺汇总", "店铺合计"]

  private static func read(
    _ row: ExportGrid.Row, _ header: ExportHeader
  ) throws(ExportError) -> Reading {
    var (date, agent, isShop): (CivilDate?, String?, Bool) = (nil, nil, false)
    var values: [String: Double] = [:]
    for (index, column) in header.columns.sorted(by: { $0.key < $1.key }) {
      let text = row.cells.indices.contains(index) ? row.cells[index] : ""
      let isSum = sums.contains { text.lowercased().contains($0) }
      switch column.kind {
      case .date:
        if isSum || ExportCell.isEmpty(text) { return .summary }
        guard let day = ExportCell.date(text) else {
          throw ExportError(line: row.line, column: column.heading, .notADate(text))
        }
        date = day
      case .name:
        isShop = shops.contains(text)
        if isSum, !isShop { return .summary }
        agent = isShop || ExportCell.isEmpty(text) ? nil : text
      default:
        if ExportCell.isEmpty(text) { continue }
        guard let value = ExportCell.value(text, column.kind) else {
          throw ExportError(line: row.line, column: column.heading, .notAValue(text, column.kind))
        }
        values[column.measure] = value
      }
    }
    guard let date else { return .summary }
    return .day(Row(line: row.line, date: date, agent: agent, values: values))
  }
}
