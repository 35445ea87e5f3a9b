// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
import Wording

extension Form {
  /// A mapping with fixed keys; `build` asks for all of them.
  static func object(
    _ title: String, _ build: @escaping @Sendable (Fields) -> Value?
  ) -> Form {
    let allowed: Phrase = "a mapping (\(title.replacing("_", with: " ")))"
    return Form(
      allowed,
      schema: { builder in
        builder.definition(title) {
          let fields = Fields(describingFor: builder)
          _ = build(fields)
          return fields.objectSchema
        }
      }
    ) { node, reading in
      guard node.entries != nil else {
        reading.report(found: node.found, allowed: allowed)
        return nil
      }
      let fields = Fields(node, reading)
      let value = build(fields)
      fields.refuseUnknownKeys()
      return value
    }
  }

  /// A mapping whose other keys depend on the word under `tag`.
  static func variants(
    _ title: String, by tag: String,
    _ variants: [(word: String, build: @Sendable (Fields) -> Value?)]
  ) -> Form {
    let words = variants.map(\.word)
    let allowed: Phrase = "a mapping with \(tag): \(words.joined(separator: ", "))"
    return Form(
      allowed,
      schema: { builder in
        builder.definition(title) {
          let cases = variants.map { variant -> JSONValue in
            let fields = Fields(describingFor: builder)
            let constant = Form<String>("", schema: { _ in ["const": .string(variant.word)] }) {
              _, _ in nil
            }
            _ = fields.required(tag, constant, "Which kind.")
            _ = variant.build(fields)
            return fields.objectSchema
          }
          return ["oneOf": .array(cases)]
        }
      }
    ) { node, reading in
      guard let tagNode = node[tag] else {
        reading.report(found: node.entries == nil ? node.found : "no key \(tag)", allowed: allowed)
        return nil
      }
      guard let variant = variants.first(where: { $0.word == tagNode.text }) else {
        reading.under(tag, line: tagNode.line) {
          reading.report(
            found: tagNode.found, allowed: .verbatim(words.joined(separator: ", ")),
            suggestion: tagNode.text.flatMap { nearestName(to: $0, among: words) })
        }
        return nil
      }
      let fields = Fields(node, reading)
      _ = fields.optional(tag, Form<String>.text, "")
      let value = variant.build(fields)
      fields.refuseUnknownKeys()
      return value
    }
  }

  /// A mapping that has a key in one form, anything else in another.
  static func having(_ key: String, _ form: Form, orElse other: Form) -> Form {
    Form(
      "\(other.allowed), or with \(key)",
      schema: { ["anyOf": [form.schema($0), other.schema($0)]] }
    ) { node, reading in
      node[key] == nil ? other.read(node, reading) : form.read(node, reading)
    }
  }
}
