// SPDX-License-Identifier: GPL-3.0-or-later

import Money
import Reporting
import Tables
import Testing
import Wording

@Suite struct DecimalTests {
  @Test func `fixed decimals round half away from zero and never show a negative zero`() {
    #expect(Decimals.fixed(0.125, places: 2) == "0.13")
    #expect(Decimals.fixed(-0.125, places: 2) == "-0.13")
    #expect(Decimals.fixed(-0.001, places: 2) == "0.00")
    #expect(Decimals.fixed(1234.5, places: 0) == "1235")
    #expect(Decimals.fixed(7, places: 3) == "7.000")
    #expect(Decimals.fixed(.nan, places: 2).isEmpty)
  }

  @Test func `a file that a spreadsheet would cut is named with its rows`() throws {
    #expect(LongFile("a.csv", rows: 1_048_575) == nil)
    let long = try #require(LongFile("a.csv", rows: 1_048_576))
    #expect(
      long.sentence(.english).hasPrefix("note: a.csv has 1,048,576 rows; Excel shows 1,048,576"))
    #expect(long.sentence(.chinese).contains("1,048,576 行"))
  }

  @Test func `shortest text reads back as the same number`() {
    for value in [0.1, 1 / 3.0, 1e-9, 123_456_789.125, -2, 5e20] {
      #expect(Double(Decimals.shortest(value)) == value)
    }
    #expect(Decimals.shortest(3) == "3")
    #expect(Decimals.shortest(-0.0) == "0")
    #expect(Decimals.shortest(.infinity).isEmpty)
  }

  @Test func `digits are grouped by threes`() {
    #expect(Decimals.grouped("1234567.50") == "1,234,567.50")
    #expect(Decimals.grouped("-999") == "-999")
    #expect(Decimals.grouped("-1000") == "-1,000")
  }

  @Test func `amounts, shares and times read as each language writes them`() {
    let (english, chinese) = (NumberStyle(.english), NumberStyle(.chinese))
    #expect(english.amount(-1234.4) == "-¥1,234")
    #expect(chinese.amount(1234.4) == "1,234 元")
    #expect(english.amount(Money(fen: 123_456)) == "¥1,234.56")
    #expect(NumberStyle(.english, currency: "USD").amount(5) == "5 USD")
    #expect(english.amount(-0.2) == "¥0")
    #expect(english.percent(0.9535) == "95.4%")
    #expect(english.percent(.nan) == "–")
    #expect(english.duration(90) == "90 s")
    #expect(chinese.duration(210) == "3.5 分钟")
    #expect(english.list(["A", "B", "C"]) == "A, B and C")
    #expect(chinese.list(["A", "B", "C"]) == "A、B和C")
  }
}

@Suite struct CSVEncoderTests {
  private func encoded(_ rows: [[String]], byteOrderMark: Bool = false) -> String {
    var encoder = CSVEncoder(byteOrderMark: byteOrderMark)
    for row in rows { encoder.append(row) }
    return String(decoding: encoder.drain(), as: UTF8.self)
  }

  @Test func `only cells that need quotes have them, and quotes are doubled`() {
    #expect(encoded([["a", "b c", "1"]]) == "a,b c,1\r\n")
    #expect(
      encoded([["x,y", "say \"hi\"", "two\nlines", " edge", ""]])
        == "\"x,y\",\"say \"\"hi\"\"\",\"two\nlines\",\" edge\",\r\n")
  }

  @Test func `a line end inside a cell is quoted even as one CRLF character`() {
    #expect(encoded([["a\r\nb"]]) == "\"a\r\nb\"\r\n")
  }

  @Test func `the byte-order mark comes first and once`() {
    var encoder = CSVEncoder(byteOrderMark: true)
    encoder.append(["客服"])
    #expect(encoder.drain() == [0xEF, 0xBB, 0xBF] + Array("客服\r\n".utf8))
    encoder.append(["b"])
    #expect(encoder.drain() == Array("b\r\n".utf8))
  }

  @Test func `a typed table writes header and cells in one order`() {
    let table = CSVTable<Int>(
      file: "t.csv", row: Localized(en: "", zh: ""),
      key: ["id"],
      columns: [
        CSVColumn("n", en: "number", zh: "数") { .integer($0) },
        CSVColumn("half", "yuan", en: "half | of it", zh: "半") {
          .fixed(Double($0) / 2, places: 2)
        },
        CSVColumn("none", en: "nothing", zh: "无") { _ in .empty },
      ])
    #expect(
      String(decoding: table.encoded([1, 2]), as: UTF8.self)
        == "n,half,none\r\n1,0.50,\r\n2,1.00,\r\n")
    #expect(table.schema.markdown(.english).contains("| `half` | yuan | half \\| of it |"))
    #expect(
      table.json([3]).text
        == "[\n  {\n    \"n\": 3,\n    \"half\": 1.5,\n    \"none\": null\n  }\n]\n")
  }
}

@Suite struct JSONTests {
  @Test func `members keep their order and strings are escaped`() {
    let value: JSONValue = [
      "b": "a\"\\\n\u{1}", "a": [1, true, .null], "e": [], "n": .number(.nan),
    ]
    #expect(
      value.text
        == "{\n  \"b\": \"a\\\"\\\\\\n\\u0001\",\n  \"a\": [\n    1,\n    true,\n    null\n  ],\n"
        + "  \"e\": [],\n  \"n\": null\n}\n")
  }
}
