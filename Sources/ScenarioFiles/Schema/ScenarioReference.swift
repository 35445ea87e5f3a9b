// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

/// The reference of scenario keys as Markdown, told by the schema that the reader's own forms write.
package enum ScenarioReference {
  /// The whole page, with a final newline.
  package static var markdown: String {
    markdown(of: JSONSchemaDocument.value)
  }

  static func markdown(of schema: JSONValue) -> String {
    guard case .object(let definitions)? = schema["$defs"] else { return head }
    let contents = definitions.map { "[\($0.name)](#\($0.name))" }.joined(separator: " · ")
    let sections = definitions.map { section($0.name, $0.value) }
    return head + "\n" + contents + "\n" + sections.map { "\n" + $0 }.joined()
  }

  private static let head = """
    # The keys of a scenario file

    Written by `inquiry reference keys` from the forms that read scenario files. A file is one mapping with
    the keys of [scenario](#scenario); every other section is a part of it. JSON is read as well, as YAML
    includes it. `inquiry init` writes a commented file to start from, and `inquiry schema` the same facts
    for editors. An unknown key is refused.

    | written as | examples |
    |---|---|
    | a duration: a number of seconds, or with a unit | `480`, `480 s`, `8 min`, `2 h`, `1 d` |
    | a share: a part of one, or per cent | `0.05`, `5 %` |
    | yuan, exact | `5000`, `0.90`, `160000 yuan` |
    | a date; several days | `2026-11-11`; `2026-10-15/2026-11-20`, both ends included |
    | a clock time; a stretch of the day | `09:00`, `24:00`; `16:00-24:00`, past midnight as `20:00-26:00` |
    | an instant on the shop's clock | `2026-10-20 20:00` |

    """

  /// One definition: a table of keys, or one table for each of its kinds.
  private static func section(_ name: String, _ schema: JSONValue) -> String {
    guard case .array(let variants)? = schema["oneOf"] else {
      return "## \(name)\n\n" + table(of: schema)
    }
    var text = "## \(name)\n"
    for variant in variants {
      text += "\n### \(tag(of: variant).map { "`\($0.name): \($0.word)`" } ?? name)\n\n"
      text += table(of: variant)
    }
    return text
  }

  private static func table(of schema: JSONValue) -> String {
    guard case .object(let properties)? = schema["properties"] else { return "" }
    let tag = tag(of: schema)?.name
    let keys = properties.filter { $0.name != tag }
    if keys.isEmpty { return "No further keys.\n" }
    var required: [JSONValue] = []
    if case .array(let names)? = schema["required"] { required = names }
    let rows = keys.map { key -> String in
      let isRequired = required.contains(.string(key.name))
      let standard =
        isRequired ? "required" : key.value["default"].map { "`\(SchemaPhrase.inline($0))`" } ?? ""
      var meaning = ""
      if case .string(let text)? = key.value["description"] { meaning = text }
      return "| `\(key.name)` | \(SchemaPhrase.of(key.value)) | \(standard) | \(meaning) |"
    }
    let head = ["| key | value | default | meaning |", "|---|---|---|---|"]
    return (head + rows).joined(separator: "\n") + "\n"
  }

  /// The key whose one allowed word tells the kinds of a mapping apart.
  private static func tag(of schema: JSONValue) -> (name: String, word: String)? {
    guard case .object(let properties)? = schema["properties"] else { return nil }
    for property in properties {
      if case .string(let word)? = property.value["const"] { return (property.name, word) }
    }
    return nil
  }
}
