// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import FuzzTargets
import Randomness
import Testing

/// The kept corpus of the fuzzers: what once went wrong, and examples of what goes right.
struct CorpusTests {
  private static func inputs(of target: FuzzTarget) throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzzing/Corpus/\(target.rawValue)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, [UInt8](try Data(contentsOf: folder.appending(path: $0))))
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `every input of the corpus is read or refused, and ends nothing`(
    _ target: FuzzTarget
  ) throws {
    let inputs = try Self.inputs(of: target)
    #expect(inputs.count >= 3)
    for input in inputs { target.run(input.bytes) }
  }

  /// A fuzzer of a few seconds, the same every time.
  @Test(arguments: FuzzTarget.allCases)
  func `nor does any of three hundred mutations of it`(_ target: FuzzTarget) throws {
    let inputs = try Self.inputs(of: target).map(\.bytes).filter { $0.count < 4000 }
    try #require(!inputs.isEmpty)
    var random = SplitMix(state: 15)
    for _ in 0..<300 {
      var bytes = inputs[Int(random.next() % UInt64(inputs.count))]
      for _ in 0...random.next() % 4 { Self.mutate(&bytes, &random) }
      target.run(bytes)
    }
  }

  /// What a number or a word is likely to be confused by.
  private static let words = [
    "0", "-1", "9999999999999999999", "1e308", "5e-324", "nan", "[", "{", "*a", "&a", "\"", ",",
    "\n", "\t", "\u{1B}[2J", "2062-01-01", "0001-01-01", "9999-12-31", "100 %", "=1+1", "\0",
  ]

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    func place(_ count: Int) -> Int { Int(random.next() % UInt64(max(count, 1))) }
    let at = place(bytes.count + 1)
    switch random.next() % 5 {
    case 0: if at < bytes.count { bytes[at] = UInt8(truncatingIfNeeded: random.next()) }
    case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + place(12)))
    case 2: bytes.insert(contentsOf: words[place(words.count)].utf8, at: at)
    case 3:
      let end = min(bytes.count, at + place(80))
      bytes.insert(contentsOf: Array(bytes[at..<end]), at: place(bytes.count + 1))
    default:
      // A number's digits in the place of another's.
      let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
      guard !digits.isEmpty else { return }
      let digit = digits[place(digits.count)]
      bytes.replaceSubrange(digit...digit, with: words[place(words.count)].utf8)
    }
  }
}
