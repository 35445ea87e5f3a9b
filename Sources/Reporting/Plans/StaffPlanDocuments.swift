// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Capacity
import Experiments
import Plans
import Scenarios
package import Tables
import Wording

/// The files of a staff plan, the manifest last.
package enum StaffPlanDocuments {
  package static let pageName = "plan.html"

  package static let schemas: [CSVSchema] = [
    CSVTable<StaffBookingRow>.staffBookings.schema,
    CSVTable<StaffCoverageRow>.staffCoverage.schema,
    CSVTable<StaffWayRow>.staffWays.schema,
    CSVTable<StaffCoverRow>.staffCover.schema,
    CSVTable<StaffCoverRow>.staffShifts.schema,
  ]

  /// Names of all files that a run may write.
  package static var names: [String] {
    schemas.map(\.file) + [pageName, OutputFolder.manifest]
  }

  /// - Returns: What was written.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ outcome: PlanUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.staffBookings, StaffBookingRow.rows(of: outcome))
    try files.write(.staffCoverage, StaffCoverageRow.rows(of: outcome))
    try files.write(.staffWays, StaffWayRow.rows(of: outcome))
    try files.write(.staffCover, StaffCoverRow.rows(of: outcome))
    try files.write(.staffShifts, StaffCoverRow.shifts(of: outcome))
    try files.write(pageName, page(outcome, options.style, manifest.version))
    return try files.finish(manifest, replacing: names)
  }

  package static func json(_ outcome: PlanUseCase.Outcome) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(outcome.scenario.name),
      "time_zone": .string(outcome.scenario.timeZone),
      "plan": .string(outcome.plans[0].plan.name),
      "hold": .string(outcome.plans[0].planned.question.requirement.hold.rawValue),
      "answer": .string(outcome.plans[0].planned.checks.map(\.result).answer.rawValue),
      "bookings": CSVTable.staffBookings.json(StaffBookingRow.rows(of: outcome)),
      "coverage": CSVTable.staffCoverage.json(StaffCoverageRow.rows(of: outcome)),
      "ways": CSVTable.staffWays.json(StaffWayRow.rows(of: outcome)),
    ]
  }

  private static func page(
    _ outcome: PlanUseCase.Outcome, _ style: NumberStyle, _ version: String
  ) -> String {
    Markup.page(outcome.scenario.name, style.language) { body in
      body.element("header") { $0.element("h1", text: outcome.scenario.name) }
      content(outcome, style, &body)
      body.element("footer") { footer in
        footer.element(
          "p",
          text: Localized(
            en:
              "Seed \(outcome.scenario.seed) · scenario \(outcome.scenarioHash) · inquiry \(version)",
            zh: "种子 \(outcome.scenario.seed) · 场景 \(outcome.scenarioHash) · inquiry \(version)")[
              style.language])
      }
    }
  }

  /// The page's sections, wherever the page stands.
  static func content(
    _ outcome: PlanUseCase.Outcome, _ style: NumberStyle, _ body: inout Markup
  ) {
    let words = StaffPlanText(outcome, style: style)
    let chart = StaffPlanChart(outcome: outcome, style: style)
    let best = outcome.plans[0].planned
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    body.element("p", ["class": "soft"], text: words.heading)
    for target in words.targets { body.element("p", text: target) }
    body.element("p", ["class": "lead"], text: words.verdict)
    for sentence in words.cheaper { body.element("p", text: sentence) }
    body.element("section") { part in
      part.element("h2", text: say("To book", "应预订"))
      part.table(words.bookings)
      for sentence in words.beside { part.element("p", text: sentence) }
    }
    body.element("section") { part in
      part.element("h2", text: say("Who works when", "逐日排班"))
      part.table(words.calendar)
    }
    body.picture(
      say("On duty against need", "在岗与需求"), [chart.staffing],
      caption: say(
        "The area is who is on duty, the line the need by interval. Where the line is above the area, "
          + "other hours of the day make up for it.",
        "阴影为在岗人数，折线为逐时段需求；折线高于阴影处由当日其他时段弥补。"),
      keys: chart.keys)
    DutyTable(best.requirement, onDuty: best.proof?.profile, style: style).append(to: &body)
    body.element("section") { part in
      part.element("h2", text: say("Proof", "检验"))
      for sentence in words.employed + words.proof { part.element("p", text: sentence) }
    }
    if outcome.plans.count > 1 {
      body.element("section") { part in
        part.element("h2", text: say("Under each contract", "各合同"))
        part.table(words.plans)
      }
    }
    if !outcome.others.isEmpty {
      body.element("section") { part in
        part.element("h2", text: say("Other ways", "其他做法"))
        part.table(words.others)
        for sentence in words.savings + words.finalists { part.element("p", text: sentence) }
      }
    }
    for sentence in words.refusals + [words.note] {
      body.element("p", ["class": "soft"], text: sentence)
    }
  }
}
