// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A table for a terminal, never wider than its limit.
///
/// Headings and long texts wrap inside their columns. Columns that still do not fit go into a
/// further block below, which repeats the first column.
package struct TextTable: Equatable, Sendable {
  package enum Alignment: Equatable, Sendable { case left, right }

  package struct Column: Equatable, Sendable {
    package var heading: String
    package var alignment: Alignment

    package init(_ heading: String, _ alignment: Alignment = .right) {
      self.heading = heading
      self.alignment = alignment
    }
  }

  package var columns: [Column]
  /// Cells of each row; missing ones are blank.
  package var rows: [[String]]

  package init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  private static let gap = 2
  /// Text columns are wrapped to this many terminal columns, and headings to a third of it.
  private static let textWidth = 34
  /// The first column gives way down to this before columns go into a block below.
  private static let narrowText = 20

  /// The table in lines of at most `width` terminal columns (40 or more).
  package func text(width: Int = 100) -> String {
    let limit = max(width, 40)
    var widths = columns.indices.map { min(naturalWidth($0), limit / 2) }
    let excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - limit
    if excess > 0, columns.first?.alignment == .left {
      widths[0] = max(min(widths[0], Self.narrowText), widths[0] - excess)
    }
    var blocks: [[Int]] = [[]]
    var used = 0
    for column in columns.indices {
      let needed = widths[column] + (blocks[blocks.count - 1].isEmpty ? 0 : Self.gap)
      if used + needed > limit, blocks[blocks.count - 1].count > 1 {
        blocks.append([0])
        used = widths[0]
      }
      blocks[blocks.count - 1].append(column)
      used += needed
    }
    return blocks.map { block(of: $0, widths) }.joined(separator: "\n")
  }

  private func naturalWidth(_ column: Int) -> Int {
    let body = rows.map { TextWidth.of(cell($0, column)) }.max() ?? 0
    let heading = columns[column].heading
    let longestWord = heading.split(separator: " ").map { TextWidth.of(String($0)) }.max() ?? 0
    switch columns[column].alignment {
    case .left: return min(max(body, min(longestWord, Self.textWidth)), Self.textWidth)
    case .right:
      // Chinese headings have no spaces: they may break anywhere.
      let heading = longestWord < heading.utf8.count ? min(longestWord, 10) : longestWord
      return max(body, heading)
    }
  }

  private func cell(_ row: [String], _ column: Int) -> String {
    row.indices.contains(column) ? Harmless.line(row[column]) : ""
  }

  private func block(of indices: [Int], _ widths: [Int]) -> String {
    var lines = layOut(columns.map(\.heading), indices, widths, fromBottom: true)
    lines.append(
      indices.map { String(repeating: "─", count: widths[$0]) }
        .joined(separator: String(repeating: " ", count: Self.gap)))
    for row in rows { lines += layOut(row, indices, widths, fromBottom: false) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func layOut(
    _ row: [String], _ indices: [Int], _ widths: [Int], fromBottom: Bool
  ) -> [String] {
    let cells = indices.map {
      TextWidth.wrap(cell(row, $0), to: widths[$0], keepsWords: fromBottom)
    }
    let height = cells.map(\.count).max() ?? 1
    return (0..<height).map { line in
      var text = ""
      for (position, column) in indices.enumerated() {
        let index = fromBottom ? line - height + cells[position].count : line
        let part = cells[position].indices.contains(index) ? cells[position][index] : ""
        if position > 0 { text += String(repeating: " ", count: Self.gap) }
        text += TextWidth.pad(part, to: widths[column], right: columns[column].alignment == .right)
      }
      while text.last == " " { text.removeLast() }
      return text
    }
  }
}
