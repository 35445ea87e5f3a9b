// SPDX-License-Identifier: GPL-3.0-or-later

import Tables
package import Wording

/// What somebody writes to ask for a study: a scenario and what is varied in it.
package struct GridFile: Equatable, Sendable {
  /// The values that a key takes.
  package enum Values: Equatable, Sendable {
    /// As `--set` has them: `a,b,c`, `200..800/100` or a single value.
    case written(String)
    /// One for each item of a list.
    case list([String])
  }

  package struct Axis: Equatable, Sendable {
    package var path: String
    package var values: Values
  }

  /// Points written one by one: of each the keys that it sets.
  package enum Points: Equatable, Sendable {
    case written([[Setting]])
    /// A CSV file whose header has the keys.
    case file(String)
  }

  package struct Setting: Equatable, Sendable {
    package var path: String
    package var value: String
  }

  package struct Range: Equatable, Sendable {
    package var path: String
    package var from: Double
    package var to: Double
    /// Decimal places; nil for none where both ends are whole, else four.
    package var places: Int?
  }

  package struct Hypercube: Equatable, Sendable {
    package var points: Int
    package var seed: UInt64
    package var ranges: [Range]
  }

  package struct Precision: Equatable, Sendable {
    package var measure: String
    package var relative: Double
    package var most: Int
  }

  /// Path of the scenario, from the grid's folder unless it begins with a slash.
  package var scenario: String
  package var settings: [Setting]
  package var points: Points?
  package var hypercube: Hypercube?
  package var axes: [Axis]
  package var replications: Int?
  package var seed: UInt64?
  package var precision: Precision?
  /// Keys of the measures that are wanted; nil for the usual ones.
  package var measures: [String]?
  /// Plans that are wanted; nil for all.
  package var plans: [String]?

  /// Reads and checks the text of a grid.
  ///
  /// - Throws: every problem that could be seen at once.
  package static func parse(text: String, path: String) throws(ScenarioFileError) -> GridFile {
    let root = try YAMLNode.compose(text, file: path)
    let reading = Reading(file: path, baseDirectory: "")
    guard let grid = Form<GridFile>.grid.read(root, reading), reading.problems.isEmpty else {
      throw reading.error
    }
    return grid
  }

  /// What its forms allow, in the words of their messages.
  package static var phrases: [Phrase] {
    let builder = SchemaBuilder()
    _ = Form<GridFile>.grid.schema(builder)
    return builder.phrases
  }

  /// Its keys, for the reference.
  package static var keys: [(key: String, isRequired: Bool, summary: String)] {
    let fields = Fields(describingFor: SchemaBuilder())
    _ = Form<GridFile>.build(fields)
    return fields.keys.map { ($0.name, $0.isRequired, $0.summary) }
  }
}
