// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Yams

extension YAMLNode {
  /// Files beyond this many values are refused: aliases of aliases could grow without end.
  static let valueLimit = 200_000

  /// Reads one YAML document.
  static func compose(_ text: String, file: String) throws(ScenarioFileError) -> YAMLNode {
    try YAMLScan.check(text, file: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch let error as YamlError {
      throw ScenarioFileError([problem(error, in: text, file: file)])
    } catch {
      throw ScenarioFileError([
        ScenarioProblem(file: file, found: "text that is not YAML", allowed: "one YAML mapping")
      ])
    }
    guard let root else {
      throw ScenarioFileError([
        ScenarioProblem(
          file: file, line: 1, found: "an empty file", allowed: "a mapping of scenario keys")
      ])
    }
    var converter = Converter(file: file)
    let node = converter.convert(root)
    guard converter.problems.isEmpty else { throw ScenarioFileError(converter.problems) }
    return node
  }

  private static func problem(_ error: YamlError, in text: String, file: String) -> ScenarioProblem
  {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let line = lines.indices.contains(mark.line - 1) ? lines[mark.line - 1] : ""
      if line.prefix(while: { $0 == " " || $0 == "\t" }).contains("\t") {
        return ScenarioProblem(
          file: file, line: mark.line, found: "a tab in the indentation", allowed: "spaces only")
      }
      if problem.contains("nesting level") {
        return ScenarioProblem(
          file: file, line: mark.line, found: "more than \(YAMLScan.depthLimit) levels",
          allowed: "at most that")
      }
      return ScenarioProblem(
        file: file, line: mark.line, found: "text that is not YAML (\(problem))",
        allowed: "\"key: value\" lines, indented by spaces")
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      let second = secondLine(of: key, after: context.mark, in: text)
      return ScenarioProblem(
        file: file, line: second ?? context.mark.line, path: key,
        found: "a key written twice (first on line \(context.mark.line))", allowed: "each key once")
    case .reader(let problem, _, _, _):
      return ScenarioProblem(
        file: file, line: firstControl(in: text),
        found: "characters that YAML does not have (\(problem))", allowed: "UTF-8 text")
    default:
      return ScenarioProblem(
        file: file, found: "text that is not YAML", allowed: "one YAML mapping")
    }
  }

  /// The line of the first character that no text file has; the first line if there is none.
  private static func firstControl(in text: String) -> Int {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      let isAllowed = scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{85}"
      if scalar.properties.generalCategory == .control, !isAllowed { return line }
    }
    return 1
  }

  /// The line where the key stands again at the column of its first occurrence.
  private static func secondLine(of key: String, after mark: Mark, in text: String) -> Int? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.dropFirst(mark.line).first { index in
      lines[index].dropFirst(mark.column - 1).hasPrefix(key + ":")
        && lines[index].prefix(mark.column - 1).allSatisfy { $0 == " " || $0 == "-" }
    }.map { $0 + 1 }
  }
}

private struct Converter {
  let file: String
  var problems: [ScenarioProblem] = []
  private var count = 0

  init(file: String) { self.file = file }

  mutating func convert(_ node: Node) -> YAMLNode {
    let line = node.mark?.line ?? 1
    count += 1
    guard count <= YAMLNode.valueLimit else {
      if count == YAMLNode.valueLimit + 1 {
        problems.append(
          ScenarioProblem(
            file: file, line: line, found: "more than \(YAMLNode.valueLimit) values",
            allowed: "fewer; give long records as a CSV file under demand.history"))
      }
      return YAMLNode(content: .sequence([]), line: line)
    }
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style != .plain && scalar.style != .any
      let text = scalar.string == "~" || scalar.string == "null" ? "" : scalar.string
      return YAMLNode(
        content: .scalar(isQuoted ? scalar.string : text, isQuoted: isQuoted), line: line)
    case .sequence(let sequence):
      return YAMLNode(content: .sequence(sequence.map { convert($0) }), line: line)
    case .mapping(let mapping):
      return YAMLNode(content: .mapping(entries(of: mapping)), line: line)
    case .alias:
      problems.append(
        ScenarioProblem(
          file: file, line: line, found: "an alias without its anchor",
          allowed: "&name before *name"))
      return YAMLNode(content: .sequence([]), line: line)
    }
  }

  /// The entries of a mapping; those under `<<` are merged in, the mapping's own keys winning.
  private mutating func entries(of mapping: Node.Mapping) -> [YAMLNode.Entry] {
    var own: [YAMLNode.Entry] = []
    var merged: [YAMLNode.Entry] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        problems.append(
          ScenarioProblem(
            file: file, line: key.mark?.line, found: "a list or mapping as a key",
            allowed: "a word as a key"))
        continue
      }
      let node = convert(value)
      if scalar.string == "<<" {
        let items: [YAMLNode] =
          if case .sequence(let items) = node.content { items } else { [node] }
        if let odd = items.first(where: { $0.entries == nil }) {
          problems.append(
            ScenarioProblem(
              file: file, line: odd.line, path: "<<", found: odd.found,
              allowed: "a mapping, or a list of mappings"))
        }
        merged += items.flatMap { $0.entries ?? [] }
      } else {
        own.append(
          YAMLNode.Entry(key: scalar.string, line: key.mark?.line ?? node.line, value: node))
      }
    }
    var keys = Set(own.map(\.key))
    for entry in merged where keys.insert(entry.key).inserted { own.append(entry) }
    return own
  }
}
