// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the XML of a spreadsheet's part, tag by tag: UTF-8 without a document type, so that nothing
/// in it can name a file or grow.
struct XMLScanner {
  enum Event: Equatable {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  private let bytes: [UInt8]
  private var place = 0
  /// The end of an element that ended as it began: `<v/>`.
  private var pendingEnd: String?

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Nil at the end, and where the text is no XML.
  mutating func next() -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while place < bytes.count {
      if bytes[place] != UInt8(ascii: "<") {
        let start = place
        while place < bytes.count, bytes[place] != UInt8(ascii: "<") { place += 1 }
        return .text(Self.plain(bytes[start..<place]))
      }
      place += 1
      if skip("!--", to: "-->") || skip("?", to: "?>") || skip("!DOCTYPE", to: ">") { continue }
      if let text = section() { return .text(text) }
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
      guard place < bytes.count else { return nil }
      defer { place += 1 }
      return tag(bytes[start..<place])
    }
    return nil
  }

  private mutating func skip(_ head: String, to end: String) -> Bool {
    guard bytes[place...].starts(with: head.utf8) else { return false }
    let end = Array(end.utf8)
    while place < bytes.count, !bytes[place...].starts(with: end) { place += 1 }
    place = min(bytes.count, place + end.count)
    return true
  }

  /// Text that is taken as it is.
  private mutating func section() -> String? {
    let head = "![CDATA["
    guard bytes[place...].starts(with: head.utf8) else { return nil }
    let start = place + head.utf8.count
    place = start
    while place < bytes.count, !bytes[place...].starts(with: "]]>".utf8) { place += 1 }
    defer { place = min(bytes.count, place + 3) }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func tag(_ tag: ArraySlice<UInt8>) -> Event {
    if tag.first == UInt8(ascii: "/") { return .end(Self.local(tag.dropFirst())) }
    let isEmpty = tag.last == UInt8(ascii: "/")
    var rest = isEmpty ? tag.dropLast() : tag
    let name = Self.local(rest.prefix { !Self.isBlank($0) })
    rest = rest.drop { !Self.isBlank($0) }
    var attributes: [String: String] = [:]
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let key = Self.local(rest[..<equals].filter { !Self.isBlank($0) }[...])
      rest = rest[(equals + 1)...].drop { Self.isBlank($0) }
      guard let quote = rest.first, let end = rest.dropFirst().firstIndex(of: quote) else { break }
      attributes[key] = Self.plain(rest[(rest.startIndex + 1)..<end])
      rest = rest[(end + 1)...]
    }
    if isEmpty { pendingEnd = name }
    return .start(name, attributes)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  /// A name without the prefix of its space.
  private static func local(_ name: ArraySlice<UInt8>) -> String {
    let name = name.prefix { !isBlank($0) }
    let start = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
    return String(decoding: name[start...], as: UTF8.self)
  }

  /// Text with its entities replaced.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var plain = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      plain += rest[..<mark]
      guard let end = rest[mark...].firstIndex(of: ";") else { return plain + rest[mark...] }
      let name = rest[rest.index(after: mark)..<end]
      plain += entity(name) ?? String(rest[mark...end])
      rest = rest[rest.index(after: end)...]
    }
    return plain + rest
  }

  private static func entity(_ name: Substring) -> String? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.first == "#" else { return nil }
      let digits = name.dropFirst()
      let code =
        digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
      return code.flatMap(Unicode.Scalar.init).map { String($0) }
    }
  }
}
