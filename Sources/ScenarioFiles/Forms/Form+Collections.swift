// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

extension Form {
  /// A list whose items have one form.
  static func list<Item>(
    of item: Form<Item>, count: ClosedRange<Int> = 0...100_000
  ) -> Form where Value == [Item] {
    let size: Phrase =
      count.lowerBound == count.upperBound
      ? "a list of \(count.lowerBound)"
      : count.lowerBound > 0
        ? "a list of \(count.lowerBound) to \(count.upperBound)"
        : "a list of at most \(count.upperBound)"
    return Form(
      size,
      schema: { builder in
        var schema: JSONValue = ["type": "array", "items": item.schema(builder)]
        if count.lowerBound > 0 {
          schema = schema.with(["minItems": .number(Double(count.lowerBound))])
        }
        schema = schema.with(["maxItems": .number(Double(count.upperBound))])
        return schema
      }
    ) { node, reading in
      guard case .sequence(let nodes) = node.content, count.contains(nodes.count) else {
        if case .sequence(let nodes) = node.content {
          reading.report(found: "a list of \(nodes.count)", allowed: size)
        } else {
          reading.report(found: node.found, allowed: size)
        }
        return nil
      }
      let values = nodes.enumerated().compactMap { index, node in
        reading.item(index, line: node.line) { item.read(node, reading) }
      }
      return values.count == nodes.count ? values : nil
    }
  }

  /// A mapping from names that the planner chooses to values of one form, in the file's order.
  static func named<Item>(
    _ item: Form<Item>, what: Phrase, atLeast least: Int = 1,
    where isName: @escaping @Sendable (String) -> Bool = isPlainName
  ) -> Form where Value == [(String, Item)] {
    let allowed: Phrase = "a mapping of names to \(what)"
    return Form(
      allowed,
      schema: {
        [
          "type": "object", "minProperties": .number(Double(least)),
          "propertyNames": [
            "pattern": .string(namePattern), "not": ["pattern": .string(ReservedName.pattern)],
          ],
          "additionalProperties": item.schema($0),
        ]
      }
    ) { node, reading in
      guard let entries = node.entries, entries.count >= least else {
        reading.report(found: node.found, allowed: allowed)
        return nil
      }
      let values = entries.compactMap { entry -> (String, Item)? in
        reading.under(entry.key, line: entry.line) {
          guard isName(entry.key) else {
            reading.report(
              found: "the name \"\(Harmless.line(entry.key, most: 80))\"",
              allowed:
                "1 to 64 visible characters without blanks, commas, dots, quotes, slashes or brackets, "
                + "the first none of = + - @")
            return nil
          }
          guard !ReservedName.isReserved(entry.key) else {
            reading.report(
              found: "the name \"\(entry.key)\"", allowed: ReservedName.allowed)
            return nil
          }
          return item.read(entry.value, reading).map { (entry.key, $0) }
        }
      }
      return values.count == entries.count ? values : nil
    }
  }

  /// A mapping whose keys are read by a form, such as dates or weekdays.
  static func keyed<Key: Hashable & Sendable, Item>(
    by key: Form<Key>, _ item: Form<Item>
  ) -> Form where Value == [Key: Item] {
    let allowed: Phrase = "a mapping from \(key.allowed)"
    return Form(
      allowed,
      schema: { builder in
        if case .array(let words)? = key.schema(builder)["enum"] {
          let members = words.compactMap { word -> JSONValue.Member? in
            guard case .string(let name) = word else { return nil }
            return JSONValue.Member(name, item.schema(builder))
          }
          return [
            "type": "object", "properties": .object(members), "additionalProperties": false,
          ]
        }
        return ["type": "object", "additionalProperties": item.schema(builder)]
      }
    ) { node, reading in
      guard let entries = node.entries else {
        reading.report(found: node.found, allowed: allowed)
        return nil
      }
      var result: [Key: Item] = [:]
      for entry in entries {
        reading.under(entry.key, line: entry.line) {
          let keyNode = YAMLNode(content: .scalar(entry.key, isQuoted: false), line: entry.line)
          let name = key.read(keyNode, reading)
          let value = item.read(entry.value, reading)
          if let name, let value { result[name] = value }
        }
      }
      return result.count == entries.count ? result : nil
    }
  }
}

/// Whether a name can stand in a path, a CSV column and a command line without quoting.
@Sendable package func isPlainName(_ name: String) -> Bool {
  // Spreadsheets take cells that begin so for formulas.
  // A character may have any number of marks on it.
  name.utf8.count <= 512 && (1...64).contains(name.count) && !name.hasAny(prefix: "=+-@")
    && Harmless.isPlain(name)
    && name.unicodeScalars.allSatisfy { scalar in
      scalar.value > 0x20 && !".,/[]\"'".unicodeScalars.contains(scalar)
        && !scalar.properties.isWhitespace
    }
}

/// What a name may be, as the schema says it.
private let namePattern =
  #"^[^\s.,/\[\]"'=+@"# + hiddenPattern + #"-][^\s.,/\[\]"'"# + hiddenPattern + #"]{0,63}$"#

/// Controls, bidirectional marks and what has no width, in a class of a pattern.
let hiddenPattern =
  #"\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"#

extension String {
  fileprivate func hasAny(prefix characters: String) -> Bool {
    first.map(characters.contains) ?? false
  }
}
