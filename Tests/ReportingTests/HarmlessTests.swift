// SPDX-License-Identifier: GPL-3.0-or-later

import Reporting
import Tables
import Testing
import Wording

@Suite struct HarmlessTests {
  @Test(arguments: [
    ("\u{1B}[2Jx", "\\u{1B}[2Jx"), ("a\u{9B}b", "a\\u{9B}b"), ("a\u{202E}b", "a\\u{202E}b"),
    ("a\u{200B}b", "a\\u{200B}b"), ("a\nb\tc\rd", "a\\nb\\tc\\rd"), ("\u{2028}", "\\u{2028}"),
    ("\u{FEFF}a", "\\u{FEFF}a"), ("a\u{E0041}", "a\\u{E0041}"), ("\u{AD}", "\\u{AD}"),
    ("双11 – ½ «é» 😀", "双11 – ½ «é» 😀"), ("", ""),
  ])
  func `what nobody sees or a terminal obeys is shown`(_ text: String, _ shown: String) {
    #expect(Harmless.line(text) == shown)
    #expect(Harmless.isPlain(text) == (text == shown))
  }

  @Test func `every scalar that is a control or a format is shown, whatever its bytes`() {
    for value in UInt32(0)...0x1_0FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isHidden =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
      if isHidden != !Harmless.isPlain(String(scalar)) { Issue.record("\(value)") }
    }
  }

  @Test func `line ends and tabs stay in text of several lines`() {
    #expect(Harmless.lines("a\n\tb\u{7}\n") == "a\n\tb\\u{7}\n")
  }

  @Test func `a long text is cut, however long it is`() {
    #expect(Harmless.line("abcdef", most: 6) == "abcdef")
    #expect(Harmless.line("abcdefg", most: 6) == "abcde…")
    #expect(Harmless.line(String(repeating: "\n", count: 1_000_000), most: 4) == "\\n\\n\\n…")
    #expect(Harmless.start("ab\ncd\nef", bytes: 7) == "ab\ncd\n…")
  }

  @Test(arguments: [
    ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("@SUM(1)", "'@SUM(1)"), ("+1+1", "'+1+1"),
    ("-2+3", "'-2+3"), ("＝1+1", "'＝1+1"), ("-12.50", "-12.50"), ("+3", "+3"), ("-", "-"),
    ("a=b", "a=b"), ("", ""),
  ])
  func `a cell that a spreadsheet would compute stands behind an apostrophe`(
    _ text: String, _ cell: String
  ) {
    #expect(Harmless.cell(text) == cell)
    #expect(CSVCell.text(text).text == cell)
  }

  @Test func `pages, tables and JSON show what they would otherwise obey`() {
    let text = "a\u{1B}[31m\u{202E}b"
    #expect(Markup.escape(text) == "a\\u{1B}[31m\\u{202E}b")
    let table = TextTable(columns: [.init("name", .left)], rows: [["a\nb\u{9B}c"]])
    #expect(table.text().hasSuffix("a\\nb\\u{9B}c\n"))
    #expect(JSONValue.string(text).text == "\"a\\u001b[31m\\u202eb\"\n")
    #expect(JSONValue.string("\u{E0041}").text == "\"\\udb40\\udc41\"\n")
  }
}
