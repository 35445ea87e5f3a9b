// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation
import Reporting
import Wording

/// Runs shards in processes of this program, so many at once.
final class ShardProcesses: @unchecked Sendable {
  private let folder: StudyFolder
  private let threads: Int
  private let language: Language
  private let most: Int
  // Guarded by `lock`.
  private let lock = NSLock()
  private var failures: [Int: Int] = [:]
  private var refused: Set<Int> = []
  private var running: [Int32: Process] = [:]

  /// Runs of a shard that end with a status that may pass.
  private static let mostTries = 3

  init(folder: StudyFolder, threads: Int, language: Language, most: Int) {
    self.folder = folder
    self.threads = threads
    self.language = language
    self.most = most
    EndingSignals.beforeEnd = { [weak self] in self?.stop() }
  }

  func isGivenUp(_ shard: Int) -> Bool {
    lock.withLock { refused.contains(shard) || failures[shard, default: 0] >= Self.mostTries }
  }

  /// Whether a shard will never be done.
  var hasRefusal: Bool { lock.withLock { !refused.isEmpty } }

  /// Runs every shard once.
  func run(_ shards: [Int], _ report: @escaping @Sendable (Int) -> Void) async {
    await withTaskGroup(of: Void.self) { group in
      var next = 0
      var done = 0
      func start() {
        guard next < shards.count else { return }
        let shard = shards[next]
        next += 1
        group.addTask { await self.run(shard) }
      }
      for _ in 0..<min(most, shards.count) { start() }
      while await group.next() != nil {
        done += 1
        report(done)
        start()
      }
    }
  }

  private func run(_ shard: Int) async {
    let status: Int32 = await withCheckedContinuation { continuation in
      let process = Process()
      process.executableURL = Self.program
      process.arguments = [
        "study", "run", folder.path, "--shard", String(shard), "--threads", String(threads),
        "--lang", language.rawValue,
      ]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      process.terminationHandler = { [self] process in
        lock.withLock { running[process.processIdentifier] = nil }
        let isSignal = process.terminationReason == .uncaughtSignal
        continuation.resume(returning: isSignal ? 75 : process.terminationStatus)
      }
      do {
        try lock.withLock {
          try process.run()
          running[process.processIdentifier] = process
        }
      } catch {
        continuation.resume(returning: 75)
      }
    }
    lock.withLock {
      if status == ExitStatus.badData.rawValue { refused.insert(shard) }
      if status != 0 { failures[shard, default: 0] += 1 }
    }
  }

  /// Asks the processes to end; what they have done is kept.
  private func stop() {
    lock.withLock { for process in running.values { process.terminate() } }
  }

  /// This program, wherever it was started from.
  static var program: URL {
    #if os(Linux)
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
        return URL(fileURLWithPath: path)
      }
    #endif
    return Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
  }
}
