// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A JSON document whose members keep the order in which they are written.
package indirect enum JSONValue: Equatable, Sendable {
  case object([Member])
  case array([JSONValue])
  case string(String)
  case integer(Int)
  /// Written in the shortest form that reads back the same; `null` where it is not finite.
  case number(Double)
  case bool(Bool)
  case null

  package struct Member: Equatable, Sendable {
    package var name: String
    package var value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
      self.name = name
      self.value = value
    }
  }

  package static func optional(_ value: Double?) -> JSONValue {
    value.map(JSONValue.number) ?? .null
  }
  package static func optional(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
  package static func strings(_ values: [String]) -> JSONValue {
    .array(values.map(JSONValue.string))
  }

  /// The value of a member of an object.
  package subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// An integer or another number; nil for what is none.
  package var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .object, .array, .string, .bool, .null: nil
    }
  }

  /// Adds members to an object.
  package func with(_ more: KeyValuePairs<String, JSONValue>) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + more.map { Member($0.key, $0.value) })
  }

  /// Indented by two spaces, with a line end after the last brace.
  package var text: String {
    var text = ""
    write(to: &text, depth: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .object(let members):
      Self.write(members, in: ("{", "}"), to: &text, depth: depth) { member, text in
        Self.quote(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, depth: depth + 1)
      }
    case .array(let values):
      Self.write(values, in: ("[", "]"), to: &text, depth: depth) { value, text in
        value.write(to: &text, depth: depth + 1)
      }
    case .string(let string): Self.quote(string, to: &text)
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? Decimals.shortest(value) : "null"
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func write<Element>(
    _ elements: [Element], in brackets: (open: String, close: String), to text: inout String,
    depth: Int, _ body: (Element, inout String) -> Void
  ) {
    guard !elements.isEmpty else { return text += brackets.open + brackets.close }
    text += brackets.open
    for (index, element) in elements.enumerated() {
      text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: depth + 1)
      body(element, &text)
    }
    text += "\n" + String(repeating: "  ", count: depth) + brackets.close
  }

  private static func quote(_ string: String, to text: inout String) {
    text += "\""
    defer { text += "\"" }
    guard
      !Harmless.isPlain(string) || string.utf8.contains(where: { $0 == 0x22 || $0 == 0x5c })
    else {
      text += string
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        guard !Harmless.isPlain(String(scalar)) else {
          text.unicodeScalars.append(scalar)
          continue
        }
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByArrayLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Keeps the order of the literal.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
