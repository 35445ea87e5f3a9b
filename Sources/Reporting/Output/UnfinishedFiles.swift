// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The files of this process that must not outlive it as they are: half-written ones, and locks.
///
/// A signal that ends the process removes them first. Making, finishing and removing a file are one
/// step each under a lock, so that no instant exists at which a file is there and unknown here.
package enum UnfinishedFiles {
  private static let lock = NSLock()
  nonisolated(unsafe) private static var paths: Set<String> = []

  /// Makes a file that must not exist yet.
  ///
  /// - Returns: Its descriptor; negative where the system refuses, with `errno` set.
  static func make(_ path: String) -> Int32 {
    lock.withLock {
      let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      if descriptor >= 0 { paths.insert(path) }
      return descriptor
    }
  }

  /// Counts a file that is there already among those that are removed.
  static func add(_ path: String) { lock.withLock { _ = paths.insert(path) } }

  /// Puts a finished file into its place.
  ///
  /// - Returns: False where the system refuses, with `errno` set.
  static func finish(_ path: String, as target: String) -> Bool {
    lock.withLock {
      guard rename(path, target) == 0 else { return false }
      paths.remove(path)
      return true
    }
  }

  /// Puts several finished files into their places in one step that no signal cuts, all of them or
  /// none, and removes what an earlier run has left: what stood there before comes back where one of
  /// them is refused.
  ///
  /// The last file tells that the others are whole, so it goes first and comes last.
  ///
  /// - Parameter stale: Files to be removed.
  /// - Returns: The place that was refused, with `errno` set; nil where all went well.
  package static func finish(
    all files: [(path: String, target: String)], removing stale: [String] = []
  ) -> String? {
    lock.withLock {
      let former = files.map { (target: $0.target, copy: $0.path + Self.former) }
      defer { for file in former { unlink(file.copy) } }
      for file in former { link(file.target, file.copy) }
      if files.count > 1, let last = files.last { unlink(last.target) }
      for (index, file) in files.enumerated() where rename(file.path, file.target) != 0 {
        let code = errno
        for (other, file) in former.enumerated()
        where rename(file.copy, file.target) != 0 && other < index {
          unlink(file.target)
        }
        errno = code
        return file.target
      }
      for path in stale { unlink(path) }
      for file in files { paths.remove(file.path) }
      return nil
    }
  }

  /// What a second name of a file ends in while others take its place.
  static let former = ".former"

  static func remove(_ path: String) {
    lock.withLock { if paths.remove(path) != nil { unlink(path) } }
  }

  /// Removes them all, and lets nobody make, finish or remove one any more: for the last moment
  /// before the process ends.
  package static func removeAllForGood() {
    lock.lock()
    for path in paths { unlink(path) }
  }
}
