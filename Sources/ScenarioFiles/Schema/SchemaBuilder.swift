// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// Collects the named definitions of a JSON Schema while forms describe themselves.
final class SchemaBuilder {
  private(set) var definitions: [JSONValue.Member] = []
  /// What the forms allow, in the words of their messages.
  private(set) var phrases: [Phrase] = []

  func note(_ allowed: Phrase) { phrases.append(allowed) }

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
