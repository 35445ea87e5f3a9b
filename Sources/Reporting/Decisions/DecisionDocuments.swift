// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Tables
import Wording

/// The files of decisions on the past, the manifest last.
package enum DecisionDocuments {
  package static let pageName = "decisions.html"

  package static let schemas: [CSVSchema] = [
    CSVTable<DecisionRow>.decisions.schema, CSVTable<RuleRecord>.decisionRules.schema,
  ]

  /// Names of all files that a run may write.
  package static var names: [String] {
    schemas.map(\.file) + [pageName, OutputFolder.manifest]
  }

  /// - Returns: What was written.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ outcome: DecideUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.decisions, DecisionRow.rows(of: outcome))
    try files.write(.decisionRules, outcome.records)
    try files.write(pageName, page(outcome, options.style, manifest.version))
    return try files.finish(manifest, replacing: names)
  }

  package static func json(_ outcome: DecideUseCase.Outcome) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "decisions": CSVTable.decisions.json(DecisionRow.rows(of: outcome)),
      "rules": CSVTable.decisionRules.json(outcome.records),
    ]
  }

  private static func page(
    _ outcome: DecideUseCase.Outcome, _ style: NumberStyle, _ version: String
  ) -> String {
    let words = DecisionText(outcome, style: style)
    let charts = DecisionChart.Excess.allCases.map {
      DecisionChart(outcome: outcome, words: words, style: style, excess: $0)
    }
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    return Markup.page(outcome.plan, style.language) { body in
      body.element("header") { header in
        header.element("h1", text: say("Decisions on the past", "回到过去做决定"))
        header.element("p", ["class": "soft"], text: words.sentence)
      }
      body.picture(
        say("Kept against excess", "兑现与超出"), charts.compactMap(\.markup),
        caption: say(
          "To the left costs less, higher keeps more. Bars are 95% intervals of the share.",
          "越靠左费用越少，越高兑现越多。竖线为比例的 95% 区间。"),
        keys: charts[0].keys)
      for (title, table) in [
        (say("Rules", "方法"), words.rules), (say("Periods", "时段"), words.periods),
      ] {
        body.element("section") { part in
          part.element("h2", text: title)
          part.table(table)
        }
      }
      body.element("footer") { $0.element("p", text: "inquiry \(version)") }
    }
  }
}
