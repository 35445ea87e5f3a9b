// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Bytes on their way into an open file.
package struct FileWriter: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens `path` for writing, emptied if it exists.
  init(path: String) throws(OutputError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    self.path = path
    guard descriptor >= 0 else { throw OutputError.last(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  package mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        systemWrite(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw OutputError.last(path) }
      done += count
    }
  }

  package mutating func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Waits until the bytes are on the disk: a full disk may say so only now.
  mutating func synchronize() throws(OutputError) {
    // Devices and pipes cannot be synchronised, and need not.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw OutputError.last(path)
    }
  }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
