// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The process's own streams, written at once and to the last byte.
///
/// The standard library's `print` keeps text back and says nothing of a full disk; Foundation's file
/// handles trap on one.
package enum StandardStream: Int32 {
  case output = 1
  case error = 2

  /// - Throws: `OutputError`, with the reason `closedPipe` where the reader has closed the stream.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    try writeAll(bytes, to: rawValue, named: OutputError.standardOutput)
  }

  package func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }
}
