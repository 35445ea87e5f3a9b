// SPDX-License-Identifier: GPL-3.0-or-later

/// A text in English whose other languages stand in a list, under its words with `%1`, `%2` … for
/// what is put in: `intervals of %1 s`.
///
/// Written like a string: `"at most \(days) days"`. A phrase that is put into another one is looked
/// up for itself; every other value is the same in all languages.
package struct Phrase: Hashable, Sendable {
  private indirect enum Part: Hashable {
    case words(String)
    case value(String)
    case phrase(Phrase)
  }

  private var parts: [Part]

  /// A text that is the same in every language: a name, a number, a list of keys.
  package init(verbatim text: String) { parts = [Self.value(text)] }

  /// What is put in may come from a file: it is made harmless, and cut where it is long.
  private static func value(_ text: String) -> Part {
    .value(Harmless.line(text, most: longest))
  }

  /// Characters of a value, of which some are lists of keys.
  private static let longest = 600

  /// A text that was written below without regard to languages: its numbers and dates are put in.
  package init(numbersIn text: String) {
    parts = []
    var rest = text[...]
    while let first = rest.firstIndex(where: \.isASCIIDigit) {
      if first > rest.startIndex { append(.words(String(rest[..<first]))) }
      let number = rest[first...].prefix { $0.isASCIIDigit || ".-/:".contains($0) }
      parts.append(.value(String(number)))
      rest = rest[number.endIndex...]
    }
    if !rest.isEmpty { parts.append(.words(String(rest))) }
  }

  package static func verbatim(_ text: String) -> Phrase { Phrase(verbatim: text) }

  /// What the list has the phrase under.
  package var key: String {
    var number = 0
    return parts.map { part in
      if case .words(let words) = part { return words }
      number += 1
      return "%\(number)"
    }.joined()
  }

  package var english: String {
    parts.map { part in
      switch part {
      case .words(let text), .value(let text): text
      case .phrase(let phrase): phrase.english
      }
    }.joined()
  }

  /// Whether there is a word to translate, and not just values and marks.
  package var hasWords: Bool {
    for case .words(let words) in parts where words.contains(where: \.isLetter) { return true }
    return false
  }

  /// The phrases that are looked up: itself, and those put in.
  package var lookups: [Phrase] {
    var all = hasWords ? [self] : []
    for case .phrase(let phrase) in parts { all += phrase.lookups }
    return all
  }

  /// The phrase in the language of a list; in English where the list lacks it.
  package func text(in list: [String: String]) -> String {
    let values = parts.compactMap { part -> String? in
      switch part {
      case .words: nil
      case .value(let text): text
      case .phrase(let phrase): phrase.text(in: list)
      }
    }
    let template = hasWords ? list[key] ?? key : key
    var text = ""
    var rest = template[...]
    while let mark = rest.firstIndex(of: "%") {
      text += rest[..<mark]
      let digit = rest.index(after: mark)
      guard digit < rest.endIndex, let number = rest[digit].wholeNumberValue,
        values.indices.contains(number - 1)
      else {
        text += "%"
        rest = rest[digit...]
        continue
      }
      text += values[number - 1]
      rest = rest[rest.index(after: digit)...]
    }
    return text + rest
  }

  package static func + (left: Phrase, right: Phrase) -> Phrase {
    var sum = left
    for part in right.parts { sum.append(part) }
    return sum
  }

  private mutating func append(_ part: Part) {
    if case .words(let more) = part, case .words(let words)? = parts.last {
      parts[parts.count - 1] = .words(words + more)
    } else {
      parts.append(part)
    }
  }
}

extension Phrase: ExpressibleByStringInterpolation {
  package init(stringLiteral words: String) { parts = words.isEmpty ? [] : [.words(words)] }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.phrase }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var phrase: Phrase = ""

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ words: String) {
      if !words.isEmpty { phrase.append(.words(words)) }
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      phrase.append(Phrase.value(value.description))
    }

    package mutating func appendInterpolation(_ phrase: Phrase) {
      self.phrase.append(.phrase(phrase))
    }
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
