// SPDX-License-Identifier: GPL-3.0-or-later

/// Runs independent replications on several threads and hands their results on in order.
///
/// The consumer sees replication 0, 1, 2 … whatever finishes first, so sums have the same bits for
/// any number of threads. At most two results for each thread exist at once.
package enum OrderedReplications {
  /// Replications on one thread after which others have a turn on it.
  private static let turn = 8

  /// - Parameters:
  ///   - threads: Tasks at once, at least 1, or what `ThreadShare` has now; 1 runs on the caller's
  ///     own task.
  ///   - body: One replication; called concurrently, must depend on its number alone.
  ///   - consume: Called on the caller's task, in order.
  /// - Throws: What `body` or `consume` throws (of several failures the lowest replication's), or
  ///   `CancellationError`.
  package static func run<Result: Sendable>(
    _ replications: Range<Int>, threads: Int,
    body: @escaping @Sendable (Int) throws -> Result,
    consume: (Int, Result) throws -> Void
  ) async throws {
    let threads = max(threads, ThreadShare.current?.each ?? 1)
    guard threads > 1, replications.count > 1 else {
      for replication in replications {
        try Task.checkCancellation()
        try consume(replication, body(replication))
        // Threads are shared: who follows the progress, and may cancel, is to have a turn.
        if replication % turn == turn - 1 { await Task.yield() }
      }
      return
    }
    typealias Outcome = Swift.Result<Result, any Error>
    try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var next = replications.lowerBound
      var due = replications.lowerBound
      var early: [Int: Outcome] = [:]
      var running = 0
      func startMore() {
        while running < threads, next < replications.upperBound, next < due + 2 * threads {
          let replication = next
          group.addTask { (replication, Outcome { try body(replication) }) }
          next += 1
          running += 1
        }
      }
      startMore()
      while let (replication, outcome) = try await group.next() {
        running -= 1
        early[replication] = outcome
        // Before the results are used: nobody is to wait for that.
        startMore()
        while let outcome = early.removeValue(forKey: due) {
          try consume(due, outcome.get())
          due += 1
        }
        try Task.checkCancellation()
        startMore()
      }
    }
  }
}
