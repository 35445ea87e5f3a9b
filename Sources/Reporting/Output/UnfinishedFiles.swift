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

  /// Puts several finished files into their places, all of them or none: what stood there before
  /// comes back where one of them is refused.
  ///
  /// - Returns: The place that was refused, with `errno` set; nil where all went well.
  package static func finish(all files: [(path: String, target: String)]) -> String? {
    lock.withLock {
      let former = files.map { $0.path + ".former" }
      defer { for path in former { unlink(path) } }
      for (index, file) in files.enumerated() {
        let hadOne = link(file.target, former[index]) == 0
        guard rename(file.path, file.target) != 0 else { continue }
        let code = errno
        if hadOne { unlink(former[index]) }
        for (done, name) in zip(files[..<index], former) where rename(name, done.target) != 0 {
          unlink(done.target)
        }
        errno = code
        return file.target
      }
      for file in files { paths.remove(file.path) }
      return nil
    }
  }

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
