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
  /// Where finished work is kept until the files are written; nil where the run only prints.
  private let unfinished: UnfinishedRun?

  /// - Parameters:
  ///   - path: Of the folder, which is made.
  ///   - inputs: Files that the run reads, which are never replaced.
  ///   - names: Of all files that it may write.
  init(
    _ path: String?, _ tables: TableOptions, sparing inputs: [String], for names: [String]
  ) throws(OutputError) {
    unfinished = nil
    folder = try path.map { path throws(OutputError) in
      try OutputFolder(path: path, sparing: inputs, for: names)
    }
    formats = try tables.formats(sparing: inputs)
    self.inputs = folder == nil ? [] : InputRecord.records(of: inputs)
  }

  /// The same for long work, which goes on where it was interrupted.
  ///
  /// - Parameter scenario: Names the scenario's file, its settings and histories.
  /// - Throws: `UnfinishedRun.Problem`, or `OutputError`.
  init(
    _ path: String?, _ tables: TableOptions, sparing inputs: [String], for names: [String],
    _ resume: ResumeOptions, scenario: String
  ) throws {
    let target = try RunTarget(path, tables, sparing: inputs, for: names)
    (folder, formats) = (target.folder, target.formats)
    self.inputs = target.inputs
    unfinished = try target.folder.map { folder in
      try UnfinishedRun(
        in: folder, scenario: scenario,
        version: "\(ProductVersion.current) \(ProductVersion.revision)", resumes: resume.resume)
    }
  }

  /// Does the long work, of which the folder keeps what is finished.
  func during<Value: Sendable>(
    _ language: Language, _ work: () async throws -> Value
  ) async throws -> Value {
    guard let unfinished else { return try await work() }
    if unfinished.found > 0 {
      printError(
        Localized(
          en: "Going on: \(unfinished.found) pieces of the work were done before.",
          zh: "接着运行：此前已完成 \(unfinished.found) 块工作。")[language])
    }
    return try await unfinished.during(work)
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
    let written = try body(folder, inputs)
    unfinished?.finish()
    printNotes(written.tooLong, language)
  }
}
