// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Reporting
import Wording

/// Where a run's files go, and what is to be said of them in its manifest; checked before the work, as a
/// run should not end with nowhere to put its results.
struct RunTarget {
  /// nil where the run only prints.
  let folder: OutputFolder?
  private let formats: TableFormats
  private let inputs: [InputRecord]

  /// - Parameters:
  ///   - path: Of the folder, which is made.
  ///   - inputs: Files that the run reads, which are never replaced.
  ///   - names: Of all files that it may write.
  init(
    _ path: String?, _ tables: TableOptions, sparing inputs: [String], for names: [String]
  ) throws(OutputError) {
    folder = try path.map { path throws(OutputError) in
      try OutputFolder(path: path, sparing: inputs, for: names)
    }
    formats = try tables.formats(sparing: inputs)
    self.inputs = folder == nil ? [] : InputRecord.records(of: inputs)
  }

  func documents(_ language: Language, currency: String = "CNY") -> DocumentOptions {
    DocumentOptions(language: language, currency: currency, formats: formats)
  }

  /// Writes the files where there is a folder, and says which of them no sheet can hold.
  func write(
    _ language: Language,
    _ body: (OutputFolder, [InputRecord]) throws(OutputError) -> WrittenFiles
  ) throws(OutputError) {
    guard let folder else { return }
    printNotes(try body(folder, inputs).tooLong, language)
  }
}
