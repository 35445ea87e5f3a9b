// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The threads of jobs that are in hand at once: when one of them ends, its part goes to the others.
///
/// Within `$current.withValue(…)` replications run on what is free, not only on what a job was given
/// when it began. Results do not depend on it.
package final class ThreadShare: @unchecked Sendable {
  @TaskLocal package static var current: ThreadShare?

  private let lock = NSLock()
  private let total: Int
  // Guarded by `lock`.
  private var jobs: Int

  /// - Parameters:
  ///   - total: Threads of all jobs together.
  ///   - jobs: Those in hand, 1 or more.
  package init(total: Int, jobs: Int) {
    self.total = total
    self.jobs = jobs
  }

  /// Threads that each job may use now.
  package var each: Int { lock.withLock { Swift.max(1, total / Swift.max(1, jobs)) } }

  /// A job has ended, and none takes its place.
  package func release() { lock.withLock { jobs -= 1 } }
}
