// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// The written form of a value: it reads the value from YAML and describes itself for the schema.
///
/// Forms are put together from smaller forms, so what the reader accepts and what the schema
/// publishes have one source.
struct Form<Value>: Sendable {
  /// What is allowed, in the words of a message: `1 to 64`.
  let allowed: Phrase
  let schema: @Sendable (SchemaBuilder) -> JSONValue
  /// The value, or nil after reporting why there is none.
  let read: @Sendable (YAMLNode, Reading) -> Value?

  init(
    _ allowed: Phrase, schema: @escaping @Sendable (SchemaBuilder) -> JSONValue,
    read: @escaping @Sendable (YAMLNode, Reading) -> Value?
  ) {
    self.allowed = allowed
    self.schema = { builder in
      builder.note(allowed)
      return schema(builder)
    }
    self.read = read
  }

  /// A form of one scalar's text.
  static func scalar(
    _ allowed: Phrase, schema: JSONValue, _ parse: @escaping @Sendable (String) -> Value?
  ) -> Form {
    Form(allowed, schema: { _ in schema }) { node, reading in
      if let text = node.text, let value = parse(text) { return value }
      if let plain = node.text?.withoutThousands, parse(plain) != nil {
        reading.report(found: node.found, allowed: "\(plain) without a comma")
      } else {
        reading.report(found: node.found, allowed: allowed)
      }
      return nil
    }
  }

  /// The same written form, read as another type.
  func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Form<Other> {
    Form<Other>(allowed, schema: schema) { node, reading in read(node, reading).map(transform) }
  }

  /// The same form with a further condition, whose words are said where it does not hold.
  func checked(_ allowed: Phrase, _ isValid: @escaping @Sendable (Value) -> Bool) -> Form {
    Form(self.allowed, schema: schema) { node, reading in
      guard let value = read(node, reading) else { return nil }
      if isValid(value) { return value }
      reading.report(found: node.found, allowed: allowed)
      return nil
    }
  }

  /// A scalar in one form, anything else in another.
  static func scalar(_ scalar: Form, orElse other: Form) -> Form {
    let allowed = scalar.allowed(or: other.allowed)
    return Form(
      allowed, schema: { ["anyOf": [scalar.schema($0), other.schema($0)]] }
    ) { node, reading in
      guard case .scalar = node.content else { return other.read(node, reading) }
      guard node.text != nil else {
        reading.report(found: node.found, allowed: allowed)
        return nil
      }
      return scalar.read(node, reading)
    }
  }

  /// Both in words; the other may begin with the same.
  private func allowed(or other: Phrase) -> Phrase {
    other.english.hasPrefix(allowed.english) ? other : "\(allowed), or \(other)"
  }

  /// A list in one form, anything else in another.
  static func list(_ list: Form, orElse other: Form) -> Form {
    Form(
      list.allowed(or: other.allowed),
      schema: { ["anyOf": [list.schema($0), other.schema($0)]] }
    ) { node, reading in
      guard case .sequence = node.content else { return other.read(node, reading) }
      return list.read(node, reading)
    }
  }
}

extension String {
  /// A number, perhaps with a unit, without the commas between its thousands; nil if they stand
  /// elsewhere or there are none.
  fileprivate var withoutThousands: String? {
    guard utf8.count <= 40, let last = lastIndex(of: ",") else { return nil }
    let groups = self[..<last].split(separator: ",", omittingEmptySubsequences: false)
    let tail = self[index(after: last)...]
    let digits = tail.prefix { $0.isASCII && $0.isNumber }
    guard let first = groups.first, (1...3).contains(first.count), digits.count == 3,
      (groups.dropFirst().map(\.count) + [3]).allSatisfy({ $0 == 3 }),
      groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } })
    else { return nil }
    return groups.joined() + tail
  }
}
