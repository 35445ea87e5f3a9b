// SPDX-License-Identifier: GPL-3.0-or-later

/// Changes one value of a scenario's text and leaves every other character where it stands: comments,
/// order and layout are the author's.
package enum ScenarioEdit {
  /// What is meant where a value stands once, behind an anchor, and is used in several places.
  package enum Sharing: String, Sendable {
    /// Nobody was asked yet: refuse.
    case ask
    case everywhere
    /// The place alone, which then has a value of its own.
    case here
  }

  /// The text with the value at a path replaced, or put in where the path is new: behind the last of
  /// the keys that the schema has before it.
  ///
  /// - Parameters:
  ///   - path: As in `--set`: `demand.daily_mean`, `service_targets[0].at_least`.
  ///   - value: As in `--set`: a word as it stands, or YAML in brackets, braces or quotes.
  package static func set(
    _ path: String, to value: String, in text: String, sharing: Sharing = .ask
  ) throws(EditProblem) -> String {
    guard let given = YAMLNode.given(value), !value.contains("\n") else {
      throw .badValue(value)
    }
    guard let root = PlacedYAML(text),
      let before = try? YAMLNode.compose(text, file: "")
    else { throw .notYAML }
    var writer = TextWriter(text, root: root)
    let changed = try writer.set(path, to: value, node: before, sharing: sharing)
    guard let after = try? YAMLNode.compose(changed, file: "") else { throw .unsafe(path) }
    if sharing == .everywhere {
      guard after.at(path)?.isSame(as: given) == true else { throw .unsafe(path) }
    } else {
      var wanted = before
      guard wanted.set(path, to: given) else { throw .noPlace(path) }
      guard after.isSame(as: wanted) else { throw .unsafe(path) }
    }
    return changed
  }

  /// The text with several values set, one after another.
  package static func set(
    _ values: [(path: String, value: String)], in text: String, sharing: Sharing = .ask
  ) throws(EditProblem) -> String {
    var text = text
    for (path, value) in values { text = try set(path, to: value, in: text, sharing: sharing) }
    return text
  }
}

extension YAMLNode {
  /// Whether both say the same, wherever and in whatever order it is written.
  func isSame(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left, let isLeft), .scalar(let right, let isRight)):
      left == right && (isLeft == isRight || !left.isEmpty)
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.isSame(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      left.count == right.count
        && left.allSatisfy { entry in
          right.first { $0.key == entry.key }.map { entry.value.isSame(as: $0.value) } ?? false
        }
    default: false
    }
  }

  /// The value at a path; nil where there is none.
  func at(_ path: String) -> YAMLNode? {
    var node = self
    for step in YAMLNode.steps(of: path) {
      switch node.content {
      case .mapping:
        guard let value = node[String(step)] else { return nil }
        node = value
      case .sequence(let items):
        guard let index = Int(step.dropFirst().dropLast()), items.indices.contains(index) else {
          return nil
        }
        node = items[index]
      case .scalar: return nil
      }
    }
    return node
  }
}
