// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Measures
import Reporting
import Testing
import Wording

@Suite struct MeasureReferenceTests {
  private func page(_ name: String) throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try String(contentsOf: root.appending(path: "Documentation/\(name)"), encoding: .utf8)
  }

  @Test func `the page of measures holds the registry's table as it is now`() throws {
    let page = try page("measures.md")
    #expect(
      page.contains(MeasureReference.markdown(.english)), "run `make reference` and commit")
  }

  @Test(arguments: Language.allCases)
  func `every measure has its row, its columns and its words`(language: Language) {
    let table = MeasureReference.markdown(language)
    let columns = ColumnReference.markdown(language)
    for definition in MeasureRegistry.all {
      let key = Measure(definition).key
      #expect(table.contains("| `\(key)` |"), "\(key)")
      let isColumn = definition.uses.contains(.tables) || definition.uses.isEmpty
      #expect(columns.contains("| `\(key)` |") == isColumn, "\(key)")
    }
  }

  @Test func `the columns' pages are those of the tables as they are now`() throws {
    #expect(try page("csv-columns.md").hasPrefix(ColumnReference.markdown(.english)))
    #expect(try page("csv-columns.zh.md").hasPrefix(ColumnReference.markdown(.chinese)))
  }
}
