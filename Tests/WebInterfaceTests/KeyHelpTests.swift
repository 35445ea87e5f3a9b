// SPDX-License-Identifier: GPL-3.0-or-later

import ScenarioFiles
import Tables
import Testing
import WebInterface
import Wording

struct KeyHelpTests {
  /// Every text that a schema has under `description`.
  private func descriptions(_ value: JSONValue) -> [String] {
    switch value {
    case .object(let members):
      members.flatMap { member -> [String] in
        if member.name == "description", case .string(let text) = member.value { return [text] }
        return descriptions(member.value)
      }
    case .array(let values): values.flatMap(descriptions)
    case .string, .integer, .number, .bool, .null: []
    }
  }

  @Test func `every key of a scenario is explained in Chinese too`() {
    let all = Set(descriptions(JSONSchemaDocument.value))
    #expect(all.count > 250)
    for help in all.sorted() {
      #expect(KeyHelp.of(help, .english) == help)
      #expect(KeyHelp.of(help, .chinese) != help, "\(help)")
    }
  }
}
