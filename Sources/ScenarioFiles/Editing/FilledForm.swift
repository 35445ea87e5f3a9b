// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// A scenario's text as a form, told by the schema that the reader's own forms write.
package enum FilledForm {
  /// The form with what the text says in it; nil for text that is not YAML.
  package static func of(_ text: String) -> FormGroup? {
    guard let placed = PlacedYAML(text), let node = try? YAMLNode.compose(text, file: "") else {
      return nil
    }
    let filler = FormFiller(text: text, placed: placed)
    guard
      case .group(let group)? = filler.part(
        key: "", path: "", schema: ScenarioKeys.scenario.root, node: node,
        at: placed, isRequired: true)
    else { return nil }
    return group
  }
}

/// Walks along schema and text together.
private struct FormFiller {
  private let scalars: [Unicode.Scalar]
  private let anchors: [String: PlacedYAML]
  /// Deeper than any scenario's keys; a form within itself ends here.
  private static let mostDepth = 12

  init(text: String, placed: PlacedYAML) {
    scalars = Array(text.unicodeScalars)
    anchors = placed.anchors
  }

  func part(
    key: String, path: String, schema: JSONValue, node: YAMLNode?, at place: PlacedYAML?,
    isRequired: Bool, depth: Int = 0
  ) -> FormPart? {
    guard depth < Self.mostDepth else { return nil }
    let resolved = ScenarioKeys.scenario.resolve(schema, for: node)
    var help = ""
    if case .string(let text)? = schema["description"] ?? resolved["description"] { help = text }
    var place = place
    if case .alias(let name)? = place?.content { place = anchors[name] }
    switch node?.content {
    case .mapping(let entries)?:
      let parts: [FormPart]
      if case .object(let properties)? = resolved["properties"] {
        var required: [JSONValue] = []
        if case .array(let names)? = resolved["required"] { required = names }
        parts = properties.compactMap { property in
          let value = node?[property.name]
          return part(
            key: property.name, path: Self.join(path, property.name), schema: property.value,
            node: value, at: place?.entries?.last { $0.key == property.name }?.value,
            isRequired: required.contains(.string(property.name)), depth: depth + 1)
        }
      } else if case .object? = resolved["additionalProperties"],
        let below = resolved["additionalProperties"]
      {
        parts = entries.compactMap { entry in
          part(
            key: entry.key, path: Self.join(path, entry.key), schema: below, node: entry.value,
            at: place?.entries?.last { $0.key == entry.key }?.value, isRequired: false,
            depth: depth + 1)
        }
      } else {
        return .field(field(key, path, schema, resolved, help, node, place, isRequired))
      }
      return .group(FormGroup(path: path, key: key, help: help, parts: parts))
    case .sequence(let items)?:
      guard items.contains(where: { $0.entries != nil }), let below = resolved["items"],
        case .list(let places, _)? = place?.content, places.count == items.count
      else { return .field(field(key, path, schema, resolved, help, node, place, isRequired)) }
      let parts = items.indices.compactMap { index in
        part(
          key: Self.name(of: items[index], index), path: "\(path)[\(index)]", schema: below,
          node: items[index], at: places[index], isRequired: false, depth: depth + 1)
      }
      return .group(FormGroup(path: path, key: key, help: help, parts: parts))
    case .scalar?, nil:
      return .field(field(key, path, schema, resolved, help, node, place, isRequired))
    }
  }

  private static func join(_ path: String, _ key: String) -> String {
    path.isEmpty ? key : "\(path).\(key)"
  }

  /// What tells an item of a list from the others.
  private static func name(of item: YAMLNode, _ index: Int) -> String {
    for key in ["name", "preset", "kind", "measure", "group"] {
      guard let text = item[key]?.text else { continue }
      let shift = key == "group" ? item["shift"]?.text.map { ", \($0)" } ?? "" : ""
      return "\(index + 1) · \(text)\(shift)"
    }
    return String(index + 1)
  }

  private func field(
    _ key: String, _ path: String, _ schema: JSONValue, _ resolved: JSONValue, _ help: String,
    _ node: YAMLNode?, _ place: PlacedYAML?, _ isRequired: Bool
  ) -> FormField {
    var limits = resolved
    if case .array(let choices)? = resolved["anyOf"], let first = choices.first { limits = first }
    let kind = Self.kind(resolved, node)
    let minimum = limits["minimum"]?.double ?? limits["exclusiveMinimum"]?.double
    let maximum = limits["maximum"]?.double
    var choices: [String] = []
    if case .array(let words)? = resolved["enum"] {
      choices = words.compactMap { if case .string(let word) = $0 { word } else { nil } }
    }
    let text = node.flatMap { written($0, place) }
    return FormField(
      path: path, key: key, kind: kind, help: help,
      standard: (schema["default"] ?? resolved["default"]).map(SchemaPhrase.inline),
      isRequired: isRequired, minimum: minimum, maximum: maximum, choices: choices, text: text,
      line: node?.line,
      slide: text.flatMap {
        FormField.Slide($0, kind: kind, minimum: minimum, maximum: maximum)
      })
  }

  private static func kind(_ schema: JSONValue, _ node: YAMLNode?) -> FormField.Kind {
    if case .scalar? = node?.content {} else if node != nil { return .structure }
    if schema["enum"] != nil || schema["const"] != nil { return .choice }
    if case .array(let choices)? = schema["anyOf"],
      case .string(let pattern)? = choices.last?["pattern"]
    {
      if pattern.contains("%") { return .share }
      if pattern.contains("min|h") { return .duration }
      return .amount
    }
    if case .string(let pattern)? = schema["pattern"] {
      if pattern.contains("yuan") { return .amount }
      if pattern.hasPrefix("^[0-9]{4}-") { return .date }
      if pattern.hasPrefix("^[0-9]{1,2}:") { return .clock }
      if pattern.contains("%") { return .share }
      return .text
    }
    switch schema["type"] {
    case "integer": return .integer
    case "number": return .number
    case "boolean": return .flag
    case "array", "object": return .structure
    default: return schema["properties"] != nil || schema["oneOf"] != nil ? .structure : .text
    }
  }

  /// A word as it is read; a list or mapping as it is written, on one line.
  private func written(_ node: YAMLNode, _ place: PlacedYAML?) -> String? {
    if case .scalar = node.content { return node.text }
    guard let place, place.isFlow else { return node.inline }
    var line = String(String.UnicodeScalarView(scalars[place.place]))
    if line.contains("#") { line = node.inline }
    return line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension YAMLNode {
  /// The value as YAML on one line.
  var inline: String {
    switch content {
    case .scalar(let text, let isQuoted):
      TextWriter.word(text, isPlain: !isQuoted, isInFlow: true)
    case .sequence(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.inline)" }.joined(separator: ", ") + "}"
    }
  }
}
