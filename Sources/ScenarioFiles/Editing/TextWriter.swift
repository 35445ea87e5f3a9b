// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the place of a value in a YAML text and writes another one there.
struct TextWriter {
  private var scalars: [Unicode.Scalar]
  private let root: PlacedYAML
  private let anchors: [String: PlacedYAML]

  init(_ text: String, root: PlacedYAML) {
    scalars = Array(text.unicodeScalars)
    self.root = root
    anchors = root.anchors
  }

  /// A value on the way to a path.
  private struct Step {
    var value: PlacedYAML
    var isInFlow: Bool
    /// The anchor through which it was reached, or that it bears.
    var anchor: String?
  }

  mutating func set(
    _ path: String, to value: String, node: YAMLNode, sharing: ScenarioEdit.Sharing
  ) throws(EditProblem) -> String {
    let steps = YAMLNode.steps(of: path)
    guard !steps.isEmpty, steps.count <= YAMLNode.mostSteps else { throw .noPlace(path) }
    var at = Step(value: root, isInFlow: false, anchor: root.anchor)
    for (depth, step) in steps.enumerated() {
      // What lies below an alias stands elsewhere; a whole alias can be replaced where it stands.
      if case .alias(let name) = at.value.content {
        guard sharing == .everywhere, let target = anchors[name] else {
          if sharing == .ask { throw shared(path, name) }
          throw .noPlace(path)
        }
        at = Step(value: target, isInFlow: target.isFlow, anchor: name)
      }
      switch at.value.content {
      case .list(let items, let isFlow):
        guard step.hasPrefix("["), let index = Int(step.dropFirst().dropLast()),
          items.indices.contains(index)
        else { throw .noPlace(path) }
        at = Step(
          value: items[index], isInFlow: at.isInFlow || isFlow,
          anchor: items[index].anchor ?? at.anchor)
      case .mapping(let entries, let isFlow):
        guard !step.hasPrefix("[") else { throw .noPlace(path) }
        if let entry = entries.last(where: { $0.key == step }) {
          at = Step(
            value: entry.value, isInFlow: at.isInFlow || isFlow,
            anchor: entry.value.anchor ?? at.anchor)
        } else {
          try ask(at.anchor, path, sharing)
          let above = steps[..<depth].reduce("") {
            $1.hasPrefix("[") || $0.isEmpty ? $0 + $1 : $0 + "." + $1
          }
          let order = ScenarioKeys.order(above, in: node)
          return insert(
            String(step), rest: steps[(depth + 1)...], value, into: at, entries, order: order)
        }
      case .word:
        // An empty value becomes a mapping of what is set in it.
        guard at.value.place.isEmpty, !step.hasPrefix("[") else { throw .noPlace(path) }
        try ask(at.anchor, path, sharing)
        return replace(at.value, by: Self.nested(steps[depth...], value))
      case .alias: throw .noPlace(path)
      }
    }
    if case .alias(let name) = at.value.content {
      switch sharing {
      case .ask: throw shared(path, name)
      case .here: return replace(at.value, by: rendered(value, at, isPlain: true))
      case .everywhere:
        guard let target = anchors[name] else { throw .noPlace(path) }
        at = Step(value: target, isInFlow: true, anchor: name)
      }
    } else {
      try ask(at.anchor, path, sharing)
    }
    var isPlain = true
    if case .word(let plain) = at.value.content, !at.value.place.isEmpty { isPlain = plain }
    return replace(at.value, by: rendered(value, at, isPlain: isPlain))
  }

  private func shared(_ path: String, _ name: String) -> EditProblem {
    .shared(path: path, anchor: name, places: root.uses(of: name) + 1)
  }

  private func ask(
    _ anchor: String?, _ path: String, _ sharing: ScenarioEdit.Sharing
  ) throws(EditProblem) {
    guard sharing != .everywhere, let anchor, root.uses(of: anchor) > 0 else { return }
    // Where the anchor itself stands, a value of its own would take the others' away.
    throw shared(path, anchor)
  }

  private func rendered(_ value: String, _ at: Step, isPlain: Bool) -> String {
    if let first = value.first, "[{\"'".contains(first) { return value }
    return Self.word(value, isPlain: isPlain, isInFlow: at.isInFlow)
  }

  private func replace(_ old: PlacedYAML, by new: String) -> String {
    var place = old.place
    // A block value ends where the next begins; what stands between stays.
    if case .word = old.content {} else { place = place.lowerBound..<old.end }
    var new = new
    if place.isEmpty {
      if place.lowerBound > 0, scalars[place.lowerBound - 1] != " " { new = " " + new }
    } else if scalars[place.upperBound - 1] == "\n" {
      // A text of several lines takes its line end along.
      new += "\n"
    } else if isAtLineStart(place.lowerBound), let colon = lineEndBehindKey(place.lowerBound) {
      // A block below its key comes to stand behind the key.
      return write(" " + new, over: colon..<place.upperBound)
    }
    return write(new, over: place)
  }

  private func isAtLineStart(_ place: Int) -> Bool {
    var index = place - 1
    while index >= 0, scalars[index] == " " { index -= 1 }
    return index < 0 || scalars[index] == "\n"
  }

  /// The end of a key's line, `key:`, where nothing but blanks lies between it and the place.
  private func lineEndBehindKey(_ place: Int) -> Int? {
    var index = place - 1
    while index >= 0, scalars[index] == " " || scalars[index] == "\n" || scalars[index] == "\r" {
      index -= 1
    }
    return index >= 0 && scalars[index] == ":" ? index + 1 : nil
  }

  private func write(_ new: String, over place: Range<Int>) -> String {
    var result = String.UnicodeScalarView(scalars[..<place.lowerBound])
    result.append(contentsOf: new.unicodeScalars)
    result.append(contentsOf: scalars[place.upperBound...])
    return String(result)
  }

  // MARK: New keys

  private func insert(
    _ key: String, rest: ArraySlice<Substring>, _ value: String, into at: Step,
    _ entries: [PlacedYAML.Entry], order: [String]
  ) -> String {
    let isFlow = at.value.isFlow || at.isInFlow
    let words = rest.isEmpty ? Self.value(value, isInFlow: isFlow) : Self.nested(rest, value)
    let new = Self.word(key, isPlain: true, isInFlow: true) + ": " + words
    let rank = order.firstIndex(of: key) ?? order.count
    let before = entries.last { (order.firstIndex(of: $0.key) ?? order.count) <= rank }
    guard !at.value.isFlow else {
      guard let before else {
        let start = at.value.place.lowerBound + 1
        return write(entries.isEmpty ? new : new + ", ", over: start..<start)
      }
      return write(", " + new, over: before.value.end..<before.value.end)
    }
    let indent = String(
      repeating: " ", count: entries.first.map { column($0.place.lowerBound) } ?? 0)
    guard let before else {
      let start = entries.first?.place.lowerBound ?? at.value.place.lowerBound
      return write(new + "\n" + indent, over: start..<start)
    }
    var end = before.value.end
    // A text of several lines ends behind its last line end.
    while end > before.value.place.lowerBound, end > 0, scalars[end - 1] == "\n" { end -= 1 }
    while end < scalars.count, scalars[end] != "\n" { end += 1 }
    return write("\n" + indent + new, over: end..<end)
  }

  private func column(_ place: Int) -> Int {
    var start = place
    while start > 0, scalars[start - 1] != "\n" { start -= 1 }
    return place - start
  }

  private static func nested(_ steps: ArraySlice<Substring>, _ value: String) -> String {
    guard let step = steps.first else { return Self.value(value, isInFlow: true) }
    return "{\(word(String(step), isPlain: true, isInFlow: true)): "
      + nested(steps.dropFirst(), value) + "}"
  }

  private static func value(_ value: String, isInFlow: Bool) -> String {
    if let first = value.first, "[{\"'".contains(first) { return value }
    return word(value, isPlain: true, isInFlow: isInFlow)
  }

  /// A word as YAML reads it back: plain where that is safe and wanted, else in quotation marks.
  static func word(_ text: String, isPlain: Bool, isInFlow: Bool) -> String {
    if text.isEmpty { return "\"\"" }
    let line = isInFlow ? "{k: \(text)}" : "k: \(text)"
    if isPlain, let node = try? YAMLNode.compose(line, file: ""), node.entries?.count == 1,
      node["k"]?.content == .scalar(text, isQuoted: false)
    {
      return text
    }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
