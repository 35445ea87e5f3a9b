// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

extension Form<String> {
  /// Any text that is not empty.
  static let text = Form.scalar("text", schema: ["type": ["string", "number", "boolean"]]) {
    $0.isEmpty ? nil : $0
  }

  /// Text on one line, without characters that a terminal would obey or that nobody sees, and which no spreadsheet takes
  /// for a formula: the CSV files then hold the name as it is.
  static let line = Form.scalar(
    "one line of at most 200 visible characters that does not begin with = + - @",
    schema: [
      "type": ["string", "number", "boolean"], "minLength": 1, "maxLength": 200,
      "not": ["pattern": .string("^[=+@-]|[\(hiddenPattern)]")],
    ]
  ) { text in
    let isFormula = text.first.map("=+-@".contains) ?? false
    // A character may have any number of marks on it.
    return text.utf8.count <= 1600 && (1...200).contains(text.count) && !isFormula
      && Harmless.isPlain(text) ? text : nil
  }

  /// A name that another part of the file defines.
  static func name(of kind: NameKind) -> Form {
    Form("the name of an \(kind.words)", schema: { _ in ["type": "string"] }) { node, reading in
      guard let name = node.text else {
        reading.report(found: node.found, allowed: "the name of an \(kind.words)")
        return nil
      }
      guard let known = reading.known(kind), !known.contains(name) else { return name }
      reading.report(
        found: "unknown \(kind.words) \(name)",
        allowed: known.isEmpty
          ? "none, as the file defines none" : .verbatim(Harmless.list(known)),
        suggestion: nearestName(to: name, among: known))
      return nil
    }
  }
}

extension Form {
  /// One of several words.
  static func words(_ words: KeyValuePairs<String, Value>) -> Form where Value: Sendable {
    .words(words.map { ($0.key, $0.value) })
  }

  static func words(_ values: [(String, Value)]) -> Form where Value: Sendable {
    let known = values.map(\.0)
    return Form(
      .verbatim(known.joined(separator: ", ")),
      schema: { _ in ["enum": .array(known.map(JSONValue.string))] }
    ) { node, reading in
      if let text = node.text, let match = values.first(where: { $0.0 == text }) { return match.1 }
      reading.report(
        found: node.found, allowed: .verbatim(known.joined(separator: ", ")),
        suggestion: node.text.flatMap { nearestName(to: $0, among: known) })
      return nil
    }
  }

  /// A word of an enumeration that is spelled as in files.
  static func word(of type: Value.Type = Value.self) -> Form
  where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
    let cases = Array(Value.allCases)
    let known = cases.map(\.rawValue)
    return Form(
      .verbatim(known.joined(separator: ", ")),
      schema: { _ in ["enum": .array(known.map(JSONValue.string))] }
    ) { node, reading in
      if let text = node.text, let value = Value(rawValue: text) { return value }
      reading.report(
        found: node.found, allowed: .verbatim(known.joined(separator: ", ")),
        suggestion: node.text.flatMap { nearestName(to: $0, among: known) })
      return nil
    }
  }
}

extension Form<Bool> {
  static let flag = Form.scalar("true or false", schema: ["type": "boolean"]) { text in
    switch text {
    case "true", "yes": true
    case "false", "no": false
    default: nil
    }
  }
}
