// SPDX-License-Identifier: GPL-3.0-or-later

/// Text that somebody else wrote, made harmless where it is shown: what a terminal would obey, what
/// turns or hides the text around it, and what a spreadsheet would compute become visible.
package enum Harmless {
  /// Text on one line: every control, bidirectional mark, zero-width character and line end becomes a
  /// visible escape such as `\u{1B}` or `\n`.
  package static func line(_ text: String) -> String {
    isPlain(text) ? text : escaped(text, keepsLines: false)
  }

  /// The same, cut to so many characters with an ellipsis.
  package static func line(_ text: String, most: Int) -> String {
    // The text may have millions of characters; an escape makes them only more.
    let start = text.prefix(most + 1)
    guard start.endIndex == text.endIndex, start.count <= most else {
      return line(String(start.prefix(most - 1))) + "…"
    }
    return line(text)
  }

  /// Text of several lines, in which line ends and tabs stay.
  package static func lines(_ text: String) -> String {
    isPlain(text, keepsLines: true) ? text : escaped(text, keepsLines: true)
  }

  /// A cell of a table that a spreadsheet may open: one line, behind an apostrophe where it would be
  /// computed. Numbers stay.
  package static func cell(_ text: String) -> String {
    let plain = line(text)
    guard let first = plain.unicodeScalars.first, formulaMarks.contains(first),
      plain.unicodeScalars.count > 1, Double(plain) == nil
    else { return plain }
    return "'" + plain
  }

  /// Names with commas between them, the first of many.
  package static func list(_ names: [String], most: Int = 20) -> String {
    let shown = names.prefix(most).map { line($0, most: 64) }.joined(separator: ", ")
    return names.count > most ? shown + ", … (\(names.count))" : shown
  }

  /// At most so many bytes of a text, up to the end of a line where there is one.
  package static func start(_ text: String, bytes most: Int) -> String {
    guard text.utf8.count > most else { return text }
    var start = String(decoding: text.utf8.prefix(most), as: UTF8.self)
    if let end = start.lastIndex(of: "\n") { start = String(start[..<end]) }
    return start + "\n…"
  }

  /// Whether no character of the text has to be shown as an escape.
  ///
  /// - Parameter keepsLines: Whether line ends and tabs may stay.
  package static func isPlain(_ text: String, keepsLines: Bool = false) -> Bool {
    // Most text is ASCII or Chinese, which the first bytes tell.
    let isSuspect = text.utf8.contains { byte in
      switch byte {
      case 0x09 where keepsLines, 0x0A where keepsLines: false
      case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xDB, 0xDC, 0xE0, 0xE1, 0xE2, 0xEF, 0xF0, 0xF3: true
      default: false
      }
    }
    return !isSuspect
      || !text.unicodeScalars.contains {
        isHidden($0) && !(keepsLines && ($0 == "\n" || $0 == "\t"))
      }
  }

  /// What spreadsheets take for the beginning of a formula, full-width forms too.
  private static let formulaMarks: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "＝", "＋", "－", "＠",
  ]

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  private static func escaped(_ text: String, keepsLines: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepsLines, "\t" where keepsLines: escaped.append(scalar)
      case "\n": escaped.append(contentsOf: "\\n".unicodeScalars)
      case "\t": escaped.append(contentsOf: "\\t".unicodeScalars)
      case "\r": escaped.append(contentsOf: "\\r".unicodeScalars)
      default:
        if isHidden(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          escaped.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
        } else {
          escaped.append(scalar)
        }
      }
    }
    return String(escaped)
  }
}
