// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Testing

struct GBKDecoderTests {
  /// 月份,咨询量 and a line end.
  private let header: [UInt8] = [
    0xD4, 0xC2, 0xB7, 0xDD, 0x2C, 0xD7, 0xC9, 0xD1, 0xAF, 0xC1, 0xBF, 0x0A,
  ]

  private func text(_ bytes: [UInt8], by size: Int) -> (text: String, isGBK: Bool) {
    var decoder = GBKDecoder()
    var all: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      all += decoder.decode(Array(bytes[start..<min(bytes.count, start + size)]))
    }
    all += decoder.decode([])
    return (String(decoding: all, as: UTF8.self), decoder.isGBK)
  }

  @Test(arguments: [2, 3, 5, 12]) func `GBK reads the same in pieces of any size`(size: Int) {
    let found = text(header + [UInt8]("2026-03,7\n".utf8), by: size)
    #expect(found.text == "月份,咨询量\n2026-03,7\n")
    #expect(found.isGBK)
  }

  @Test(arguments: ["date,inquiries\n", "月份,咨询量\n", "café,naïve\n"])
  func `UTF-8 stays what it is`(utf8: String) {
    let found = text([UInt8](utf8.utf8), by: 100)
    #expect(found.text == utf8 && !found.isGBK)
  }

  @Test func `Latin text is not taken for Chinese`() {
    let latin: [UInt8] = [0x63, 0x61, 0x66, 0xE9, 0x2C, 0x6E, 0x61, 0xEF, 0x76, 0x65, 0x0A]
    var decoder = GBKDecoder()
    #expect(decoder.decode(latin) == latin)
    #expect(!decoder.isGBK)
  }

  @Test func `a row in GBK in a file that begins in UTF-8 is refused, not guessed at`() throws {
    var rest = [UInt8]("月份,咨询量\n2026-03,7\n".utf8) + header
    var rows = DelimitedRows {
      defer { rest = [] }
      return rest
    }
    for _ in 1...2 { #expect(try rows.next()) }
    #expect(rows.text(1) == "7" && !rows.isGBK)
    #expect(throws: TableError(line: 3, .notUTF8)) { try rows.next() }
  }

  @Test func `rows of a file in GBK are rows of text, and it says so`() throws {
    var rest = header
    var rows = DelimitedRows {
      defer { rest = Array(rest.dropFirst(3)) }
      return Array(rest.prefix(3))
    }
    #expect(try rows.next())
    #expect(rows.fields.indices.map { rows.text($0) } == ["月份", "咨询量"])
    #expect(rows.isGBK)
  }
}
