// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// The schema along the paths of one scenario: which form a value has, and what keys a mapping may have.
struct ScenarioKeys {
  private let definitions: JSONValue
  let root: JSONValue

  private static let document = JSONSchemaDocument.value
  static let scenario = ScenarioKeys(document)

  private init(_ document: JSONValue) {
    definitions = document["$defs"] ?? .null
    root = ["$ref": document["$ref"] ?? .null]
  }

  /// The keys that the mapping at a path may have, in the schema's order.
  static func order(_ path: String, in node: YAMLNode) -> [String] {
    var (schema, node): (JSONValue, YAMLNode?) = (scenario.root, node)
    for step in YAMLNode.steps(of: path) {
      let resolved = scenario.resolve(schema, for: node)
      guard let below = scenario.below(resolved, step) else { return [] }
      schema = below
      node = node?.at(String(step))
    }
    let resolved = scenario.resolve(schema, for: node)
    guard case .object(let properties)? = resolved["properties"] else { return [] }
    return properties.map(\.name)
  }

  /// The schema of what lies under a step; nil where it has none.
  func below(_ schema: JSONValue, _ step: Substring) -> JSONValue? {
    if step.hasPrefix("[") { return schema["items"] }
    if let property = schema["properties"]?[String(step)] { return property }
    if case .object? = schema["additionalProperties"] { return schema["additionalProperties"] }
    return nil
  }

  /// Without references and choices: of several forms the one that the value has, of a value that is
  /// not there the first.
  func resolve(_ schema: JSONValue, for node: YAMLNode?) -> JSONValue {
    var schema = schema
    // References lead to definitions, and choices to their parts; neither is deep.
    for _ in 0..<16 {
      if case .string(let reference)? = schema["$ref"] {
        schema = definitions[String(reference.dropFirst("#/$defs/".count))] ?? .null
      } else if case .array(let variants)? = schema["oneOf"] {
        schema = variants.first { isMeant($0, node) } ?? variants.first ?? .null
      } else if case .array(let choices)? = schema["anyOf"], !isMeasured(choices) {
        schema = choices.first { fits($0, node) } ?? choices.first ?? .null
      } else {
        return schema
      }
    }
    return schema
  }

  /// A number or the same with its unit, which is one form.
  private func isMeasured(_ choices: [JSONValue]) -> Bool {
    choices.count == 2 && choices[0]["type"] == "number" && choices[1]["pattern"] != nil
  }

  private func isMeant(_ variant: JSONValue, _ node: YAMLNode?) -> Bool {
    guard case .object(let properties)? = variant["properties"], let node else { return false }
    return properties.contains { property in
      guard case .string(let word)? = property.value["const"] else { return false }
      return node[property.name]?.text == word
    }
  }

  private func fits(_ choice: JSONValue, _ node: YAMLNode?) -> Bool {
    let resolved = resolve(choice, for: node)
    let isMapping = resolved["properties"] != nil || resolved["type"] == "object"
    let isList = resolved["type"] == "array"
    switch node?.content {
    case nil: return false
    case .mapping?: return isMapping
    case .sequence?: return isList
    case .scalar?: return !isMapping && !isList
    }
  }
}
