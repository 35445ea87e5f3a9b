// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// The index of facts and readings in Documentation, held against the code that it points to.
struct FactIndexTests {
  private struct Row {
    var code: String
    var keys: [String]
    var source: String
    var test: String
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  private static func rows() throws -> [Row] {
    try text("Documentation/facts.md").split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 5, cells[0].first == "F" || cells[0].first == "R" else { return nil }
      let plain = { (cell: String) in cell.replacing("`", with: "") }
      return Row(
        code: cells[0], keys: plain(cells[2]).components(separatedBy: ", "),
        source: plain(cells[3]),
        test: plain(cells[4]))
    }
  }

  /// The codes in a text, such as F9b and R14.
  private static func codes(_ text: String) -> Set<String> {
    Set(text.matches(of: /\b[FR][0-9]{1,2}[a-g]?\b/).map { String($0.output) })
  }

  @Test func `every fact and reading has its line, in order, once`() throws {
    let parts = "abcdefg".map { "F9\($0)" }
    let facts = (1...31).flatMap { $0 == 9 ? ["F9"] + parts : ["F\($0)"] }
    #expect(try Self.rows().map(\.code) == facts + (1...14).map { "R\($0)" })
  }

  @Test func `the index points to keys, sources and tests that name the fact`() throws {
    let keys = Set(
      try Self.text("Documentation/scenario-keys.md").split {
        !$0.isLetter && !$0.isNumber && $0 != "_"
      }.map(String.init))
    for row in try Self.rows() {
      for key in row.keys { #expect(keys.contains(key), "\(row.code): \(key)") }
      for path in ["Sources/\(row.source)", "Tests/\(row.test)"] {
        let codes = try Self.codes(Self.text(path))
        #expect(codes.contains(row.code), "\(row.code): \(path)")
      }
    }
  }

  @Test func `no file names a fact that the index does not have`() throws {
    let known = Set(try Self.rows().map(\.code))
    for folder in ["Sources", "Tests"] {
      let files = FileManager.default.enumerator(
        at: Self.root.appending(path: folder), includingPropertiesForKeys: nil)
      var seen = 0
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        seen += 1
        let codes = Self.codes(try String(contentsOf: file, encoding: .utf8))
        #expect(codes.isSubset(of: known), "\(file.lastPathComponent)")
      }
      #expect(seen > 100)
    }
  }
}
