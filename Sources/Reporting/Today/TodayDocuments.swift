// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Capacity
import Experiments
import Inference
import Measures
import Plans
import Scenarios
package import Tables
import Wording

/// The files of a day that has begun, the manifest last.
package enum TodayDocuments {
  package static let schemas: [CSVSchema] = [
    CSVTable<TodayRow>.today.schema, CSVTable<TodayServiceRow>.todayService.schema,
    CSVTable<TodayChangeRow>.todayChanges.schema,
  ]

  /// Names of all files that a run writes.
  package static var names: [String] { schemas.map(\.file) + [OutputFolder.manifest] }

  /// - Returns: What was written.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ outcome: TodayUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.today, TodayRow.rows(of: outcome))
    try files.write(.todayService, TodayServiceRow.rows(of: outcome))
    try files.write(.todayChanges, TodayChangeRow.rows(of: outcome, options.style.language))
    return try files.finish(manifest, replacing: names)
  }

  package static func json(_ outcome: TodayUseCase.Outcome, style: NumberStyle) -> JSONValue {
    let (outlook, level) = (outcome.outlook, outcome.level)
    return [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(outcome.scenario.name),
      "scenario_hash": .string(outcome.scenarioHash),
      "time_zone": .string(outcome.scenario.timeZone),
      "plan": .string(outcome.plan.name),
      "date": .string(outcome.date.description),
      "now": .string(outcome.now.description),
      "replication_count": .integer(outlook.question.replications),
      "level": [
        "customers": .number(level.count), "expected": .number(level.expectedCount),
        "mean": .number(level.mean), "low": .number(level.low), "high": .number(level.high),
        "assumed": .bool(level.isAssumed),
      ],
      "rest": [
        "mean": .number(outlook.customers.mean), "p10": .number(outlook.customers.low),
        "p90": .number(outlook.customers.high),
      ],
      "kept_probability": .number(outlook.probability.mean),
      "targets": .array(outlook.targets.map { target($0, style) }),
      "intervals": CSVTable.today.json(TodayRow.rows(of: outcome)),
      "service": CSVTable.todayService.json(TodayServiceRow.rows(of: outcome)),
      "changes": CSVTable.todayChanges.json(TodayChangeRow.rows(of: outcome, style.language)),
      "steps": .array(
        outlook.steps.map { step in
          [
            "change": .string(TodayWords(style: style).change(step.change)),
            "kept_probability": .number(step.probability.mean),
            "cost": step.cost.map(JSONValue.number) ?? .null,
          ]
        }),
    ]
  }

  private static func target(_ target: TodayOutlook.Target, _ style: NumberStyle) -> JSONValue {
    [
      "target": .string(target.day.target.boundWords(style)),
      "so_far": target.soFar.map(JSONValue.number) ?? .null,
      "recorded": .bool(target.isRecorded),
      "rest": target.rest.map { .number($0.mean) } ?? .null,
      "day": target.day.value.map { .number($0.mean) } ?? .null,
      "day_half_width": target.day.value.map { .number($0.halfWidth) } ?? .null,
      "kept_probability": .number(target.probability.mean),
    ]
  }
}
