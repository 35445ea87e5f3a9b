// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Capacity
import Experiments
import Scenarios
package import Tables
import Wording

/// The files of a requirement, the manifest last.
package enum RequirementDocuments {
  package static let pageName = "requirement.html"

  package static let schemas: [CSVSchema] = [
    CSVTable<RequirementRow>.requirements.schema,
    CSVTable<RequirementServiceRow>.requirementService.schema,
    CSVTable<RequirementCheckRow>.requirementChecks.schema,
  ]

  /// Names of all files that a run may write.
  package static var names: [String] {
    schemas.map(\.file) + [pageName, OutputFolder.manifest]
  }

  /// - Returns: What was written.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ outcome: RequireUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.requirements, RequirementRow.rows(of: outcome))
    try files.write(
      .requirementService, RequirementServiceRow.rows(of: outcome.requirement))
    try files.write(.requirementChecks, RequirementCheckRow.rows(of: outcome.requirement))
    try files.write(pageName, page(outcome, options.style, manifest.version))
    return try files.finish(manifest, replacing: names)
  }

  package static func json(_ outcome: RequireUseCase.Outcome) -> JSONValue {
    let requirement = outcome.requirement
    return [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(requirement.question.scenario.name),
      "time_zone": .string(requirement.question.scenario.timeZone),
      "plan": .string(outcome.plan),
      "hold": .string(requirement.question.hold.rawValue),
      "answer": .string(requirement.found.answer.rawValue),
      "requirements": CSVTable.requirements.json(RequirementRow.rows(of: outcome)),
      "service": CSVTable.requirementService.json(RequirementServiceRow.rows(of: requirement)),
      "checks": CSVTable.requirementChecks.json(RequirementCheckRow.rows(of: requirement)),
    ]
  }

  private static func page(
    _ outcome: RequireUseCase.Outcome, _ style: NumberStyle, _ version: String
  ) -> String {
    let scenario = outcome.requirement.question.scenario
    return Markup.page(scenario.name, style.language) { body in
      body.element("header") { $0.element("h1", text: scenario.name) }
      content(outcome, style, &body)
      body.element("footer") { footer in
        footer.element(
          "p",
          text: Localized(
            en: "Seed \(scenario.seed) · scenario \(outcome.scenarioHash) · inquiry \(version)",
            zh: "种子 \(scenario.seed) · 场景 \(outcome.scenarioHash) · inquiry \(version)")[
              style.language])
      }
    }
  }

  /// The page's sections, wherever the page stands.
  static func content(
    _ outcome: RequireUseCase.Outcome, _ style: NumberStyle, _ body: inout Markup
  ) {
    let requirement = outcome.requirement
    let words = RequirementText(outcome, style: style)
    let chart = RequirementChart(
      requirement: requirement, onDuty: outcome.onDuty, words: words, style: style)
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    body.element("p", ["class": "soft"], text: words.heading)
    for target in words.targets { body.element("p", text: target) }
    body.picture(
      say("People required", "所需人数"), [chart.staffing, chart.inquiries],
      caption: say(
        "The area is what simulation found; lines are the same and what formulas ask for.",
        "阴影为模拟所得；折线为模拟与各公式所需人数。"),
      keys: chart.keys)
    body.element("section") { part in
      part.element("h2", text: say("By day", "逐日"))
      part.table(words.days)
      for sentence in words.verdict + words.worst { part.element("p", text: sentence) }
      part.element("p", ["class": "soft"], text: words.note)
    }
    DutyTable(requirement, onDuty: outcome.onDuty, style: style).append(to: &body)
    body.element("section") { part in
      part.element("h2", text: say("Methods", "方法"))
      part.table(words.methods)
      for sentence in words.sentences { part.element("p", ["class": "soft"], text: sentence) }
    }
  }
}
