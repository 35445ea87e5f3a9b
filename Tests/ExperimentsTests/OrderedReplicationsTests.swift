// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Testing

struct OrderedReplicationsTests {
  private struct Failure: Error, Equatable { var replication: Int }

  @Test(arguments: [1, 2, 3, 8])
  func `results arrive in order whatever finishes first`(threads: Int) async throws {
    var seen: [Int] = []
    try await OrderedReplications.run(3..<40, threads: threads) { replication in
      // Early replications work longest.
      (0..<(40 - replication) * 2000).reduce(replication) { $0 ^ ($1 & 0) }
    } consume: { replication, result in
      #expect(replication == result)
      seen.append(replication)
    }
    #expect(seen == Array(3..<40))
  }

  @Test(arguments: [1, 4])
  func `of several failures the first replication's is thrown`(threads: Int) async {
    await #expect(throws: Failure(replication: 5)) {
      try await OrderedReplications.run(0..<20, threads: threads) { replication in
        if replication >= 5 { throw Failure(replication: replication) }
      } consume: { _, _ in
      }
    }
  }
}
