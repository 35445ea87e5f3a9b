// SPDX-License-Identifier: GPL-3.0-or-later

import CYaml

/// A YAML text with the place of every value, so that one value can be changed and all else stays.
///
/// Places are offsets in Unicode scalars, as libyaml counts them.
struct PlacedYAML {
  indirect enum Content {
    case word(isPlain: Bool)
    case list([PlacedYAML], isFlow: Bool)
    case mapping([Entry], isFlow: Bool)
    case alias(String)
  }

  struct Entry {
    var key: String
    var place: Range<Int>
    var value: PlacedYAML
  }

  var content: Content
  /// The value without its anchor and tag.
  var place: Range<Int>
  var anchor: String?

  /// Where what is written of the value ends; a block ends with its last word, before the comments
  /// and blank lines that follow it.
  var end: Int {
    switch content {
    case .word, .alias: place.upperBound
    case .list(let items, let isFlow):
      isFlow ? place.upperBound : items.last?.end ?? place.upperBound
    case .mapping(let entries, let isFlow):
      isFlow ? place.upperBound : entries.last?.value.end ?? place.upperBound
    }
  }

  var entries: [Entry]? { if case .mapping(let entries, _) = content { entries } else { nil } }
  var isFlow: Bool {
    switch content {
    case .list(_, let isFlow), .mapping(_, let isFlow): isFlow
    case .word, .alias: false
    }
  }

  /// The first document of the text; nil for text that is not YAML, or that holds more than a scenario
  /// may.
  init?(_ text: String) {
    guard (try? YAMLScan.check(text, file: "")) != nil, let root = Parser(text).document() else {
      return nil
    }
    self = root
  }

  fileprivate init(_ content: Content, _ place: Range<Int>, anchor: String?) {
    self.content = content
    self.place = place
    self.anchor = anchor
  }

  /// What anchors name, by name; of several the last.
  var anchors: [String: PlacedYAML] {
    var found: [String: PlacedYAML] = [:]
    visit { if let name = $0.anchor { found[name] = $0 } }
    return found
  }

  /// How often an anchor is used beside the place where it stands.
  func uses(of anchor: String) -> Int {
    var count = 0
    visit { if case .alias(anchor) = $0.content { count += 1 } }
    return count
  }

  private func visit(_ body: (PlacedYAML) -> Void) {
    body(self)
    switch content {
    case .word, .alias: break
    case .list(let items, _): for item in items { item.visit(body) }
    case .mapping(let entries, _): for entry in entries { entry.value.visit(body) }
    }
  }

  /// Reads libyaml's events into a tree.
  private final class Parser {
    private let scalars: [Unicode.Scalar]
    private var bytes: [UInt8]
    private var parser = yaml_parser_t()

    init(_ text: String) {
      scalars = Array(text.unicodeScalars)
      bytes = Array(text.utf8)
    }

    func document() -> PlacedYAML? {
      bytes.withUnsafeBufferPointer { buffer in
        yaml_parser_initialize(&parser)
        defer { yaml_parser_delete(&parser) }
        yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
        while let event = next() {
          defer { dispose(event) }
          switch event.type {
          case YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT: continue
          default: return node(event)
          }
        }
        return nil
      }
    }

    private func next() -> yaml_event_t? {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else { return nil }
      return event
    }

    private func dispose(_ event: yaml_event_t) {
      var event = event
      yaml_event_delete(&event)
    }

    private func node(_ event: yaml_event_t) -> PlacedYAML? {
      let (start, end) = (Int(event.start_mark.index), Int(event.end_mark.index))
      switch event.type {
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        let from = scalar.anchor == nil && scalar.tag == nil ? start : behindProperties(start, end)
        return PlacedYAML(
          .word(isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE), from..<max(from, end),
          anchor: Self.text(scalar.anchor))
      case YAML_ALIAS_EVENT:
        return Self.text(event.data.alias.anchor).map {
          PlacedYAML(.alias($0), start..<end, anchor: nil)
        }
      case YAML_SEQUENCE_START_EVENT:
        let sequence = event.data.sequence_start
        return list(
          from: start, isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE,
          anchor: Self.text(sequence.anchor), hasTag: sequence.tag != nil)
      case YAML_MAPPING_START_EVENT:
        let mapping = event.data.mapping_start
        return self.mapping(
          from: start, isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE,
          anchor: Self.text(mapping.anchor), hasTag: mapping.tag != nil)
      default: return nil
      }
    }

    private func list(from start: Int, isFlow: Bool, anchor: String?, hasTag: Bool) -> PlacedYAML? {
      var items: [PlacedYAML] = []
      while let event = next() {
        defer { dispose(event) }
        if event.type == YAML_SEQUENCE_END_EVENT {
          let end = Int(event.end_mark.index)
          let from = anchor == nil && !hasTag ? start : behindProperties(start, end)
          return PlacedYAML(.list(items, isFlow: isFlow), from..<max(from, end), anchor: anchor)
        }
        guard let item = node(event) else { return nil }
        items.append(item)
      }
      return nil
    }

    private func mapping(
      from start: Int, isFlow: Bool, anchor: String?, hasTag: Bool
    ) -> PlacedYAML? {
      var entries: [Entry] = []
      while let event = next() {
        defer { dispose(event) }
        if event.type == YAML_MAPPING_END_EVENT {
          let end = Int(event.end_mark.index)
          let from = anchor == nil && !hasTag ? start : behindProperties(start, end)
          return PlacedYAML(
            .mapping(entries, isFlow: isFlow), from..<max(from, end), anchor: anchor)
        }
        guard event.type == YAML_SCALAR_EVENT,
          let key = Self.text(event.data.scalar.value)
        else { return nil }
        let place = Int(event.start_mark.index)..<Int(event.end_mark.index)
        guard let following = next() else { return nil }
        defer { dispose(following) }
        guard let value = node(following) else { return nil }
        entries.append(Entry(key: key, place: place, value: value))
      }
      return nil
    }

    /// Past `&name` and `!tag` at the beginning of a value.
    private func behindProperties(_ start: Int, _ end: Int) -> Int {
      var place = start
      while place < scalars.count, scalars[place] == "&" || scalars[place] == "!" {
        while place < scalars.count, !Self.isBlank(scalars[place]) { place += 1 }
        while place < scalars.count, Self.isBlank(scalars[place]) { place += 1 }
      }
      return min(place, max(start, end))
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
    }

    private static func text(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
      bytes.map { String(decodingCString: $0, as: UTF8.self) }
    }
  }
}
