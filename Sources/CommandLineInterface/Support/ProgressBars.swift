// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Foundation
import Planning
import Reporting

/// One bar after another on standard error, for work of several parts.
final class ProgressBars: @unchecked Sendable {
  // Every stored variable is guarded by `lock`.
  private let lock = NSLock()
  private var current: (label: String, bar: ProgressBar)?

  func update(_ label: String, done: Int, total: Int) {
    lock.withLock {
      if current?.label != label {
        current?.bar.finish()
        current = (label, ProgressBar(label))
      }
      current?.bar.update(done: done, total: total)
    }
  }

  func update(_ progress: ComparisonProgress) {
    update(progress.scenario, done: progress.step.done, total: progress.step.total)
  }

  /// Takes the last bar away.
  func finish() {
    lock.withLock {
      current?.bar.finish()
      current = nil
    }
  }
}

extension UseCase {
  /// Runs with a bar on standard error, which is gone when the work ends.
  func runWithBar(
    _ show: @escaping @Sendable (ProgressBars, Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let bars = ProgressBars()
    defer { bars.finish() }
    return try await run { show(bars, $0) }
  }
}

extension UseCase where Progress == ComparisonProgress {
  func runWithBar() async throws(ApplicationError) -> Outcome {
    try await runWithBar { $0.update($1) }
  }
}
