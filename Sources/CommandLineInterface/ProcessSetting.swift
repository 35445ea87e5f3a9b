// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Reporting

/// Puts this process into a state that commands can rely on; to be called first, by the main thread.
package func prepareProcess() {
  openStandardStreams()
  // A reader that goes away shows as an error of the write, not as the end of the process.
  signal(SIGPIPE, SIG_IGN)
  watchEndingSignals()
}

/// A stream that the caller has closed leaves its number free, and the next file opened would take
/// it: results would be written into a history. Reading alone is allowed there, so that a write is
/// still refused.
private func openStandardStreams() {
  for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
    _ = open("/dev/null", O_RDONLY)
  }
}

/// From now on, what asks the process to end removes half-written files first and then ends it by
/// the same signal. A signal that the caller has set to be ignored (`nohup`) stays ignored.
private func watchEndingSignals() {
  var watched = sigset_t()
  sigemptyset(&watched)
  for number in [SIGINT, SIGTERM, SIGHUP] {
    var action = sigaction()
    sigaction(number, nil, &action)
    if !isIgnored(action) { sigaddset(&watched, number) }
  }
  let signals = watched
  // Threads made from here on inherit the mask; only the one below ever sees these signals.
  pthread_sigmask(SIG_BLOCK, &watched, nil)
  Thread.detachNewThread {
    var signals = signals
    var number: Int32 = 0
    while sigwait(&signals, &number) != 0 {}
    // A server ends what it has in hand, and returns; a second signal ends the process.
    if EndingSignals.endInstead() { while sigwait(&signals, &number) != 0 {} }
    EndingSignals.beforeEnd?()
    UnfinishedFiles.removeAllForGood()
    if number == SIGTERM, let status = EndingSignals.statusOfTermination { _exit(status) }
    signal(number, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    kill(getpid(), number)
  }
}

/// What a command wants of the end that a signal brings; set before its work begins.
enum EndingSignals {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var instead: (@Sendable () -> Void)?
  nonisolated(unsafe) private static var status: Int32?
  nonisolated(unsafe) private static var body: (@Sendable () -> Void)?

  /// What is done instead of ending the process at the first signal that asks for it.
  static func end(instead body: @escaping @Sendable () -> Void) {
    lock.withLock { instead = body }
  }

  /// Whether something else was done.
  fileprivate static func endInstead() -> Bool {
    guard let body = lock.withLock({ instead }) else { return false }
    body()
    return true
  }

  /// The exit status that a request to end gives, instead of the signal; nil for the signal.
  static var statusOfTermination: Int32? {
    get { lock.withLock { status } }
    set { lock.withLock { status = newValue } }
  }

  /// Is run first of all.
  static var beforeEnd: (@Sendable () -> Void)? {
    get { lock.withLock { body } }
    set { lock.withLock { body = newValue } }
  }
}

private func isIgnored(_ action: sigaction) -> Bool {
  #if os(Linux)
    let handler = action.__sigaction_handler.sa_handler
  #else
    let handler = action.__sigaction_u.__sa_handler
  #endif
  return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
}
