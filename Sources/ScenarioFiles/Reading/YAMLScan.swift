// SPDX-License-Identifier: GPL-3.0-or-later

import CYaml
import Wording

/// Looks through a YAML text event by event before anything is made of it.
///
/// A few hundred bytes of aliases can stand for more values than any machine holds; here an alias is
/// a number that is added. What the composer could not bear is refused: too many values, too many
/// levels, keys that are no words.
struct YAMLScan {
  /// Lists and mappings inside each other.
  static let depthLimit = 100

  private let file: String
  private var open: [Collection] = []
  private var valueCount = 0
  /// Values that stand for each anchor; 0 for that of a word.
  private var anchors: [String: Int] = [:]

  private struct Collection {
    let isMapping: Bool
    let anchor: String?
    /// Values before it.
    let before: Int
    var awaitsKey: Bool
  }

  /// - Throws: The first thing that may not be; text that is not YAML is left to the composer.
  static func check(_ text: String, file: String) throws(ScenarioFileError) {
    var scan = YAMLScan(file: file)
    var problem: ScenarioProblem?
    var text = text
    text.withUTF8 { bytes in
      var parser = yaml_parser_t()
      yaml_parser_initialize(&parser)
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      var isAtEnd = false
      while !isAtEnd, problem == nil {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return }
        defer { yaml_event_delete(&event) }
        isAtEnd = event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT
        problem = scan.take(event)
      }
    }
    if let problem { throw ScenarioFileError([problem]) }
  }

  private init(file: String) { self.file = file }

  private mutating func take(_ event: yaml_event_t) -> ScenarioProblem? {
    let line = Int(event.start_mark.line) + 1
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      if let name = Self.text(scalar.anchor) { anchors[name] = 0 }
      return node(1, isWord: true, tag: Self.text(scalar.tag), line)
    case YAML_ALIAS_EVENT:
      let size = Self.text(event.data.alias.anchor).flatMap { anchors[$0] } ?? 0
      return node(max(1, size), isWord: size == 0, tag: nil, line)
    case YAML_SEQUENCE_START_EVENT:
      let start = event.data.sequence_start
      return begin(false, Self.text(start.anchor), tag: Self.text(start.tag), line)
    case YAML_MAPPING_START_EVENT:
      let start = event.data.mapping_start
      return begin(true, Self.text(start.anchor), tag: Self.text(start.tag), line)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      end()
      return nil
    default:
      return nil
    }
  }

  private mutating func begin(
    _ isMapping: Bool, _ anchor: String?, tag: String?, _ line: Int
  ) -> ScenarioProblem? {
    let before = valueCount
    if let problem = node(1, isWord: false, tag: tag, line) { return problem }
    open.append(
      Collection(isMapping: isMapping, anchor: anchor, before: before, awaitsKey: isMapping))
    guard open.count <= Self.depthLimit else {
      return ScenarioProblem(
        file: file, line: line, found: "more than \(Self.depthLimit) levels",
        allowed: "at most that")
    }
    return nil
  }

  private mutating func end() {
    guard let ended = open.popLast() else { return }
    if let anchor = ended.anchor { anchors[anchor] = valueCount - ended.before }
  }

  /// Counts what stands as a value; a key is none, and must be a word.
  private mutating func node(
    _ size: Int, isWord: Bool, tag: String?, _ line: Int
  ) -> ScenarioProblem? {
    if let tag, !Self.knownTags.contains(tag) {
      return ScenarioProblem(
        file: file, line: line, found: "the tag \(Harmless.line(tag, most: 60))",
        allowed: "values without a tag")
    }
    let isKey = open.last?.awaitsKey ?? false
    if open.last?.isMapping == true { open[open.count - 1].awaitsKey.toggle() }
    if isKey {
      return isWord
        ? nil
        : ScenarioProblem(
          file: file, line: line, found: "a list or mapping as a key", allowed: "a word as a key")
    }
    // No sum of these can be too large: the text has fewer values than bytes, and each adds at most
    // what the limit let pass before.
    valueCount += size
    guard valueCount <= YAMLNode.valueLimit else {
      return ScenarioProblem(
        file: file, line: line, found: "more than \(YAMLNode.valueLimit) values",
        allowed: "fewer; give long records as a CSV file under demand.history")
    }
    return nil
  }

  private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(decodingCString: $0, as: UTF8.self) }
  }

  /// Tags of what is read anyway, in full.
  private static let knownTags: Set<String> = Set(
    ["str", "int", "float", "bool", "null", "timestamp", "seq", "map"].map {
      "tag:yaml.org,2002:" + $0
    } + ["!"])
}
