// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// The keys of one mapping, asked for one by one.
///
/// The same questions serve two ends: with a mapping they read it, without one they only write down
/// which keys there are. A form must therefore ask for all of its keys before it gives up.
final class Fields {
  struct Key {
    var name: String
    var summary: String
    var isRequired: Bool
    var schema: JSONValue
  }

  /// The notebook of the reading; absent while the schema is described.
  private let source: (node: YAMLNode, reading: Reading)?
  private let builder: SchemaBuilder?
  private(set) var keys: [Key] = []
  private var names: Set<String> = []
  private var unreadable: Set<String> = []

  init(_ node: YAMLNode, _ reading: Reading) {
    source = (node, reading)
    builder = nil
  }

  init(describingFor builder: SchemaBuilder) {
    source = nil
    self.builder = builder
  }

  /// The notebook, for checks that concern several keys; nil while describing.
  var reading: Reading? { source?.reading }

  func has(_ key: String) -> Bool { source?.node[key] != nil }

  /// The names that a mapping under the key defines, whether or not their values can be read.
  func names(under key: String) -> [String] {
    source?.node[key]?.entries?.map(\.key) ?? []
  }

  func optional<Value>(_ key: String, _ form: Form<Value>, _ summary: String) -> Value? {
    ask(key, form, summary, isRequired: false, standard: nil)
  }

  func required<Value>(_ key: String, _ form: Form<Value>, _ summary: String) -> Value? {
    let value = ask(key, form, summary, isRequired: true, standard: nil)
    if let source, source.node[key] == nil {
      source.reading.report(found: "no key \(key)", allowed: "\(key): \(form.allowed)")
    }
    return value
  }

  func value<Value>(
    _ key: String, _ form: Form<Value>, default standard: Value, _ summary: String
  ) -> Value {
    ask(key, form, summary, isRequired: false, standard: JSONValue(standard: standard)) ?? standard
  }

  private func ask<Value>(
    _ key: String, _ form: Form<Value>, _ summary: String, isRequired: Bool, standard: JSONValue?
  ) -> Value? {
    if names.insert(key).inserted {
      var schema: JSONValue = .null
      if let builder {
        schema = JSONValue.object([.init("description", .string(summary))])
        if case .object(let members) = form.schema(builder) {
          schema = .object([.init("description", .string(summary))] + members)
        }
        if let standard { schema = schema.with(["default": standard]) }
      }
      keys.append(Key(name: key, summary: summary, isRequired: isRequired, schema: schema))
    }
    guard let source, let entry = source.node.entries?.first(where: { $0.key == key }) else {
      return nil
    }
    let value = source.reading.under(key, line: entry.line) {
      form.read(entry.value, source.reading)
    }
    if value == nil { unreadable.insert(key) }
    return value
  }

  /// Whether a key asked for was given and could not be read, so that what stands for it is a default.
  func isUnreadable(_ key: String) -> Bool { unreadable.contains(key) }

  /// Reports the mapping's keys that nobody asked for.
  func refuseUnknownKeys() {
    guard let source else { return }
    var former: YAMLNode.Entry?
    for entry in source.node.entries ?? [] {
      defer { former = entry }
      guard !names.contains(entry.key) else { continue }
      if let former, let number = entry.continuation(of: former) {
        source.reading.under(former.key, line: former.line) {
          source.reading.report(
            found: "\(number) with a comma, which parts entries here",
            allowed: "\(number.filter { $0 != "," }) without a comma")
        }
        continue
      }
      source.reading.under(entry.key, line: entry.line) {
        source.reading.report(
          found: "an unknown key", allowed: .verbatim(keys.map(\.name).joined(separator: ", ")),
          suggestion: nearestName(to: entry.key, among: names.sorted()))
      }
    }
  }

  /// The JSON Schema of a mapping with these keys and no others.
  var objectSchema: JSONValue {
    let required = keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    var schema: JSONValue = [
      "type": "object",
      "properties": .object(keys.map { JSONValue.Member($0.name, $0.schema) }),
      "additionalProperties": false,
    ]
    if !required.isEmpty { schema = schema.with(["required": .array(required)]) }
    return schema
  }
}

extension YAMLNode.Entry {
  /// The number that somebody meant where `{wage: 4,800}` has made an entry of the digits behind the
  /// comma.
  fileprivate func continuation(of former: YAMLNode.Entry) -> String? {
    guard key.utf8.count == 3, key.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      value.text == nil, value.entries == nil, let start = former.value.text,
      (1...3).contains(start.utf8.count), start.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return "\(start),\(key)"
  }
}
