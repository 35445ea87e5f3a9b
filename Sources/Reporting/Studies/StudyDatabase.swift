// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Exports
import Studies
import Wording

/// A study as one SQLite file: tables with types and keys, and views that a person can ask.
package enum StudyDatabase {
  /// Writes the database whole or not at all.
  ///
  /// - Parameter file: Is replaced.
  package static func write(_ collection: StudyCollection, to file: OutputFile) throws(OutputError)
  {
    try file.make { path throws(OutputError) in
      do throws(SQLiteError) {
        let database = try SQLiteFile(making: path)
        try fill(database, collection)
        try database.finish()
      } catch {
        throw OutputError(error, path)
      }
    }
  }

  private static func fill(
    _ database: SQLiteFile, _ collection: StudyCollection
  ) throws(SQLiteError) {
    let plan = collection.plan
    let tables = StudyTables(plan)
    let points = tables.points
    try database.write(
      points.export,
      plan.points.enumerated().lazy.map { number, point in
        points.values(StudyPointRow(point: number, values: point.values))
      })
    try database.write(measures, plan.measures.map(row))
    let estimates = tables.estimates(withSettings: false)
    try database.write(
      estimates.export, collection.estimates.lazy.map { estimates.values($0) })
    let replications = tables.replications(ofPoints: true)
    try database.write(
      replications.export, collection.rows.lazy.map { replications.values($0) })
    let sizes = tables.sizes
    try database.write(
      sizes.export, StudyDocuments.rows(of: collection.sizes).map(sizes.values))
    try database.view("results", as: view(collection, .english))
    try database.view("结果", as: view(collection, .chinese))
  }

  private static let measures = ExportTable(
    "measures",
    columns: [
      ExportColumn("measure", .text, meaning: Localized(en: "Key of the measure", zh: "指标的键")),
      ExportColumn("unit", .text, meaning: Localized(en: "Unit", zh: "单位")),
      ExportColumn("name_zh", .text, meaning: Localized(en: "Chinese name", zh: "中文名称")),
      ExportColumn("meaning_en", .text, meaning: Localized(en: "What it is", zh: "英文含义")),
      ExportColumn("meaning_zh", .text, meaning: Localized(en: "What it is, in Chinese", zh: "含义")),
    ], key: ["measure"])

  private static func row(_ measure: StudyMeasure) -> [ExportValue] {
    let (meaning, heading) = (measure.meaning, measure.heading)
    return [
      .text(measure.key), .text(measure.unit), .text(heading.zh), .text(meaning.en),
      .text(meaning.zh),
    ]
  }

  /// One row for each point and plan, with the means of the measures side by side.
  private static func view(_ collection: StudyCollection, _ language: Language) -> String {
    let plan = collection.plan
    func name(_ en: String, _ zh: String) -> String {
      SQLiteFile.quoted(Localized(en: en, zh: zh)[language])
    }
    var columns = ["p.point AS \(name("point", "点"))"]
    columns += plan.paths.map { "p.\(SQLiteFile.quoted($0)) AS \(SQLiteFile.quoted($0))" }
    columns.append("e.plan AS \(name("plan", "方案"))")
    for measure in plan.measures {
      let heading = language == .english ? measure.key : measure.heading.zh
      let key = measure.key.replacing("'", with: "''")
      columns.append(
        "max(CASE e.measure WHEN '\(key)' THEN e.mean END) AS \(SQLiteFile.quoted(heading))")
    }
    columns.append("min(e.n) AS \(name("n", "模拟次数"))")
    columns.append("max(e.is_thin) AS \(name("is_thin", "不完整"))")
    return "SELECT \(columns.joined(separator: ", ")) FROM estimates AS e "
      + "JOIN points AS p ON p.point = e.point GROUP BY e.point, e.plan"
  }
}
