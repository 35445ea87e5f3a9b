// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Tables
import Testing

struct InputFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func text(_ path: String, most: Int = 1000) throws(InputProblem) -> String {
    let bytes = try InputFile(path: path, limits: ReadingLimits(bytes: most, rows: 10)).rest()
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `what is no file and no pipe is not read at all`() {
    for (path, problem) in [
      ("/dev/zero", InputProblem.isDevice), ("/dev/null", .isDevice), (folder.path, .isFolder),
      (folder.path + "/none", .missing), (folder.path + "/none/at/all", .missing),
      ("/etc/passwd\u{0}.csv", .missing),
    ] {
      #expect(throws: problem, "\(path)") { try text(path) }
    }
  }

  @Test func `a file above its limit is refused before any of it is read`() throws {
    let path = folder.path + "/file"
    try Data(repeating: 0x41, count: 11).write(to: URL(fileURLWithPath: path))
    #expect(try text(path, most: 11) == String(repeating: "A", count: 11))
    #expect(throws: InputProblem.tooLarge(most: 10)) {
      try InputFile(path: path, limits: ReadingLimits(bytes: 10, rows: 1))
    }
  }

  @Test func `a pipe is read while somebody writes, and up to its limit`() throws {
    for (most, isWhole) in [(1000, true), (500, false)] {
      let path = folder.path + "/pipe\(most)"
      #expect(mkfifo(path, 0o600) == 0)
      let writer = Process()
      writer.executableURL = URL(fileURLWithPath: "/bin/sh")
      writer.arguments = ["-c", "trap '' PIPE; printf '%0600d' 7 > \"$0\"", path]
      try writer.run()
      if isWhole {
        #expect(try text(path, most: most).count == 600)
      } else {
        #expect(throws: InputProblem.tooLarge(most: most)) { try text(path, most: most) }
      }
      writer.waitUntilExit()
    }
  }

  @Test func `a pipe that nobody writes to is refused`() {
    let path = folder.path + "/silent"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: InputProblem.silentPipe) { try text(path) }
  }

  @Test func `a table has no more rows and cells than its limits`() throws {
    var limits = ReadingLimits(bytes: 1000, rows: 3)
    limits.cellsPerRow = 4
    var rows = DelimitedRows(text: "a,b\n1,2\n\n3,4\n5,6\n", limits: limits)
    for _ in 1...3 { #expect(try rows.next()) }
    #expect(throws: TableError(line: 5, .tooManyRows(most: 3))) { try rows.next() }
    for row in ["1,2,3,4,5", "\"1\",2,3,4,5"] {
      var rows = DelimitedRows(text: "a,b,c,d\n\(row)\n", limits: limits)
      #expect(try rows.next())
      #expect(throws: TableError(line: 2, .tooManyCells(most: 4))) { try rows.next() }
    }
  }

  @Test func `a table that is neither UTF-8 nor GBK is refused with the row`() throws {
    let bytes = Array("a,b\n1,2\n3,".utf8) + [0xFF, 0xFE, 0x0A]
    var rest = bytes
    var rows = DelimitedRows { () throws(InputProblem) in
      defer { rest = [] }
      return rest
    }
    for _ in 1...2 { #expect(try rows.next()) }
    #expect(throws: TableError(line: 3, .notUTF8)) { try rows.next() }
  }
}
