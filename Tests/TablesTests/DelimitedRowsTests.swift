// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Testing

struct DelimitedRowsTests {
  private func rows(_ text: String) throws -> [[String]] {
    var source = DelimitedRows(text: text)
    var rows: [[String]] = []
    while try source.next() { rows.append(source.fields.indices.map { source.text($0) }) }
    return rows
  }

  @Test(arguments: [
    "a,b\n1,2\n", "a;b\n1;2\n", "a\tb\n1\t2\n", "\u{FEFF}a,b\r\n1,2\r\n", "a,b\r1,2",
    " a , b \n 1,2 ",
    "\n\na,b\n,\n1,2\n,\n", "\"a\",\"b\"\n\"1\",2",
  ])
  func `separators, line ends, marks, blanks and empty rows are all the same table`(
    _ text: String
  ) throws {
    #expect(try rows(text) == [["a", "b"], ["1", "2"]])
  }

  @Test func `the separator is the one that the header holds most of outside quotes`() throws {
    #expect(try rows("\"a,b,c\";d\n1;2") == [["a,b,c", "d"], ["1", "2"]])
    #expect(try rows("a;b,c,d\n1,2,3")[1] == ["1", "2", "3"])
    #expect(try rows("date;total\n1;2,5")[1] == ["1", "2,5"])
    #expect(try rows("one\n1")[1] == ["1"])
  }

  @Test func `quotes hold separators, line ends and doubled quotes`() throws {
    #expect(try rows("a,b\n\"1\n,\"\"x\"\"\",2") == [["a", "b"], ["1\n,\"x\"", "2"]])
    #expect(try rows("a,b\n5\" tube,2")[1] == ["5\" tube", "2"])
  }

  @Test func `a row is told by the line it begins on`() throws {
    var source = DelimitedRows(text: "\na,b\n\"1\n2\",3\n4,5\n")
    var lines: [Int] = []
    while try source.next() { lines.append(source.line) }
    #expect(lines == [2, 3, 5])
  }

  @Test func `chunks may end anywhere`() throws {
    let text = Array("a,b\r\n\"1\"\"\",\"2\r\n3\"\r\n4,5".utf8)
    for size in 1...text.count {
      var rest = text[...]
      var source = DelimitedRows {
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
      }
      var rows: [[String]] = []
      while try source.next() { rows.append(source.fields.indices.map { source.text($0) }) }
      #expect(rows == [["a", "b"], ["1\"", "2\r\n3"], ["4", "5"]], "chunks of \(size)")
    }
  }

  @Test(arguments: [
    ("a,b\n1,\"2\n3,4\n", TableError(line: 2, .openQuotation)),
    ("a,b\n1,\u{0}\n", TableError(line: 2, .nulByte)),
  ])
  func `what is no table is refused with its line`(_ text: String, _ error: TableError) {
    #expect(throws: error) { try rows(text) }
  }

  /// Not arguments of a test: the log would have them whole.
  @Test func `a row without end is refused with its line`() {
    let most = ReadingLimits.records.rowBytes
    #expect(throws: TableError(line: 2, .rowTooLong(most: most))) {
      try rows("a,b\n" + String(repeating: "x", count: most + 1))
    }
    #expect(throws: TableError(line: 2, .openQuotation)) {
      try rows("a,b\n\"" + String(repeating: "x\n", count: most))
    }
  }
}
