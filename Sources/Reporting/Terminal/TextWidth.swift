// SPDX-License-Identifier: GPL-3.0-or-later

/// Widths of text in columns of a terminal, where Chinese characters take two.
package enum TextWidth {
  /// Columns that the text takes.
  package static func of(_ text: String) -> Int { text.reduce(0) { $0 + width($1) } }

  /// The text filled with spaces to `width` columns; longer text stays as it is.
  package static func pad(_ text: String, to width: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - of(text)))
    return right ? space + text : text + space
  }

  /// The text in lines of at most `width` columns (two or more), broken at spaces, or between any
  /// two characters where one of them is wide or a word is too long.
  ///
  /// - Parameter keepsWords: Whether words of wide characters stay whole where they fit, as in
  ///   headings that have spaces where they may be broken.
  package static func wrap(
    _ text: String, to width: Int, keepsWords: Bool = false
  ) -> [String] {
    let width = max(width, 2)
    var lines: [String] = []
    var line = ""
    for piece in keepsWords ? words(text, within: width) : pieces(text) {
      let gap = piece.afterSpace && !line.isEmpty ? " " : ""
      if of(line + gap + piece.text) <= width {
        line += gap + piece.text
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      for character in piece.text {
        if of(line) + self.width(character) > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }

  private struct Piece {
    var text: String
    var afterSpace: Bool
  }

  private static func words(_ text: String, within width: Int) -> [Piece] {
    text.split(separator: " ").flatMap { word -> [Piece] in
      guard of(String(word)) > width else { return [Piece(text: String(word), afterSpace: true)] }
      return pieces(String(word))
    }
  }

  /// Unbreakable parts of a text: words, and single wide characters with their punctuation.
  private static func pieces(_ text: String) -> [Piece] {
    var pieces: [Piece] = []
    for word in text.split(separator: " ") {
      var afterSpace = true
      var part = ""
      for character in word {
        // Closing punctuation never begins a line.
        let breaks =
          !part.isEmpty && !"，。；：、）」%！？".contains(character)
          && (width(character) == 2 || part.last.map(width) == 2)
          && part.last != "（"
        if breaks {
          pieces.append(Piece(text: part, afterSpace: afterSpace))
          (part, afterSpace) = ("", false)
        }
        part.append(character)
      }
      pieces.append(Piece(text: part, afterSpace: afterSpace))
    }
    return pieces
  }

  private static func width(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2060, 0xFEFF: return 0
    case 0..<0x1100: return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
    // Wide and fullwidth of Unicode's East Asian Width, in blocks.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF,
      0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
