// SPDX-License-Identifier: GPL-3.0-or-later

import Wording

extension YAMLNode {
  /// A value as the command line writes it: what begins with a bracket, a brace or a quote is YAML,
  /// anything else is the scalar as it stands.
  ///
  /// - Returns: nil for text that begins like YAML and is none.
  static func given(_ text: String) -> YAMLNode? {
    guard let first = text.first, "[{\"'".contains(first) else {
      return YAMLNode(content: .scalar(text, isQuoted: false), line: 1)
    }
    return try? compose(text, file: "")
  }

  /// Replaces or adds the value at a path such as `demand.daily_mean` or
  /// `service_targets[0].at_least`; missing mappings on the way are made.
  ///
  /// - Returns: whether the path could be followed; an index beyond a list cannot, nor can a path of
  ///   more steps than any file has.
  mutating func set(_ path: String, to value: YAMLNode) -> Bool {
    let steps = YAMLNode.steps(of: path)
    return steps.count <= Self.mostSteps && set(steps[...], to: value)
  }

  /// The first part of a path that the file does not have, from its beginning; nil where it has all.
  func firstMissing(of path: String) -> String? {
    var node = self
    var found = ""
    for step in YAMLNode.steps(of: path) {
      found += step.hasPrefix("[") || found.isEmpty ? String(step) : "." + step
      switch node.content {
      case .mapping(let entries):
        guard let entry = entries.first(where: { $0.key == step }) else { return found }
        node = entry.value
      case .sequence(let items):
        guard let index = Int(step.dropFirst().dropLast()), items.indices.contains(index) else {
          return found
        }
        node = items[index]
      case .scalar: return found
      }
    }
    return nil
  }

  /// Far deeper than the keys of any scenario.
  static let mostSteps = 64

  /// `a.b[2].c` as `a`, `b`, `[2]`, `c`.
  static func steps(of path: String) -> [Substring] {
    path.split(separator: ".").flatMap { part -> [Substring] in
      guard let bracket = part.firstIndex(of: "["), part.hasSuffix("]") else { return [part] }
      let name = part[..<bracket]
      return (name.isEmpty ? [] : [name]) + [part[bracket...]]
    }
  }

  private mutating func set(_ steps: ArraySlice<Substring>, to new: YAMLNode) -> Bool {
    guard let step = steps.first else {
      content = new.content
      return true
    }
    let rest = steps.dropFirst()
    switch content {
    case .sequence(var items):
      guard step.hasPrefix("["), let index = Int(step.dropFirst().dropLast()),
        items.indices.contains(index), items[index].set(rest, to: new)
      else { return false }
      content = .sequence(items)
      return true
    case .mapping(var entries):
      guard !step.hasPrefix("[") else { return false }
      if let index = entries.firstIndex(where: { $0.key == step }) {
        guard entries[index].value.set(rest, to: new) else { return false }
      } else {
        var value = YAMLNode(content: .mapping([]), line: line)
        guard value.set(rest, to: new) else { return false }
        entries.append(Entry(key: String(step), line: line, value: value))
      }
      content = .mapping(entries)
      return true
    case .scalar:
      return false
    }
  }
}
