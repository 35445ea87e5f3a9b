// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// A file on its way, written beside its place to the last byte and put there later.
///
/// It is gone where nobody takes it.
final class PartialFile {
  /// Where it is written, and where it belongs.
  let path: String
  let target: String
  private var stream: FileWriter
  private var isTaken = false

  private static let suffix = ".partial"

  /// A name beside a file's place that no other process takes.
  static func path(beside target: String) -> String {
    target + "." + UUID().uuidString.prefix(8) + suffix
  }

  /// The name in whose place the file was to be; nil where `name` is none of a partial file.
  static func finalName(of name: String) -> String? {
    guard name.hasSuffix(suffix) else { return nil }
    let stem = name.dropLast(suffix.count)
    return stem.dropLast(8).last == "." ? String(stem.dropLast(9)) : nil
  }

  init(beside target: String) throws(OutputError) {
    self.target = target
    path = Self.path(beside: target)
    do throws(OutputError) {
      stream = try FileWriter(path: path)
    } catch {
      throw OutputError(path: target, reason: error.reason)
    }
  }

  deinit { if !isTaken { UnfinishedFiles.remove(path) } }

  func write(_ bytes: [UInt8]) throws(OutputError) {
    guard !bytes.isEmpty else { return }
    try write { (stream: inout FileWriter) throws(OutputError) in try stream.write(bytes) }
  }

  func write(_ body: (inout FileWriter) throws(OutputError) -> Void) throws(OutputError) {
    do throws(OutputError) {
      try body(&stream)
    } catch {
      throw OutputError(path: target, reason: error.reason)
    }
  }

  /// Ends the file, to the last byte on the disk.
  func finish() throws(OutputError) {
    let target = target
    try write { (stream: inout FileWriter) throws(OutputError) in
      try stream.keepRights(of: target)
      try stream.synchronize()
    }
  }

  /// Hands the finished file to whoever calls, who puts it into its place or removes it.
  func take() -> (path: String, target: String) {
    isTaken = true
    return (path, target)
  }
}
