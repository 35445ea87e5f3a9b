// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

/// Well-formed XML, built element by element: names are closed and text is escaped by construction.
package struct Markup: Equatable, Sendable {
  package private(set) var text = ""

  package init() {}

  /// An element with a body.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ body: (inout Markup) -> Void
  ) {
    open(name, attributes)
    var inner = Markup()
    body(&inner)
    text += ">" + inner.text + "</\(name)>"
    if Self.blocks.contains(name) { text += "\n" }
  }

  /// An element that holds plain text.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String
  ) {
    element(name, attributes) { $0.append(content) }
  }

  /// An element without a body.
  package mutating func element(
    empty name: String, _ attributes: KeyValuePairs<String, String> = [:]
  ) {
    open(name, attributes)
    text += "/>"
  }

  package mutating func append(_ content: String) { text += Self.escape(content) }
  package mutating func append(_ markup: Markup) { text += markup.text }

  /// Text of which no character can end an element or an attribute; what XML forbids and what would
  /// hide or turn the text around it is shown as an escape.
  package static func escape(_ content: String) -> String {
    var escaped = ""
    for scalar in Harmless.lines(content).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<" + name
    for (key, value) in attributes { text += " \(key)=\"\(Self.escape(value))\"" }
  }

  private static let blocks: Set = [
    "p", "tr", "table", "section", "h1", "h2", "li", "svg", "figure", "head", "body", "header",
    "footer", "g", "thead", "tbody", "ul",
  ]
}
