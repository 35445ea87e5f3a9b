// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import RosterFiles
import Rostering
package import Tables
import Wording

/// The files of a roster, the manifest last.
package enum RosterDocuments {
  package static let pageName = "roster.html"
  package static let summaryName = "summary.json"

  package static let schemas: [CSVSchema] = [
    CSVTable<DutyRow>.roster.schema, CSVTable<CoverageRow>.coverage.schema,
  ]

  /// Names of all files that a run may write, but for people's calendars.
  package static var names: [String] {
    schemas.map(\.file) + [pageName, summaryName, OutputFolder.manifest]
  }

  /// - Parameter stamp: Of the calendars' entries; nil for the first day's beginning.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ outcome: RosterMakeUseCase.Outcome, stamp: String?, manifest: Manifest,
    to folder: OutputFolder, options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    let rows = DutyRow.rows(of: outcome)
    try files.write(.roster, rows)
    try files.write(.coverage, CoverageRow.rows(of: outcome))
    let calendars = RosterCalendar.names(of: outcome.problem.people)
    let stamp = stamp ?? RosterCalendar.stamp(of: outcome.problem.days.first)
    for (person, name) in calendars.enumerated() {
      try files.write(
        name, RosterCalendar.text(rows.filter { $0.person == person }, stamp: stamp))
    }
    try files.write(pageName, page(outcome, options.style, manifest.version))
    try files.write(summaryName, summary(outcome).text)
    return try files.finish(manifest, replacing: names + calendars)
  }

  /// What is known of the roster, the same whenever it is made again.
  package static func summary(_ outcome: RosterMakeUseCase.Outcome) -> JSONValue {
    .object(members(outcome))
  }

  /// The summary with the roster itself and the seconds that it took.
  package static func json(_ outcome: RosterMakeUseCase.Outcome) -> JSONValue {
    .object(
      members(outcome) + [
        .init("seconds", .optional(Double(Decimals.fixed(outcome.solution.seconds, places: 3)))),
        .init("roster", CSVTable.roster.json(DutyRow.rows(of: outcome))),
        .init("coverage", CSVTable.coverage.json(CoverageRow.rows(of: outcome))),
      ])
  }

  private static func members(_ outcome: RosterMakeUseCase.Outcome) -> [JSONValue.Member] {
    let (problem, solution) = (outcome.problem, outcome.solution)
    let parts = solution.objective.parts.map { JSONValue.Member($0.key, .integer($0.value)) }
    return [
      .init("schema_version", .integer(CSVSchema.version)),
      .init("first_day", .string(problem.days.first.description)),
      .init("last_day", .string(problem.days.last.description)),
      .init("people", .integer(problem.people.count)),
      .init("objective", .integer(solution.objective.total)),
      .init("objective_parts", .object(parts)),
      .init("bound", .integer(solution.bound)),
      .init("gap", .optional(Double(Decimals.fixed(solution.gap, places: 6)))),
      .init("proven", .bool(solution.isProven)),
      .init("ending", .string(solution.ending.rawValue)),
      .init("method", .string(solution.method)),
      // As text: JSON readers keep only 53 bits of a number.
      .init("seed", .string(String(solution.seed))),
      .init("iterations", .integer(solution.iterations)),
      .init("changes", .optional(outcome.changes)),
      .init("shortages", .array(outcome.shortages.map { shortage($0, problem) })),
      .init("broken_rules", .array(outcome.violations.map { violation($0, problem) })),
    ]
  }

  private static func shortage(_ shortage: CoverShortage, _ problem: RosterProblem) -> JSONValue {
    [
      "date": .string(problem.days[shortage.day].description),
      "shift": .string(problem.kinds[shortage.duty.kind].name),
      "group": .string(problem.groups[shortage.duty.group]),
      "wanted": .integer(shortage.wanted), "rostered": .integer(shortage.found),
      "able": .integer(shortage.able),
      "on_leave": .strings(shortage.onLeave.map { problem.people[$0].name }),
    ]
  }

  private static func violation(
    _ violation: RosterViolation, _ problem: RosterProblem
  ) -> JSONValue {
    [
      "person": .string(problem.people[violation.person].name),
      "date": .string(problem.days[violation.day].description),
      "rule": .string(violation.rule.key), "found": .integer(violation.found),
      "allowed": .integer(violation.allowed),
    ]
  }

  /// A check of a roster that somebody wrote.
  package static func json(_ outcome: RosterCheckUseCase.Outcome) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "first_day": .string(outcome.problem.days.first.description),
      "last_day": .string(outcome.problem.days.last.description),
      "broken_rules": .array(outcome.violations.map { violation($0, outcome.problem) }),
      "shortages": .array(outcome.shortages.map { shortage($0, outcome.problem) }),
      "short_intervals": outcome.intervals.map { .array($0.map(interval)) } ?? .null,
    ]
  }

  private static func interval(_ shortage: IntervalShortage) -> JSONValue {
    [
      "date": .string(shortage.date.description),
      "from": .string(IntervalShortageTable.clock(shortage.start)),
      "to": .string(IntervalShortageTable.clock(shortage.end)),
      "group": .string(shortage.group), "wanted": .integer(shortage.wanted),
      "on_duty": .optional(Double(Decimals.fixed(shortage.found, places: 3))),
    ]
  }

  private static func page(
    _ outcome: RosterMakeUseCase.Outcome, _ style: NumberStyle, _ version: String
  ) -> String {
    let words = RosterText(outcome, style: style)
    let chart = RosterChart(
      problem: outcome.problem, roster: outcome.solution.roster, language: style.language)
    func say(_ en: String, _ zh: String) -> String { Localized(en: en, zh: zh)[style.language] }
    return Markup.page(words.heading, style.language) { body in
      body.element("header") { $0.element("h1", text: words.heading) }
      body.picture(
        say("Who works when", "谁在何时上班"), chart.charts,
        caption: say(
          "A day's column is 24 hours wide; weekends are shaded, dashes are leave.",
          "每日一列，宽 24 小时；底色为周末，虚线为休假。"),
        keys: chart.keys)
      content(outcome, style, &body)
      body.element("footer") { $0.element("p", text: "inquiry \(version)") }
    }
  }

  /// What the roster leaves short and what it costs, wherever the page stands.
  static func content(
    _ outcome: RosterMakeUseCase.Outcome, _ style: NumberStyle, _ body: inout Markup
  ) {
    let words = RosterText(outcome, style: style)
    body.element("section") { part in
      part.element(
        "h2", text: Localized(en: "Cover and price", zh: "人数与代价")[style.language])
      if let shortages = words.shortages { part.table(shortages) }
      for sentence in words.sentences { part.element("p", text: sentence) }
      part.table(words.parts)
      part.element("p", ["class": "soft"], text: words.method)
    }
  }
}
