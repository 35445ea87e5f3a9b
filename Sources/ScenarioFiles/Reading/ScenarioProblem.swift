// SPDX-License-Identifier: GPL-3.0-or-later

package import Wording

/// One mistake in a scenario: where it is, what was found, what is allowed.
package struct ScenarioProblem: Hashable, Sendable {
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
    let subject = shownPath.isEmpty ? "" : "\(shownPath): "
    let question = suggestion.map { " Did you mean \($0)?" } ?? ""
    return "\(place)\(subject)found \(found.english), allowed \(allowed.english).\(question)"
  }
}

extension ScenarioProblem {
  /// The path for a message: it has the file's own names in it, which may be anything.
  package var shownPath: String { Harmless.line(path, most: 200) }
}

/// A scenario file that cannot be used, with the mistakes that could be seen at once.
package struct ScenarioFileError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The first, in the order of the file; never empty.
  package let problems: [ScenarioProblem]
  /// Problems that are not among them.
  package let further: Int

  /// Problems that are told one by one.
  private static let most = 20

  package init(_ problems: [ScenarioProblem], further: Int = 0) {
    self.problems = Array(problems.prefix(Self.most))
    self.further = further + problems.count - self.problems.count
  }

  /// One line for each problem, and one for those that are left out.
  package var description: String {
    let lines = problems.map(\.description) + (further > 0 ? ["… and \(further) more."] : [])
    return lines.joined(separator: "\n")
  }
}
