// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Capacity
import Experiments
import Inference
import Planning
import Plans
import Scenarios
package import Tables
import Wording

/// The files of a year's headcount, the manifest last.
package enum HeadcountDocuments {
  package static let pageName = "headcount.html"

  package static let schemas: [CSVSchema] = [
    CSVTable<HeadcountRow>.headcount.schema,
    CSVTable<YearActionRow>.yearBookings.schema,
    CSVTable<YearShiftRow>.yearShifts.schema,
    CSVTable<YearProofRow>.yearProof.schema,
    CSVTable<ReserveRow>.reserve.schema,
    CSVTable<YearWayRow>.yearWays.schema,
  ]

  /// Names of all files that a run may write.
  package static var names: [String] {
    schemas.map(\.file) + [pageName, OutputFolder.manifest]
  }

  /// - Returns: What was written.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ outcome: HeadcountUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.headcount, HeadcountRow.rows(of: outcome))
    try files.write(.yearBookings, YearActionRow.rows(of: outcome))
    try files.write(.yearShifts, YearShiftRow.rows(of: outcome))
    try files.write(.yearProof, YearProofRow.rows(of: outcome))
    try files.write(.reserve, ReserveRow.rows(of: outcome))
    try files.write(.yearWays, YearWayRow.rows(of: outcome))
    try files.write(pageName, page(outcome, options.style, manifest.version))
    return try files.finish(manifest, replacing: names)
  }

  package static func json(_ outcome: HeadcountUseCase.Outcome) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(outcome.scenario.name),
      "time_zone": .string(outcome.scenario.timeZone),
      "plan": .string(outcome.plans[0].plan.name),
      "answer": .string(outcome.plans[0].year.proof.promised.answer.rawValue),
      "headcount": CSVTable.headcount.json(HeadcountRow.rows(of: outcome)),
      "bookings": CSVTable.yearBookings.json(YearActionRow.rows(of: outcome)),
      "proof": CSVTable.yearProof.json(YearProofRow.rows(of: outcome)),
      "reserve": CSVTable.reserve.json(ReserveRow.rows(of: outcome)),
      "ways": CSVTable.yearWays.json(YearWayRow.rows(of: outcome)),
    ]
  }

  private static func page(
    _ outcome: HeadcountUseCase.Outcome, _ style: NumberStyle, _ version: String
  ) -> String {
    let words = HeadcountText(outcome, style: style)
    let chart = HeadcountChart(outcome: outcome, style: style)
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    let name = outcome.scenario.name
    return Markup.page(name, style.language) { body in
      body.element("header") { header in
        header.element("h1", text: name)
        header.element("p", ["class": "soft"], text: words.heading)
        for target in words.targets { header.element("p", text: target) }
        header.element("p", ["class": "lead"], text: words.verdict)
        for sentence in words.bound + words.standing { header.element("p", text: sentence) }
      }
      body.picture(
        say("Heads against need", "人数与需求"), [chart.heads],
        caption: say(
          "Bars are heads of the month (short term: the most on one day), the line the most people needed at "
            + "once on a day of it. Shifts and rest days take more heads than are there at once.",
          "柱为当月人数（短期为单日最多），折线为当月同一时刻最多需要的人数；分班与休息使人数多于同时在岗者。"),
        keys: chart.keys)
      body.element("section") { part in
        part.element("h2", text: say("Month by month", "逐月"))
        part.table(words.months)
        for sentence in words.monthNotes { part.element("p", text: sentence) }
      }
      body.element("section") { part in
        part.element("h2", text: say("What to do by when", "何时做什么"))
        part.table(words.allActions)
      }
      body.element("section") { part in
        part.element("h2", text: say("Cost of the year", "全期费用"))
        part.table(words.plans)
        if !outcome.others.isEmpty { part.table(words.others) }
        for sentence in words.nextBest + words.finalists { part.element("p", text: sentence) }
      }
      if let reserve = chart.reserve {
        body.picture(
          say("Reserve for promotions", "大促后备"), [reserve],
          caption: words.reserveNotes.joined(separator: " "), keys: chart.reserveKeys)
        body.element("section") { $0.table(words.reserve) }
      }
      body.element("footer") { footer in
        for refusal in words.refusals { footer.element("p", text: refusal) }
        footer.element("p", text: words.note)
        footer.element(
          "p",
          text: say(
            "Seed \(outcome.scenario.seed) · scenario \(outcome.scenarioHash) · inquiry " + version,
            "种子 \(outcome.scenario.seed) · 场景 \(outcome.scenarioHash) · inquiry \(version)"))
      }
    }
  }
}

extension YearWayRow {
  static func rows(of outcome: HeadcountUseCase.Outcome) -> [YearWayRow] {
    let zone = outcome.scenario.timeZone
    let first = outcome.plans[0]
    return outcome.plans.map { staffed in
      YearWayRow(
        plan: staffed.plan.name, way: "planned", cost: staffed.outcome.cost.total.interval,
        salesLost: staffed.outcome.commerce.salesLost.mean, proof: staffed.year.proof,
        gap: staffed.year.staff.gap, timeZone: zone)
    }
      + outcome.others.map { other in
        YearWayRow(
          plan: first.plan.name, way: other.kind.key(first.year.question.design),
          cost: other.outcome.cost.total.interval,
          salesLost: other.outcome.commerce.salesLost.mean, proof: other.proof, gap: nil,
          timeZone: zone)
      }
  }
}

extension YearAlternative.Kind {
  /// How files call it.
  func key(_ design: ShiftDesign) -> String {
    switch self {
    case .written: "written"
    case .without(let place):
      "without " + design.supplies[place].group + "/" + design.supplies[place].engagement.rawValue
    case .peakAndHalf: "peak_times_1.5"
    }
  }
}
