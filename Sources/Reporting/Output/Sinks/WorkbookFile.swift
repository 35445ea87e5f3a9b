// SPDX-License-Identifier: GPL-3.0-or-later

import Exports

/// A workbook on its way beside its place, a sheet for each table of a run.
final class WorkbookFile {
  fileprivate let file: PartialFile
  fileprivate var writer = WorkbookWriter()

  init(_ file: OutputFile) throws(OutputError) { self.file = try file.begin() }

  func begin(_ table: ExportTable) throws(OutputError) -> any TableSink {
    try file.write(writer.begin(table))
    return WorkbookSink(self)
  }

  /// Ends the workbook, which whoever calls puts into its place.
  func finish() throws(OutputError) -> (path: String, target: String) {
    try write { writer throws(WorkbookError) in try writer.finish() }
    try file.finish()
    return file.take()
  }

  fileprivate func write(
    _ body: (inout WorkbookWriter) throws(WorkbookError) -> [UInt8]
  ) throws(OutputError) {
    let bytes: [UInt8]
    do throws(WorkbookError) {
      bytes = try body(&writer)
    } catch {
      throw OutputError(path: file.target, reason: .noWorkbook(error))
    }
    try file.write(bytes)
  }
}

/// One sheet of a workbook.
private final class WorkbookSink: TableSink {
  private let workbook: WorkbookFile

  init(_ workbook: WorkbookFile) { self.workbook = workbook }

  var isTyped: Bool { true }

  func append(_ cells: [CSVCell], _ values: [ExportValue]) throws(OutputError) {
    try workbook.write { writer throws(WorkbookError) in try writer.append(values) }
  }

  func end() throws(OutputError) {
    try workbook.write { writer throws(WorkbookError) in writer.end() }
  }
}
