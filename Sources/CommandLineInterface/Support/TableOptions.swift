// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reporting
import Wording

/// How the tables of a command that writes a folder are written, and where they stand too.
struct TableOptions: ParsableArguments {
  @Flag(help: "Begin CSV files with a byte-order mark, for Excel.")
  var bom = false

  @Flag(help: "Pack CSV files with gzip, as NAME.csv.gz, which pandas, R and DuckDB read as it is.")
  var gzip = false

  @Flag(help: "Write every table as Parquet too, as NAME.parquet.")
  var parquet = false

  @Option(
    help:
      "Write one SQLite database of all tables too, with types, keys and Chinese names as views.",
    completion: .file(extensions: ["sqlite", "db"]))
  var sqlite: String?

  @Option(
    help: "Write one workbook of all tables too, a sheet for each.",
    completion: .file(extensions: ["xlsx"]))
  var xlsx: String?

  private static let databases = [".sqlite", ".sqlite3", ".db"]

  func validate() throws {
    if let sqlite, !Self.databases.contains(where: sqlite.lowercased().hasSuffix) {
      throw ValidationError(
        "--sqlite", found: sqlite, allowed: "a name that ends in .sqlite or .db")
    }
    if let xlsx, !xlsx.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--xlsx", found: xlsx, allowed: "a name that ends in .xlsx")
    }
  }

  /// Refuses what would be written nowhere.
  func requireFolder(_ hasFolder: Bool, named option: String = "--output") throws {
    guard !hasFolder else { return }
    for (name, isAsked) in [
      ("--gzip", gzip), ("--parquet", parquet), ("--sqlite", sqlite != nil),
      ("--xlsx", xlsx != nil),
    ] where isAsked {
      throw ValidationError(saying: "\(name) needs \(option).")
    }
  }

  /// The files are checked as they are named, before the work; their folders must be there.
  ///
  /// - Parameter inputs: Files that the command reads, which are never replaced.
  func formats(sparing inputs: [String]) throws(OutputError) -> TableFormats {
    func file(_ path: String) throws(OutputError) -> OutputFile {
      try OutputFile(path: path, replaces: true, sparing: inputs)
    }
    return TableFormats(
      byteOrderMark: bom, gzip: gzip, parquet: parquet, database: try sqlite.map(file),
      workbook: try xlsx.map(file))
  }

  /// To repeat the run, but for the files beside its folder.
  var arguments: [String] {
    (bom ? ["--bom"] : []) + (gzip ? ["--gzip"] : []) + (parquet ? ["--parquet"] : [])
  }
}
