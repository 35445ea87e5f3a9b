// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Pricing
import Reporting
import ScenarioFiles
import Tables
import Wording

/// What `validate --format json` says of each file.
struct ValidationDocument {
  private var files: [JSONValue] = []
  let language: Language

  init(_ language: Language) { self.language = language }

  mutating func add(_ file: String, _ outcome: ValidateUseCase.Outcome) {
    let kind =
      switch outcome {
      case .contract: "contract"
      case .scenario: "scenario"
      }
    files.append([
      "file": .string(file), "is_valid": .bool(true), "kind": .string(kind), "mistakes": .array([]),
    ])
  }

  mutating func add(_ file: String, _ error: ApplicationError) {
    var mistakes: [JSONValue] = [["line": .null, "path": .null, "text": text(error.sentence())]]
    if case .file(_, .scenario(let problems)) = error {
      mistakes = problems.problems.map { problem in
        [
          "line": .optional(problem.line),
          "path": problem.path.isEmpty ? .null : .string(problem.path),
          "text": text(problem.sentence),
        ]
      }
    }
    files.append([
      "file": .string(file), "is_valid": .bool(false), "kind": .null, "mistakes": .array(mistakes),
    ])
  }

  private func text(_ sentence: Localized) -> JSONValue { .string(sentence[language]) }

  var json: JSONValue {
    ["schema_version": .integer(CSVSchema.version), "files": .array(files)]
  }
}
