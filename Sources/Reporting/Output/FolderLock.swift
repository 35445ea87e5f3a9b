// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The right to write into a folder, held by one process at a time, and by the system's lock on a
/// small file in it: it is free again however its holder ends.
final class FolderLock: Sendable {
  private static let name = ".inquiry-lock"
  private let path: String
  private let descriptor: Int32

  /// - Throws: `OutputError` with the reason `inUse`, and what the holder says of itself.
  init(folder: String) throws(OutputError) {
    path = folder == "/" ? folder + Self.name : folder + "/" + Self.name
    while true {
      let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o644)
      guard file >= 0 else {
        throw errno == ELOOP || errno == ENXIO
          ? OutputError(path: path, reason: .notAFile) : .last(folder)
      }
      guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
        let refusal = errno
        defer { close(file) }
        guard refusal == EWOULDBLOCK else { throw .last(folder) }
        throw OutputError(path: folder, reason: .inUse(by: Self.text(of: file)))
      }
      // The holder before may have removed the file between our opening and locking it.
      if Self.isStill(file, at: path) {
        descriptor = file
        break
      }
      close(file)
    }
    UnfinishedFiles.add(path)
    ftruncate(descriptor, 0)
    let text = "process \(getpid())\n"
    _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
  }

  deinit {
    UnfinishedFiles.remove(path)
    close(descriptor)
  }

  private static func text(of file: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 80)
    let count = pread(file, &bytes, bytes.count, 0)
    let text = String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
    return text.hasPrefix("process ") && text.dropFirst(8).dropLast().allSatisfy(\.isNumber)
      ? String(text.dropLast()) : ""
  }

  private static func isStill(_ file: Int32, at path: String) -> Bool {
    var (opened, named) = (stat(), stat())
    return fstat(file, &opened) == 0 && lstat(path, &named) == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
