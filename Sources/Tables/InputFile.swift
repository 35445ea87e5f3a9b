// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Why a file cannot be read at all.
package enum InputProblem: Error, Equatable, Sendable {
  case missing
  case isFolder
  /// A disk, a terminal, `/dev/zero`: nothing that ends.
  case isDevice
  /// A pipe into which nobody writes.
  case silentPipe
  case notPermitted
  /// Any other refusal of the system.
  case unreadable
  case tooLarge(most: Int)
}

/// A file on its way into the program, opened in the one way there is: an ordinary file or a pipe that
/// somebody writes to, and not beyond its limit.
package final class InputFile {
  private let descriptor: Int32
  private let most: Int
  /// Bytes of an ordinary file when it was opened; nil of a pipe.
  package let size: Int?
  private var count = 0
  /// A byte that was read to see whether there is one.
  private var held: [UInt8] = []

  /// How long a pipe may stay without anybody who writes, in milliseconds.
  private static let patience: Int32 = 1000
  private static let chunk = 1 << 20

  /// - Throws: `InputProblem`, for an ordinary file above the limit before any of it is read.
  package init(path: String, limits: ReadingLimits) throws(InputProblem) {
    guard !path.utf8.contains(0) else { throw .missing }
    // Opening a device can do something already, so its kind is asked for first.
    var status = stat()
    guard stat(path, &status) == 0 else { throw Self.lastProblem }
    try Self.check(status)
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw Self.lastProblem }
    self.descriptor = descriptor
    most = limits.bytes
    guard fstat(descriptor, &status) == 0 else { throw Self.lastProblem }
    try Self.check(status)
    let isOrdinary = status.st_mode & S_IFMT == S_IFREG
    size = isOrdinary ? Int(status.st_size) : nil
    if isOrdinary {
      guard status.st_size <= most else { throw .tooLarge(most: most) }
    } else {
      try awaitWriter()
    }
  }

  deinit { close(descriptor) }

  /// The next bytes; none at the end.
  package func next() throws(InputProblem) -> [UInt8] {
    var refusal: InputProblem?
    if !held.isEmpty {
      defer { held = [] }
      count += held.count
      return held
    }
    let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
      var got = 0
      repeat {
        got = read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0, errno == EAGAIN {
          var pipe = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
          _ = poll(&pipe, 1, -1)
        }
      } while got < 0 && (errno == EINTR || errno == EAGAIN)
      if got < 0 { refusal = .unreadable }
      count = max(0, got)
    }
    if let refusal { throw refusal }
    count += bytes.count
    guard count <= most else { throw .tooLarge(most: most) }
    return bytes
  }

  /// Everything up to the end.
  package func rest() throws(InputProblem) -> [UInt8] {
    var all = try next()
    while true {
      let more = try next()
      if more.isEmpty { return all }
      all += more
    }
  }

  private static func check(_ status: stat) throws(InputProblem) {
    switch status.st_mode & S_IFMT {
    case S_IFREG, S_IFIFO: return
    case S_IFDIR: throw .isFolder
    default: throw .isDevice
    }
  }

  private static var lastProblem: InputProblem {
    switch errno {
    case ENOENT, ENOTDIR, ENAMETOOLONG: .missing
    case EACCES, EPERM: .notPermitted
    default: .unreadable
    }
  }

  /// Waits until a pipe has bytes, an end, or at least somebody who may write.
  private func awaitWriter() throws(InputProblem) {
    var pipe = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&pipe, 1, Self.patience) == 0 else { return }
    // Where somebody has the other end open, an empty pipe asks to come again.
    var byte: UInt8 = 0
    let got = read(descriptor, &byte, 1)
    if got > 0 { held = [byte] }
    guard got > 0 || (got < 0 && errno == EAGAIN) else { throw .silentPipe }
  }
}
