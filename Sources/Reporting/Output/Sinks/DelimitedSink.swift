// SPDX-License-Identifier: GPL-3.0-or-later

import Exports

/// A table as CSV, packed where that is wanted.
final class DelimitedSink: TableSink {
  let file: PartialFile
  private var encoder: CSVEncoder
  private var gzip: GzipEncoder?

  /// Bytes that are packed and written at once.
  private static let piece = 60_000

  init(_ file: PartialFile, _ header: [String], byteOrderMark: Bool, gzip: Bool) {
    self.file = file
    encoder = CSVEncoder(byteOrderMark: byteOrderMark)
    encoder.append(header)
    self.gzip = gzip ? GzipEncoder() : nil
  }

  var isTyped: Bool { false }

  func append(_ cells: [CSVCell], _ values: [ExportValue]) throws(OutputError) {
    encoder.append(cells.lazy.map(\.text))
    if encoder.bytes.count > Self.piece { try drain() }
  }

  func end() throws(OutputError) {
    try drain()
    if let rest = gzip?.finish() { try file.write(rest) }
    try file.finish()
  }

  private func drain() throws(OutputError) {
    let bytes = encoder.drain()
    try file.write(gzip?.append(bytes) ?? bytes)
  }
}
