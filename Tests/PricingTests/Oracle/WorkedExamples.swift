// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Money
import Testing

/// Amounts computed by `worked_examples.py`, an independent script in exact arithmetic.
enum WorkedExamples {
  static let amounts: [String: String] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "worked_examples.csv")
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [:] }
    var amounts: [String: String] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      guard let comma = line.lastIndex(of: ",") else { continue }
      let name = line[..<comma].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
      amounts[name] = String(line[line.index(after: comma)...])
    }
    return amounts
  }()

  /// The amount of an example; a missing name fails the test that asks for it.
  static func amount(
    _ name: String, _ location: SourceLocation = #_sourceLocation
  ) throws -> Money {
    let text = try #require(
      amounts[name], "no worked example named \(name)", sourceLocation: location)
    return try Money(parsing: text)
  }
}
