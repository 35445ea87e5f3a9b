// SPDX-License-Identifier: GPL-3.0-or-later

/// Collects the named definitions of a JSON Schema while forms describe themselves.
final class SchemaBuilder {
  private(set) var definitions: [JSONValue.Member] = []

  /// A reference to the named definition, which is made at its first use.
  func definition(_ name: String, _ body: () -> JSONValue) -> JSONValue {
    if !definitions.contains(where: { $0.name == name }) {
      definitions.append(JSONValue.Member(name, .null))
      let value = body()
      if let index = definitions.firstIndex(where: { $0.name == name }) {
        definitions[index].value = value
      }
    }
    return ["$ref": .string("#/$defs/\(name)")]
  }
}
