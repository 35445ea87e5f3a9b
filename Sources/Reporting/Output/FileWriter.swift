// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Bytes on their way into an open file.
package struct FileWriter: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Makes the file `path`, which must not exist yet.
  init(path: String) throws(OutputError) {
    descriptor = UnfinishedFiles.make(path)
    self.path = path
    guard descriptor >= 0 else { throw OutputError.last(path) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  package mutating func write(_ bytes: [UInt8]) throws(OutputError) {
    try writeAll(bytes, to: descriptor, named: path)
  }

  package mutating func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Takes the access rights of the file that is to be replaced, where there is one.
  mutating func keepRights(of path: String) throws(OutputError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard fchmod(descriptor, status.st_mode & 0o7777) == 0 || errno == EPERM else {
      throw OutputError.last(path)
    }
  }

  /// Waits until the bytes are on the disk: a full disk may say so only now.
  mutating func synchronize() throws(OutputError) {
    // Devices and pipes cannot be synchronised, and need not.
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw OutputError.last(path)
    }
  }
}

/// Writes every byte, however many turns it takes.
func writeAll(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws(OutputError) {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress.map { $0 + done }, bytes.count - done)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw OutputError.last(path) }
    done += count
  }
}
