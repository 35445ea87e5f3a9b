// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Studies
package import Tables
import Wording

/// What a study is collected into.
package enum StudyDocuments {
  /// Names of all files that a collection may write into its folder.
  package static var names: [String] {
    StudyTables.schemas.map(\.file) + [OutputFolder.manifest]
  }

  /// Writes the tables of a study, all of them or none; the database has tables of its own
  /// (`StudyDatabase`).
  package static func write(
    _ collection: StudyCollection, manifest: Manifest, to folder: OutputFolder,
    formats: TableFormats
  ) throws(OutputError) -> WrittenFiles {
    let tables = StudyTables(collection.plan)
    var files = FileList(folder: folder, formats)
    try files.write(tables.estimates(withSettings: true), collection.estimates)
    try files.write(tables.replications(ofPoints: false), collection.rows)
    let sizes = collection.sizes
    if !sizes.isEmpty { try files.write(tables.sizes, rows(of: sizes)) }
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
