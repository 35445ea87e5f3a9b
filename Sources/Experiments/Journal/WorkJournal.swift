// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
package import Scenarios

/// The finished pieces of long work, by which an interrupted run goes on.
///
/// A piece is the sums of some replications. It is found by everything that these depend on: scenario,
/// staffing, volume, replications, days. So a run that goes on asks for what it would have simulated, is
/// given what was, and writes the same bytes; in what order the pieces came, and on how many threads,
/// does not matter. Within `$current.withValue(…)` every simulation of a comparison, an exploration or a
/// plan of staff takes part.
package struct WorkJournal: Sendable {
  @TaskLocal package static var current: WorkJournal?

  private let find: @Sendable (UInt64) -> [UInt8]?
  private let store: @Sendable (UInt64, [UInt8]) -> Void
  private let scenarios = ScenarioHashes()

  /// - Parameters:
  ///   - find: Gives the bytes that were stored under a key, whole.
  ///   - store: Is called from any thread.
  package init(
    find: @escaping @Sendable (UInt64) -> [UInt8]?,
    store: @escaping @Sendable (UInt64, [UInt8]) -> Void
  ) {
    self.find = find
    self.store = store
  }

  /// The name of a piece.
  ///
  /// - Parameters:
  ///   - kind: What sort of sums it has.
  ///   - parts: All that they depend on beside the scenario.
  package func key(_ kind: String, of scenario: Scenario, _ parts: Any...) -> UInt64 {
    var hash = ContentHash()
    hash.add(kind)
    hash.add(Int(truncatingIfNeeded: scenarios.hash(of: scenario)))
    for part in parts { hash.add(part) }
    return hash.hash
  }

  /// Fills a value with what was finished before.
  ///
  /// - Returns: Whether there is such a piece; else the value stays as it is.
  package func fill<Value: Archived>(_ value: inout Value, from key: UInt64) -> Bool {
    guard let bytes = find(key) else { return false }
    var archive = Archive(reading: bytes)
    var filled = value
    archive.pass(&filled)
    guard archive.isWhole else { return false }
    value = filled
    return true
  }

  /// Keeps a finished piece.
  package func keep(_ value: some Archived, as key: UInt64) {
    var (value, archive) = (value, Archive())
    archive.pass(&value)
    store(key, archive.bytes)
  }
}

/// Hashes of the scenarios that were asked for last: looking through one takes longer than comparing
/// it with the ones before.
private final class ScenarioHashes: @unchecked Sendable {
  private static let most = 16

  private let lock = NSLock()
  // Guarded by `lock`.
  private var known: [(scenario: Scenario, hash: UInt64)] = []

  func hash(of scenario: Scenario) -> UInt64 {
    lock.withLock {
      if let found = known.last(where: { $0.scenario == scenario }) { return found.hash }
      var hash = ContentHash()
      hash.add(scenario)
      known.append((scenario, hash.hash))
      if known.count > Self.most { known.removeFirst() }
      return hash.hash
    }
  }
}
