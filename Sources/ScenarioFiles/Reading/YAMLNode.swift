// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// A value of a YAML file as it was written: scalars stay text, so that `20:00` is a clock time and
/// not the number 1200 that YAML 1.1 makes of it.
struct YAMLNode: Equatable, Sendable {
  enum Content: Equatable, Sendable {
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  struct Entry: Equatable, Sendable {
    var key: String
    var line: Int
    var value: YAMLNode
  }

  var content: Content
  /// Counted from 1.
  var line: Int

  /// The text of a scalar; nil for lists, mappings and an empty value.
  var text: String? {
    guard case .scalar(let text, let isQuoted) = content else { return nil }
    return text.isEmpty && !isQuoted ? nil : text
  }

  var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What stands here, in the words of a message.
  var found: Phrase {
    switch content {
    case .scalar(let text, let isQuoted):
      if text.isEmpty, !isQuoted { return "nothing" }
      let short = Harmless.line(text, most: 58)
      return .verbatim(isQuoted || short.contains(" ") ? "\"\(short)\"" : short)
    case .sequence(let items): return items.isEmpty ? "an empty list" : "a list"
    case .mapping(let entries): return entries.isEmpty ? "an empty mapping" : "a mapping"
    }
  }
}
