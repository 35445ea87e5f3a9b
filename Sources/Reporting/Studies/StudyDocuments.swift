// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Exports
import Studies
package import Tables
import Wording

/// What a study is collected into.
package enum StudyDocuments {
  private static let parquet = ["points.parquet", "replications.parquet"]

  /// Names of all files that a collection may write into its folder.
  package static var names: [String] {
    StudyTables.schemas.map(\.file) + parquet + [DataPackage.file, OutputFolder.manifest]
  }

  /// Writes the tables of a study, all of them or none.
  ///
  /// - Parameter parquet: Whether points and replications are wanted as Parquet too.
  package static func write(
    _ collection: StudyCollection, manifest: Manifest, to folder: OutputFolder,
    byteOrderMark: Bool, parquet: Bool
  ) throws(OutputError) -> WrittenFiles {
    let tables = StudyTables(collection.plan)
    let estimates = tables.estimates(withSettings: true)
    var files = FileList(folder: folder, byteOrderMark: byteOrderMark)
    try files.write(estimates.csv, collection.estimates)
    try files.write(tables.replications.csv, collection.rows)
    var exports = [estimates.export, tables.replications.export]
    // The file of points has a row for each measure: it is no list of points to refer to.
    exports[1].references = []
    let sizes = collection.sizes
    if !sizes.isEmpty {
      try files.write(tables.sizes.csv, rows(of: sizes))
      exports.append(tables.sizes.export)
    }
    if parquet {
      try files.write(parquet: Self.parquet[0], estimates, collection.estimates)
      try files.write(parquet: Self.parquet[1], tables.replications, collection.rows)
    }
    try files.write(
      DataPackage.file, DataPackage.json(name: collection.plan.name, exports).text)
    return try files.finish(manifest, replacing: names)
  }

  static func rows(of sizes: [StudySizes]) -> [StudySizeRow] {
    sizes.flatMap { sizes in
      sizes.sizes.enumerated().flatMap { unit, periods in
        periods.indices.map { StudySizeRow(sizes: sizes, unit: unit, period: $0) }
      }
    }
  }

  /// What the manifest says of a study.
  package static func facts(_ collection: StudyCollection) -> [JSONValue.Member] {
    let plan = collection.plan
    let missing = collection.states.indices.filter { !collection.states[$0].isComplete }
    return [
      .init(
        "study",
        [
          "name": .string(plan.name), "identity": .string(plan.identity),
          "scenario": .string(plan.scenario), "scenario_hash": .string(plan.scenarioHash),
          "seed": .string(String(plan.seed)), "replications": .integer(plan.replications),
          "points": .integer(plan.points.count),
          "is_complete": .bool(missing.isEmpty),
          "thin_points": .string(IndexList(collection.thinPoints).description),
        ])
    ]
  }
}

extension FileList {
  fileprivate mutating func write<Row>(
    parquet name: String, _ table: TypedTable<Row>, _ rows: some Sequence<Row>
  ) throws(OutputError) {
    try write(name) { (stream: inout FileWriter) throws(OutputError) in
      var writer = ParquetWriter(table.export)
      for row in rows { try stream.write(writer.append(table.values(row))) }
      try stream.write(writer.finish())
    }
  }
}
