// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Testing

@Suite struct TextTableTests {
  @Test func `Chinese characters take two columns`() {
    #expect(TextWidth.of("客服 a") == 6)
    #expect(TextWidth.of("（¥1）") == 6)
    #expect(TextWidth.of("e\u{301}") == 1)
    #expect(TextWidth.pad("客", to: 4, right: true) == "  客")
  }

  @Test func `text wraps at spaces, and between wide characters`() {
    #expect(TextWidth.wrap("one two three", to: 8) == ["one two", "three"])
    #expect(TextWidth.wrap("每次咨询，费用", to: 8) == ["每次咨", "询，费用"])
    #expect(TextWidth.wrap("abcdefghij", to: 4) == ["abcd", "efgh", "ij"])
    #expect(TextWidth.wrap("平均 等待", to: 8) == ["平均 等", "待"])
    #expect(TextWidth.wrap("平均 等待", to: 8, keepsWords: true) == ["平均", "等待"])
    #expect(TextWidth.wrap("", to: 10) == [""])
  }

  @Test func `numbers stand to the right under headings that wrap`() {
    let table = TextTable(
      columns: [.init("Plan", .left), .init("per inquiry")],
      rows: [["A", "1.50"], ["客服", "12.25"]])
    #expect(
      table.text() == """
                  per
        Plan  inquiry
        ────  ───────
        A        1.50
        客服    12.25

        """)
  }

  @Test func `columns that do not fit go into a block below with the first column`() {
    let columns = [TextTable.Column("Plan", .left)] + (1...9).map { .init("heading\($0)") }
    let table = TextTable(
      columns: columns, rows: [["p"] + (1...9).map { String(repeating: "9", count: 9 + $0 % 3) }])
    let lines = table.text(width: 60).split(separator: "\n")
    #expect(lines.allSatisfy { TextWidth.of(String($0)) <= 60 })
    #expect(lines.filter { $0.hasPrefix("p ") }.count > 1)
    #expect((1...9).allSatisfy { table.text(width: 60).contains("heading\($0)") })
  }
}
