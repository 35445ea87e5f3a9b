// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Plans
import ScenarioFiles
import Scenarios
import Tables
import Testing
import Wording
import Yams

@Suite struct SchemaTests {
  private let schema = JSONSchemaDocument.value

  @Test(arguments: shippedScenarios)
  func `every shipped scenario is valid by the schema`(_ name: String) throws {
    let url = scenarioFolder.appendingPathComponent(name + ".yaml")
    let text = try String(contentsOf: url, encoding: .utf8)
    let node = try #require(try Yams.compose(yaml: text))
    #expect(SchemaValidator(schema).errors(in: node) == [])
  }

  @Test func `the starter is valid by the schema and accepted`() throws {
    let node = try #require(try Yams.compose(yaml: StarterScenario.text))
    #expect(SchemaValidator(schema).errors(in: node) == [])
    let scenario = try ScenarioFile.parse(text: StarterScenario.text)
    #expect(scenario.plans.count == 2)
  }

  @Test(arguments: [
    ("chat_limit: 3", "chat_limt: 3"), ("chat_limit: 3", "chat_limit: 0"),
    ("closed_hours: lost", "closed_hours: gone"), ("daily_mean: 40", "daily_mean: -1"),
    ("end: 2026-01-31", "end: 31.1.2026"), ("    skills: [sale]\n", ""),
    ("name: Tiny", "nam: Tiny"), ("contract: seats", "contract: seets"),
  ])
  func `schema and reader refuse the same mistakes`(_ right: String, _ wrong: String) throws {
    let text = changed([right: wrong])
    #expect(!messages(text).isEmpty)
    let node = try #require(try Yams.compose(yaml: text))
    #expect(!SchemaValidator(schema).errors(in: node).isEmpty)
  }

  @Test func `every key has a description and every reference a definition`() {
    let definitions = schema["$defs"]
    var keys = 0
    func walk(_ value: JSONValue) {
      switch value {
      case .array(let items): items.forEach(walk)
      case .object(let members):
        if case .string(let reference)? = value["$ref"] {
          #expect(definitions?[String(reference.dropFirst("#/$defs/".count))] != nil)
        }
        if case .object(let properties)? = value["properties"], value["additionalProperties"] != nil
        {
          for property in properties where property.value["enum"] == nil {
            keys += property.value["description"] == nil ? 0 : 1
          }
        }
        members.forEach { walk($0.value) }
      default: break
      }
    }
    walk(schema)
    #expect(keys > 200)
  }

  @Test func `the Chinese start has the same scenario and no English word left`() throws {
    let chinese = StarterScenario.text(.chinese)
    let (own, other) = (
      try ScenarioFile.parse(text: chinese), try ScenarioFile.parse(text: StarterScenario.text)
    )
    #expect(own.demand.map(\.mix) == other.demand.map(\.mix))
    #expect(own.plans.map(\.contract) == other.plans.map(\.contract))
    #expect(own.plans.map(\.title) != other.plans.map(\.title))
    let keys = [
      "wait_until_open", "lost", "every_month", "share_of_days", "concurrency", "min", "h", "s",
    ]
    for line in chinese.split(separator: "\n") {
      guard let comment = line.firstIndex(of: "#") else { continue }
      let words = line[comment...].split { !$0.isASCII || !($0.isLetter || $0 == "_") }
      #expect(words.allSatisfy { keys.contains(String($0)) }, "\(line)")
    }
  }

  @Test func `the document is JSON`() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(JSONSchemaDocument.text.utf8))
    #expect((parsed as? [String: Any])?["$defs"] != nil)
    #expect(JSONSchemaDocument.text == JSONSchemaDocument.text)
  }
}

/// As much of JSON Schema as the scenario schema uses, on YAML by the core schema of YAML 1.2.
private struct SchemaValidator {
  let root: JSONValue

  init(_ root: JSONValue) { self.root = root }

  func errors(in node: Node) -> [String] { errors(node, root, "") }

  private func errors(_ node: Node, _ schema: JSONValue, _ path: String) -> [String] {
    guard case .object(let members) = schema else { return [] }
    return members.flatMap { keyword($0.name, $0.value, node, schema, path) }
  }

  private func keyword(
    _ keyword: String, _ value: JSONValue, _ node: Node, _ schema: JSONValue, _ path: String
  ) -> [String] {
    let value = value.double.map(JSONValue.number) ?? value
    let number = node.scalar?.style == .plain ? Double(node.scalar?.string ?? "") : nil
    switch (keyword, value) {
    case ("$ref", .string(let reference)):
      guard let target = root["$defs"]?[String(reference.dropFirst("#/$defs/".count))] else {
        return ["\(path): no definition \(reference)"]
      }
      return errors(node, target, path)
    case ("anyOf", .array(let options)), ("oneOf", .array(let options)):
      let results = options.map { errors(node, $0, path) }
      return results.contains([]) ? [] : ["\(path): none of \(options.count)"]
    case ("type", .string(let type)): return isOf([type], node) ? [] : ["\(path): not \(type)"]
    case ("type", .array(let types)):
      let words = types.compactMap { if case .string(let word) = $0 { word } else { nil } }
      return isOf(words, node) ? [] : ["\(path): not \(words)"]
    case ("enum", .array(let allowed)):
      return allowed.contains(.string(node.scalar?.string ?? "")) ? [] : ["\(path): not in enum"]
    case ("const", .string(let text)): return node.scalar?.string == text ? [] : ["\(path): const"]
    case ("pattern", .string(let pattern)):
      let text = node.scalar?.string ?? ""
      return text.range(of: pattern, options: .regularExpression) != nil ? [] : ["\(path): pattern"]
    case ("minimum", .number(let least)):
      return number.map { $0 >= least } ?? true ? [] : ["\(path): min"]
    case ("maximum", .number(let most)):
      return number.map { $0 <= most } ?? true ? [] : ["\(path): max"]
    case ("minItems", .number(let least)):
      return Double(node.sequence?.count ?? 0) >= least ? [] : ["\(path): too few"]
    case ("items", let item):
      return node.sequence?.enumerated().flatMap { errors($1, item, "\(path)[\($0)]") } ?? []
    case ("required", .array(let names)):
      return names.compactMap { name in
        guard case .string(let key) = name, node.mapping?[key] == nil else { return nil }
        return "\(path): no \(key)"
      }
    case ("properties", let properties):
      return node.mapping?.flatMap { key, value in
        properties[key.scalar?.string ?? ""].map {
          errors(value, $0, "\(path).\(key.scalar?.string ?? "")")
        } ?? []
      } ?? []
    case ("additionalProperties", let rest):
      return node.mapping?.flatMap { key, value -> [String] in
        let name = key.scalar?.string ?? ""
        if schema["properties"]?[name] != nil { return [] }
        return rest == .bool(false)
          ? ["\(path): unknown \(name)"] : errors(value, rest, "\(path).\(name)")
      } ?? []
    default: return []
    }
  }

  private func isOf(_ types: [String], _ node: Node) -> Bool {
    types.contains { type in
      switch (type, node) {
      case ("object", .mapping), ("array", .sequence): true
      case ("number", .scalar(let scalar)): scalar.style == .plain && Double(scalar.string) != nil
      case ("integer", .scalar(let scalar)): scalar.style == .plain && Int(scalar.string) != nil
      case ("boolean", .scalar(let scalar)): ["true", "false"].contains(scalar.string)
      case ("string", .scalar(let scalar)): scalar.style != .plain || Double(scalar.string) == nil
      default: false
      }
    }
  }
}
