// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// One mistake in a scenario: where it is, what was found, what is allowed.
package struct ScenarioProblem: Equatable, Sendable {
  package var file: String
  /// Counted from 1; nil where no line is to blame: a file that cannot be opened, a value that the
  /// command line sets.
  package var line: Int?
  /// Dotted path of keys, as in `agent_groups.late.chat_limit`; empty for the file as a whole.
  package var path: String
  package var found: Phrase
  package var allowed: Phrase
  /// The nearest valid name, where a name was misspelled.
  package var suggestion: String?

  package init(
    file: String, line: Int? = nil, path: String = "", found: Phrase, allowed: Phrase,
    suggestion: String? = nil
  ) {
    self.file = file
    self.line = line
    self.path = path
    self.found = found
    self.allowed = allowed
    self.suggestion = suggestion
  }
}

extension ScenarioProblem: CustomStringConvertible {
  /// `scenario.yaml:41: agent_groups.late.chat_limit: found 0, allowed 1 to 64.`
  package var description: String {
    let place = line.map { "\(file):\($0): " } ?? "\(file): "
    let subject = path.isEmpty ? "" : "\(path): "
    let question = suggestion.map { " Did you mean \($0)?" } ?? ""
    return "\(place)\(subject)found \(found.english), allowed \(allowed.english).\(question)"
  }
}

/// A scenario file that cannot be used, with every mistake that could be seen at once.
package struct ScenarioFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// In the order of the file; never empty.
  package var problems: [ScenarioProblem]

  package init(_ problems: [ScenarioProblem]) {
    self.problems = problems
  }

  /// One line for each problem.
  package var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
