// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// What a schema allows, in a few words of Markdown.
enum SchemaPhrase {
  static func of(_ schema: JSONValue) -> String {
    if case .string(let reference)? = schema["$ref"] {
      let name = reference.dropFirst("#/$defs/".count)
      return "[\(name)](#\(name))"
    }
    if let constant = schema["const"] { return "`\(inline(constant))`" }
    if case .array(let words)? = schema["enum"] {
      let names = words.map { "`\(inline($0))`" }
      guard names.count > 10 else { return names.joined(separator: ", ") }
      return "\(names[0]), \(names[1]) … \(names[names.count - 1])"
    }
    if case .array(let choices)? = schema["anyOf"] { return alternatives(choices) }
    if case .string(let pattern)? = schema["pattern"] { return written(pattern) }
    switch schema["type"] {
    case .string("integer"): return "whole number" + range(schema)
    case .string("number"): return "number" + range(schema)
    case .string("boolean"): return "`true` or `false`"
    case .string("array"): return list(schema)
    case .string("object"): return mapping(schema)
    default: return "text"
    }
  }

  /// A value on one line, as YAML takes it.
  static func inline(_ value: JSONValue) -> String {
    switch value {
    case .array(let items): "[" + items.map(inline).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\($0.name): \(inline($0.value))" }.joined(separator: ", ") + "}"
    case .string(let text): text
    case .integer, .number, .bool, .null: String(value.text.dropLast())
    }
  }

  private static func alternatives(_ choices: [JSONValue]) -> String {
    if choices.count == 2, let number = choices.first, number["type"] == "number",
      case .string(let pattern)? = choices.last?["pattern"]
    {
      return written(pattern) + range(number)
    }
    var phrases: [String] = []
    for phrase in flattened(choices).map(of) where !phrases.contains(phrase) {
      phrases.append(phrase)
    }
    // A duration may be a bare number, which the head of the page says once for all.
    if phrases.contains("duration") { phrases.removeAll { $0.hasPrefix("number") } }
    return phrases.joined(separator: " or ")
  }

  /// Choices within choices as one list, but for a number with its unit, which is one choice.
  private static func flattened(_ choices: [JSONValue]) -> [JSONValue] {
    choices.flatMap { choice -> [JSONValue] in
      guard case .array(let inner)? = choice["anyOf"], inner.first?["type"] != "number" else {
        return [choice]
      }
      return flattened(inner)
    }
  }

  private static func list(_ schema: JSONValue) -> String {
    let items = schema["items"].map(of) ?? "values"
    let nouns = [
      ("stretch of the day", "stretches of the day"), ("duration", "durations"),
      ("share", "shares"), ("number", "numbers"), ("whole number", "whole numbers"),
      ("date or days", "dates or days"), ("text", "texts"),
    ]
    for (one, many) in nouns where items == one || items.hasPrefix(one + ",") {
      return "list of " + many + items.dropFirst(one.count)
    }
    return "list of " + items
  }

  private static func mapping(_ schema: JSONValue) -> String {
    if case .object(let properties)? = schema["properties"], let first = properties.first {
      let names = properties.map { "`\($0.name)`" }
      let keys =
        names.count > 4 ? "\(names[0]) … \(names[names.count - 1])" : names.joined(separator: ", ")
      return "mapping of \(keys) to \(of(first.value))"
    }
    return "mapping of names to " + (schema["additionalProperties"].map(of) ?? "values")
  }

  private static func range(_ schema: JSONValue) -> String {
    let top = number(schema["maximum"])
    if let above = number(schema["exclusiveMinimum"]) {
      return " above \(above)" + (top.map { ", up to \($0)" } ?? "")
    }
    switch (number(schema["minimum"]), top) {
    case (let low?, let high?): return ", \(low) to \(high)"
    case (let low?, nil): return ", \(low) or more"
    default: return ""
    }
  }

  private static func number(_ value: JSONValue?) -> String? {
    value?.double.map(shown)
  }

  /// The name of a written form, recognised by an example that its pattern must match.
  private static func written(_ pattern: String) -> String {
    let forms = [
      ("8 min", "duration"), ("5 %", "share"), ("5000 yuan", "yuan"),
      ("2026-10-15/2026-11-20", "date or days"), ("2026-10-20 20:00", "instant"),
      ("2026-11-11", "date"), ("09:00-17:00", "stretch of the day"), ("09:00", "clock time"),
    ]
    guard let expression = try? Regex(pattern) else { return "text" }
    return forms.first { $0.0.contains(expression) }?.1 ?? "text"
  }
}
