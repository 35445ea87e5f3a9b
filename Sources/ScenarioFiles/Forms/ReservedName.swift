// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Names that would mean something else in the files of results: the rows of all types, what programs
/// that load tables take for a missing or logical value, and numbers that spreadsheets cut.
enum ReservedName {
  private static let words: Set<String> = [
    "all", "na", "nan", "nil", "none", "null", "true", "false", "<na>", "#na",
  ]
  /// Digits that a spreadsheet keeps of a number.
  private static let digits = 15

  static let allowed: Phrase =
    "another name: in files all, NA, NaN, nil, none, null, true and false mean something else, and "
    + "spreadsheets cut numbers of 15 digits and more"

  static func isReserved(_ name: String) -> Bool {
    words.contains(name.lowercased())
      || name.count >= digits && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// The same as a pattern; schemas know no letters of either case.
  static let pattern =
    "^("
    + words.sorted().map { word in
      word.map { $0.isLetter ? "[\($0)\($0.uppercased())]" : String($0) }.joined()
    }.joined(separator: "|") + "|[0-9]{\(digits),})$"
}
