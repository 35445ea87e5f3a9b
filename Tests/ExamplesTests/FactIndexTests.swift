// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

struct FactIndexTests {
  @Test func `every fact that the sources name is in the index`() throws {
    let index = try String(
      contentsOf: ExamplesTests.root.appending(path: "Documentation/billing.md"), encoding: .utf8)
    let sources = ExamplesTests.root.appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var named: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      for match in try String(contentsOf: file, encoding: .utf8).matches(
        of: /[ (\["](F|R)([1-9][0-9]?)[a-g]?[,.;:)\]" ]/)
      {
        named.insert(String(match.1 + match.2))
      }
    }
    #expect(named.contains("F7") && named.contains("R14"))
    for fact in named { #expect(index.contains("\n| \(fact) |"), "\(fact)") }
  }
}
