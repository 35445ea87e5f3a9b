// SPDX-License-Identifier: GPL-3.0-or-later

import Plans
import Scenarios
package import Tables
package import Wording

/// The published schema of scenario files, for editors that check and complete while one types.
///
/// It is written by the same forms that read a scenario, so the two cannot disagree.
package enum JSONSchemaDocument {
  /// The schema as a value (JSON Schema, draft 2020-12).
  package static var value: JSONValue {
    let builder = SchemaBuilder()
    let root = Form<PlannedScenario>.scenario.schema(builder)
    return JSONValue.object([
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("title", "Inquiry Planner scenario"),
    ]).with(["$ref": root["$ref"] ?? .null, "$defs": .object(builder.definitions)])
  }

  /// What every form of a scenario allows, in the words of its messages.
  package static var phrases: [Phrase] {
    let builder = SchemaBuilder()
    _ = Form<PlannedScenario>.scenario.schema(builder)
    return builder.phrases
  }

  /// The schema as text, with a final newline.
  package static var text: String { value.text }
}
