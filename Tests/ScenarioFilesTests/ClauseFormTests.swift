// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
import ScenarioFiles
import Testing
import Wording

struct ClauseFormTests {
  @Test(arguments: ClauseKind.allCases)
  func `every kind of clause can be read, and is in schema and key reference`(kind: ClauseKind) {
    var problems: [ScenarioProblem] = []
    do throws(ScenarioFileError) {
      _ = try ContractFile.parse(text: "clauses: [fixed_fee, \(kind.rawValue)]", fileName: "c.yaml")
    } catch {
      problems = error.problems
    }
    // What is left out is told by other words; an unknown kind is told by its own.
    #expect(!problems.contains { $0.found.english.contains(kind.rawValue) })
    #expect(JSONSchemaDocument.text.contains("\"\(kind.rawValue)\""))
    #expect(ScenarioReference.markdown.contains("\(kind.rawValue)"))
  }
}
