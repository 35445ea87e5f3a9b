// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Scorecards
package import Tables
import Wording

/// The files of scorecards, the manifest last.
package enum ScoreDocuments {
  package static let pageName = "scores.html"

  package static let schemas = [CSVTable<ScoreRow>.scores.schema]

  /// Names of all files that a run writes.
  package static var names: [String] {
    schemas.map(\.file) + [pageName, OutputFolder.manifest]
  }

  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  package static func write(
    _ outcome: ScoreUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.scores, ScoreRow.rows(of: outcome.scorecards))
    try files.write(pageName, page(outcome, options.style, manifest.version))
    return try files.finish(manifest, replacing: names)
  }

  package static func json(_ outcome: ScoreUseCase.Outcome) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "file": .string(outcome.source),
      "first_day": .string(outcome.days.first.description),
      "last_day": .string(outcome.days.last.description),
      "messages": .optional(outcome.messageCount),
      "sessions": .optional(outcome.sessionCount),
      "rules": CSVTable.rules.json(outcome.scorecards.map(\.rule)),
      "scores": CSVTable.scores.json(ScoreRow.rows(of: outcome.scorecards)),
    ]
  }

  private static func page(
    _ outcome: ScoreUseCase.Outcome, _ style: NumberStyle, _ version: String
  ) -> String {
    Markup.page(outcome.source, style.language) { body in
      body.element("header") { $0.element("h1", text: outcome.source) }
      content(outcome, style, &body)
      body.element("footer") { footer in footer.element("p", text: "inquiry " + version) }
    }
  }

  /// The page's sections, wherever the page stands.
  static func content(
    _ outcome: ScoreUseCase.Outcome, _ style: NumberStyle, _ body: inout Markup
  ) {
    let words = ScoreText(outcome, style: style)
    body.element("p", ["class": "soft"], text: words.heading)
    for card in outcome.scorecards {
      body.element("section") { part in
        part.element("h2", text: card.rule.name[style.language])
        part.element("p", ["class": "soft"], text: words.title(card))
        part.table(words.readings(card))
        for sentence in words.verdict(card) { part.element("p", text: sentence) }
        if card.agents.count > 1 { part.table(words.agents(card)) }
        part.element("p", ["class": "soft"], text: card.rule.source)
      }
    }
  }
}
