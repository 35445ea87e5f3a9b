// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

struct NameTableTests {
  @Test func `names have their places in the order of their appearance, however many`() {
    var table = NameTable()
    let names = (0..<1000).map { "类型 \($0 % 500)" }
    var places: [String: Int] = [:]
    for name in names {
      let bytes = Array(name.utf8)[...]
      let place = table.place(of: bytes) ?? table.add(bytes)
      #expect(places.updateValue(place, forKey: name) ?? place == place)
    }
    #expect(table.names == (0..<500).map { "类型 \($0)" })
    #expect(table.place(of: Array("类型".utf8)[...]) == nil)
    #expect(NameTable(["a", "b"]).place(of: [UInt8(ascii: "b")]) == 1)
  }

  @Test func `lines of rows are known where some of a file's rows are left out`() {
    var lines = RowLines()
    let kept = [2, 3, 4, 7, 8, 20, 21, 22, 23]
    for line in kept { lines.append(line) }
    #expect((0..<lines.count).map { lines[$0] } == kept)
  }

  @Test func `how many rows there will be is told from those that were read`() throws {
    let path = NSTemporaryDirectory() + "rows-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try String(repeating: "2026-01-01 09:00,1\n", count: 5000)
      .write(toFile: path, atomically: false, encoding: .utf8)
    var rows = try DelimitedRows(path: path, limits: .records)
    for _ in 0..<100 { #expect(try rows.next()) }
    let foreseen = try #require(rows.expectedRows)
    #expect((5000...5600).contains(foreseen))
    #expect(DelimitedRows(text: "a\n").expectedRows == nil)
  }
}
