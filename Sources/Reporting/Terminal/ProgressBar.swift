// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A line on standard error that shows how far a long task is.
///
/// It appears only on a terminal, only after a second, and is gone when the task ends; in a pipe
/// it is silent. May be told of progress from several threads.
package final class ProgressBar: @unchecked Sendable {
  // Every stored variable is guarded by `lock`.
  private let lock = NSLock()
  private let label: String
  private let start = ContinuousClock.now
  private let isTerminal: Bool
  private let emit: @Sendable (String) -> Void
  private var lastDrawn: ContinuousClock.Instant?
  private let delay: Duration

  package convenience init(_ label: String) {
    self.init(label, isTerminal: isatty(STDERR_FILENO) == 1, delay: .seconds(1)) { text in
      // A terminal that takes nothing more is no reason to stop the work.
      try? StandardStream.error.write(text)
    }
  }

  init(
    _ label: String, isTerminal: Bool, delay: Duration, emit: @escaping @Sendable (String) -> Void
  ) {
    self.label = label
    self.isTerminal = isTerminal
    self.delay = delay
    self.emit = emit
  }

  /// Draws `done` of `total`, at most ten times a second.
  package func update(done: Int, total: Int) {
    guard isTerminal, total > 0 else { return }
    lock.withLock {
      let now = ContinuousClock.now
      guard now - start >= delay else { return }
      if let lastDrawn, now - lastDrawn < .milliseconds(100), done < total { return }
      lastDrawn = now
      emit("\r" + Self.line(label, done: done, total: total) + "\u{1B}[K")
    }
  }

  /// Takes the line away, if it was ever drawn.
  package func finish() {
    lock.withLock {
      guard lastDrawn != nil else { return }
      lastDrawn = nil
      emit("\r\u{1B}[K")
    }
  }

  static func line(_ label: String, done: Int, total: Int) -> String {
    let share = min(1, max(0, Double(done) / Double(total)))
    let filled = Int(share * 30)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    return "\(label) \(bar) \(Int(share * 100))% (\(done)/\(total))"
  }
}
