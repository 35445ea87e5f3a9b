// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// The files of one run on their way into its folder: each is written beside its place, and all of
/// them are put there at once when the last is written. Until then an earlier run's files stay.
package struct FileList: ~Copyable {
  private let folder: OutputFolder
  private let byteOrderMark: Bool
  private var files: [(path: String, target: String)] = []
  private var names: [String] = []
  private var tooLong: [LongFile] = []

  package init(folder: OutputFolder, byteOrderMark: Bool) {
    self.folder = folder
    self.byteOrderMark = byteOrderMark
  }

  deinit { for file in files { UnfinishedFiles.remove(file.path) } }

  package mutating func write<Row>(
    _ table: CSVTable<Row>, _ rows: some Sequence<Row>
  ) throws(OutputError) {
    let byteOrderMark = byteOrderMark
    var count = 0
    try write(table.file) { (stream: inout FileWriter) throws(OutputError) in
      count = try table.write(rows, to: &stream, byteOrderMark: byteOrderMark)
    }
    if let long = LongFile(table.file, rows: count) { tooLong.append(long) }
  }

  package mutating func write(_ name: String, _ bytes: [UInt8]) throws(OutputError) {
    try write(name) { (stream: inout FileWriter) throws(OutputError) in
      try stream.write(bytes)
    }
  }

  package mutating func write(_ name: String, _ text: String) throws(OutputError) {
    try write(name) { (stream: inout FileWriter) throws(OutputError) in
      try stream.write(text)
    }
  }

  /// Names a file that was written while the run went on.
  package mutating func mention(_ name: String) { names.append(name) }

  /// Writes a file piece by piece.
  mutating func write(
    _ name: String, _ body: (inout FileWriter) throws(OutputError) -> Void
  ) throws(OutputError) {
    files.append((try folder.prepare(name, body), folder.place(of: name)))
    names.append(name)
  }

  /// Puts all files into their places, with the manifest as the last: it tells that the others are
  /// whole.
  ///
  /// - Parameter allNames: Every file that a run may write; of an earlier run those that this one has
  ///   not written go.
  @discardableResult
  package consuming func finish(
    _ manifest: Manifest, replacing allNames: [String]
  ) throws(OutputError) -> WrittenFiles {
    try write(OutputFolder.manifest, manifest.json(files: names).text)
    try folder.publish(files, replacing: allNames)
    return WrittenFiles(names: names, tooLong: tooLong)
  }
}
