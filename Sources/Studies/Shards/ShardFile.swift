// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Randomness
import Wording

/// One replication of one plan at one point.
package struct StudyRow: Equatable, Sendable {
  package var point: Int
  /// Place among the study's plans.
  package var plan: Int
  package var replication: Int
  /// The study's measures in their order, of a ratio numerator and denominator; NaN for an amount that
  /// a contract has no price for.
  package var numbers: [Double]

  package init(point: Int, plan: Int, replication: Int, numbers: [Double]) {
    self.point = point
    self.plan = plan
    self.replication = replication
    self.numbers = numbers
  }

  /// Their order in every file.
  static func precedes(_ left: StudyRow, _ right: StudyRow) -> Bool {
    (left.point, left.plan, left.replication) < (right.point, right.plan, right.replication)
  }
}

/// What a search chose for a plan at a point.
package struct StudySizes: Equatable, Sendable {
  package var point: Int
  package var plan: Int
  /// For each unit that is sized one size for each of its periods; a single number where one size
  /// holds over the whole horizon.
  package var sizes: [[Int]]
  /// Whether no size of the range meets the targets.
  package var isMissed: Bool

  package init(point: Int, plan: Int, sizes: [[Int]], isMissed: Bool) {
    self.point = point
    self.plan = plan
    self.sizes = sizes
    self.isMissed = isMissed
  }
}

/// The results of a shard as a file: a head that says whose they are, rows, and a last line by which a
/// whole file is known.
package struct ShardFile: Equatable, Sendable {
  package struct Head: Equatable, Sendable {
    package var shard: Int
    package var stage: StudyShard.Stage
    /// The shard's hash.
    package var hash: String
    /// The study's identity.
    package var study: String
    package var scenario: String
    package var version: String

    package init(of shard: Int, in plan: StudyPlan, identity: String) {
      self.shard = shard
      stage = plan.shards[shard].stage
      hash = plan.hash(of: shard, identity: identity)
      study = identity
      scenario = plan.scenarioHash
      version = plan.version
    }

    fileprivate init?(_ line: Substring) {
      let fields = line.split(separator: " ", omittingEmptySubsequences: false)
      guard fields.count == 8, fields[0] == Self.mark, fields[1] == "\(StudyPlan.schema)",
        let shard = Int(fields[2]), let stage = StudyShard.Stage(rawValue: String(fields[3]))
      else { return nil }
      self.shard = shard
      self.stage = stage
      hash = String(fields[4])
      study = String(fields[5])
      scenario = String(fields[6])
      version = String(fields[7])
    }

    fileprivate static let mark: Substring = "inquiry-shard"

    package var line: String {
      "\(Self.mark) \(StudyPlan.schema) \(shard) \(stage.rawValue) \(hash) \(study) \(scenario) "
        + "\(version)\n"
    }
  }

  /// Why a text is no whole file.
  package enum Flaw: Error, Equatable, Sendable {
    /// It does not begin with a head.
    case noHead
    /// It ends early.
    case truncated
    /// It was changed after it was written.
    case changed
  }

  package var head: Head
  package var rows: [StudyRow] = []
  package var sizes: [StudySizes] = []

  package init(head: Head) { self.head = head }

  private static let end: Substring = "end"

  /// The whole file: rows in their order.
  package var text: String {
    var text = head.line
    for row in rows.sorted(by: StudyRow.precedes) { text += Self.line(row) }
    for size in sizes.sorted(by: { ($0.point, $0.plan) < ($1.point, $1.plan) }) {
      text += Self.line(size)
    }
    return text + "\(Self.end) \(rows.count + sizes.count) \(Self.checksum(text.utf8))\n"
  }

  package static func line(_ row: StudyRow) -> String {
    var line = "\(row.point),\(row.plan),\(row.replication)"
    for number in row.numbers { line += "," + Decimals.shortest(number) }
    return line + "\n"
  }

  private static func line(_ size: StudySizes) -> String {
    let units = size.sizes.map { $0.map(String.init).joined(separator: " ") }
    return "\(size.point),\(size.plan),\(size.isMissed ? "missed" : "met"),"
      + units.joined(separator: "|") + "\n"
  }

  private static func checksum(_ bytes: some Sequence<UInt8>) -> String {
    var hash = FNV()
    for byte in bytes { hash.add(UInt64(byte)) }
    return String(hash.hash, radix: 16)
  }

  /// Reads a whole file.
  package init(reading bytes: [UInt8]) throws(Flaw) {
    guard let lineEnd = bytes.firstIndex(of: 0x0A),
      let head = Head(String(decoding: bytes[..<lineEnd], as: UTF8.self)[...])
    else { throw .noHead }
    self.head = head
    guard bytes.last == 0x0A,
      let lastStart = bytes.dropLast().lastIndex(of: 0x0A).map({ $0 + 1 })
    else { throw .truncated }
    let last = String(decoding: bytes[lastStart...].dropLast(), as: UTF8.self)
      .split(separator: " ")
    guard last.count == 3, last[0] == Self.end, let count = Int(last[1]) else { throw .truncated }
    guard last[2] == Self.checksum(bytes[..<lastStart]) else { throw .changed }
    for line in bytes[(lineEnd + 1)..<lastStart].split(separator: 0x0A) { try read(line) }
    guard rows.count + sizes.count == count else { throw .changed }
  }

  /// Reads what a run has kept that was stopped: a head and the lines that are whole.
  ///
  /// - Returns: nil for rows of anything else than the head says.
  package init?(kept bytes: [UInt8], of head: Head) {
    guard let lineEnd = bytes.firstIndex(of: 0x0A),
      String(decoding: bytes[...lineEnd], as: UTF8.self) == head.line
    else { return nil }
    self.head = head
    var rest = bytes[(lineEnd + 1)...]
    while let next = rest.firstIndex(of: 0x0A) {
      do throws(Flaw) { try read(rest[..<next]) } catch { break }
      rest = rest[(next + 1)...]
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) throws(Flaw) {
    let cells = line.split(separator: 0x2C, omittingEmptySubsequences: false)
    guard cells.count >= 4, let point = Self.integer(cells[0]), let plan = Self.integer(cells[1])
    else { throw .changed }
    switch head.stage {
    case .replications:
      guard let replication = Self.integer(cells[2]) else { throw .changed }
      var numbers: [Double] = []
      numbers.reserveCapacity(cells.count - 3)
      for cell in cells[3...] {
        guard !cell.isEmpty else {
          numbers.append(.nan)
          continue
        }
        guard let number = Double(String(decoding: cell, as: UTF8.self)) else { throw .changed }
        numbers.append(number)
      }
      rows.append(StudyRow(point: point, plan: plan, replication: replication, numbers: numbers))
    case .sizes:
      let units = cells[3].split(separator: 0x7C).map {
        $0.split(separator: 0x20).compactMap(Self.integer)
      }
      sizes.append(
        StudySizes(
          point: point, plan: plan, sizes: units,
          isMissed: cells[2].elementsEqual("missed".utf8)))
    }
  }

  private static func integer(_ bytes: ArraySlice<UInt8>) -> Int? {
    Int(String(decoding: bytes, as: UTF8.self))
  }
}
