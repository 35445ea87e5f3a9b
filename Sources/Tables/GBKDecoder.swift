// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Turns the bytes of a file in GBK (GB 18030), as spreadsheets in China save it, into UTF-8; those of
/// any other file pass as they are.
///
/// The first bytes beyond ASCII decide: what is UTF-8 stays, and what is not is GBK where it can be
/// read so and most of its characters are of the common zone (GB 2312), which Latin text never is.
package struct GBKDecoder {
  private enum Encoding { case unknown, gbk, other }

  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  private var encoding = Encoding.unknown
  /// The beginning of a character whose end is still to come.
  private var tail: [UInt8] = []

  package init() {}

  /// Whether GBK has been met.
  package var isGBK: Bool { encoding == .gbk }

  /// The next bytes in UTF-8; call it with none at the end.
  package mutating func decode(_ bytes: [UInt8]) -> [UInt8] {
    switch encoding {
    case .other: return bytes
    case .gbk:
      let all = tail + bytes
      tail = []
      return decoded(all, isEnd: bytes.isEmpty) ?? all
    case .unknown:
      guard !bytes.allSatisfy({ $0 < 0x80 }) else { return bytes }
      if !Self.isUTF8(bytes), !Self.beginsInUTF8(bytes), Self.isCommon(bytes),
        let text = decoded(bytes, isEnd: false)
      {
        encoding = .gbk
        return text
      }
      encoding = .other
      return bytes
    }
  }

  private mutating func decoded(_ bytes: [UInt8], isEnd: Bool) -> [UInt8]? {
    let end = isEnd ? bytes.count : Self.characters(bytes).end
    guard let text = String(data: Data(bytes[..<end]), encoding: Self.gb18030) else { return nil }
    tail = Array(bytes[end...])
    return Array(text.utf8)
  }

  /// Whether the bytes are UTF-8 up to a last character that may be cut off.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (0...min(3, bytes.count)).contains { cut in
      isBeginning(bytes.suffix(cut))
        && String(validating: bytes.dropLast(cut), as: UTF8.self) != nil
    }
  }

  /// Whether the first line beyond ASCII is UTF-8 with Chinese in it: where later lines are none, the
  /// file is a mixture, and no other reading of it makes sense of all.
  private static func beginsInUTF8(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return false }
    let start = bytes[..<first].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = bytes[start...].prefix { $0 != 0x0A }
    return line.contains { (0xE0...0xEF).contains($0) } && isUTF8(Array(line))
  }

  /// Whether these are the first bytes of a longer character of UTF-8, or none.
  private static func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first else { return true }
    let length = [0xF0, 0xE0, 0xC2].firstIndex { Int(first) >= $0 }.map { 4 - $0 } ?? 0
    return length > bytes.count && bytes.dropFirst().allSatisfy { (0x80...0xBF).contains($0) }
  }

  private static func isCommon(_ bytes: [UInt8]) -> Bool {
    let found = characters(bytes)
    return found.wide > 0 && found.common * 2 >= found.wide
  }

  /// Characters of several bytes, those of them in the common zone, and where the last whole character
  /// ends.
  private static func characters(_ bytes: [UInt8]) -> (wide: Int, common: Int, end: Int) {
    var (wide, common, place) = (0, 0, 0)
    while place < bytes.count {
      guard bytes[place] >= 0x80 else {
        place += 1
        continue
      }
      guard place + 1 < bytes.count else { break }
      let second = bytes[place + 1]
      let length = (0x30...0x39).contains(second) ? 4 : 2
      guard place + length <= bytes.count else { break }
      wide += 1
      if (0xA1...0xF7).contains(bytes[place]), second >= 0xA1 { common += 1 }
      place += length
    }
    return (wide, common, place)
  }
}

/// A decoder that a source of bytes and whoever asks about it share.
final class SharedDecoder {
  private var decoder = GBKDecoder()

  var isGBK: Bool { decoder.isGBK }

  /// The next bytes in UTF-8 of a source that gives none at its end.
  func next<Failure>(
    _ read: () throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    while true {
      let bytes = try read()
      let text = decoder.decode(bytes)
      // A part of one character is no end.
      if !text.isEmpty || bytes.isEmpty { return text }
    }
  }
}
