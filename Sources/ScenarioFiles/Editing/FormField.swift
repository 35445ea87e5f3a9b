// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables

/// One value of a scenario as a form shows it: what it is called, what it may be, and what is written.
package struct FormField: Equatable, Sendable {
  package enum Kind: String, Sendable {
    case number, integer, share, duration, amount
    case choice, flag, date, clock, text
    /// A list or mapping, as YAML in one line.
    case structure
  }

  /// A written number that a slider can move: what is behind it, such as ` min`, stays.
  package struct Slide: Equatable, Sendable {
    package var number: Double
    package var suffix: String
    package var low: Double
    package var high: Double
    package var step: Double
  }

  /// As in `--set`.
  package var path: String
  package var key: String
  package var kind: Kind
  package var help: String
  /// As a planner would write it; nil where there is none.
  package var standard: String?
  package var isRequired: Bool
  /// In the unit in which numbers are written plainly.
  package var minimum: Double?
  package var maximum: Double?
  package var choices: [String]
  /// What the file says, nil where it says nothing.
  package var text: String?
  /// Counted from 1.
  package var line: Int?
  package var slide: Slide?
}

/// Fields that stand together under one key.
package struct FormGroup: Equatable, Sendable {
  package var path: String
  package var key: String
  package var help: String
  package var parts: [FormPart]
}

/// A field, or a group of them.
package indirect enum FormPart: Equatable, Sendable {
  case field(FormField)
  case group(FormGroup)

  /// For a page.
  package var json: JSONValue {
    switch self {
    case .field(let field): field.json
    case .group(let group): group.json
    }
  }
}

extension FormGroup {
  package var json: JSONValue {
    [
      "path": .string(path), "key": .string(key), "help": .string(help),
      "parts": .array(parts.map(\.json)),
    ]
  }

  /// All fields, in order.
  package var fields: [FormField] {
    parts.flatMap { part in
      switch part {
      case .field(let field): [field]
      case .group(let group): group.fields
      }
    }
  }
}

extension FormField {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("path", .string(path)), .init("key", .string(key)),
      .init("kind", .string(kind.rawValue)), .init("help", .string(help)),
      .init("required", .bool(isRequired)),
    ]
    if let standard { members.append(.init("default", .string(standard))) }
    if let minimum { members.append(.init("minimum", .number(minimum))) }
    if let maximum { members.append(.init("maximum", .number(maximum))) }
    if !choices.isEmpty { members.append(.init("choices", .strings(choices))) }
    if let text { members.append(.init("text", .string(text))) }
    if let line { members.append(.init("line", .integer(line))) }
    if let slide {
      members.append(
        .init(
          "slide",
          [
            "number": .number(slide.number), "suffix": .string(slide.suffix),
            "low": .number(slide.low), "high": .number(slide.high), "step": .number(slide.step),
          ]))
    }
    return .object(members)
  }
}
