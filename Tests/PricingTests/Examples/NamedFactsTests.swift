// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

/// Every fact and reading of the business is named by an example that is run.
struct NamedFactsTests {
  /// The words of all test names but those of this file.
  private static let words: Set<String> = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    guard let files = FileManager.default.enumerator(at: tests, includingPropertiesForKeys: nil)
    else { return [] }
    var words: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && file.lastPathComponent != "NamedFactsTests.swift" {
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      for line in text.split(separator: "\n") where line.contains("func `") {
        words.formUnion(line.split { !$0.isLetter && !$0.isNumber }.map(String.init))
      }
    }
    return words
  }()

  /// F9 may be named by one of its parts, such as F9b.
  private func isNamed(_ name: String) -> Bool {
    Self.words.contains(name) || "abcdefg".contains { Self.words.contains("\(name)\($0)") }
  }

  @Test(arguments: 1...31)
  func `a fact is named by a test`(number: Int) { #expect(isNamed("F\(number)")) }

  @Test(arguments: 1...14)
  func `a reading is named by a test`(number: Int) { #expect(isNamed("R\(number)")) }
}
