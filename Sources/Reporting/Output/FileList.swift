// SPDX-License-Identifier: GPL-3.0-or-later

import Exports
import Tables

/// The files of one run on their way into its folder: each is written beside its place, and all of
/// them are put there at once when the last is written. Until then an earlier run's files stay.
///
/// Every table of every command goes through here, and so into each format that was asked for.
package struct FileList: ~Copyable {
  private let folder: OutputFolder
  private let formats: TableFormats
  private var files: [(path: String, target: String)] = []
  private var names: [String] = []
  private var tooLong: [LongFile] = []
  private var tables: [(table: ExportTable, file: String)] = []
  /// Begun with the first table.
  private var database: DatabaseFile?
  private var workbook: WorkbookFile?

  package init(folder: OutputFolder, _ formats: TableFormats) {
    self.folder = folder
    self.formats = formats
  }

  deinit { for file in files { UnfinishedFiles.remove(file.path) } }

  /// Writes a table in every format that was asked for, each row looked at once.
  package mutating func write<Row>(
    _ table: CSVTable<Row>, _ rows: some Sequence<Row>
  ) throws(OutputError) {
    let columns = table.columns(for: rows)
    let export = referring(table.export(columns))
    let name = formats.file(table.file)
    let csv = DelimitedSink(
      try folder.begin(name), columns.map(\.name), byteOrderMark: formats.byteOrderMark,
      gzip: formats.gzip)
    let parquet =
      formats.parquet
      ? ParquetSink(try folder.begin(TableFormats.parquet(table.file)), export) : nil
    var sinks: [any TableSink] = [csv] + (parquet.map { [$0] } ?? [])
    if database == nil, let file = formats.database { database = try DatabaseFile(file) }
    if workbook == nil, let file = formats.workbook { workbook = try WorkbookFile(file) }
    if let database { sinks.append(try database.begin(export)) }
    if let workbook { sinks.append(try workbook.begin(export)) }
    let count = try TableRows(columns).write(rows, to: sinks)
    for sink in [csv.file, parquet?.file].compactMap(\.self) { add(sink) }
    tables.append((export, name))
    if let long = LongFile(table.file, rows: count), !formats.gzip { tooLong.append(long) }
  }

  /// A table whose plans are those of the comparison that stands before it.
  private func referring(_ table: ExportTable) -> ExportTable {
    var table = table
    if table.key.contains("plan"),
      tables.contains(where: { $0.table.name == "comparison" && $0.table.key == ["plan"] })
    {
      table.references.append(.init(["plan"], to: "comparison"))
    }
    return table
  }

  private mutating func add(_ file: PartialFile) {
    files.append(file.take())
    names.append(String(file.target.split(separator: "/").last ?? ""))
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
    if !tables.isEmpty {
      try write(DataPackage.file, DataPackage.json(name: manifest.title, tables).text)
    }
    if let file = try database?.finish() { files.append(file) }
    if let file = try workbook?.finish() { files.append(file) }
    try write(OutputFolder.manifest, manifest.json(files: names).text)
    try folder.publish(files, replacing: TableFormats.names(of: allNames))
    return WrittenFiles(names: names, tooLong: tooLong)
  }
}
