// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Planning
import Tables
package import Wording

/// The files of a run, which appear in their folder all at once, or not at all.
package enum ResultDocuments {
  package static let reportName = "report.html"

  /// Every file's columns, in the order of the reference.
  package static let schemas: [CSVSchema] = [
    CSVTable<PlanRow>.comparison.schema, CSVTable<VerdictFigure>.verdict.schema,
    CSVTable<TargetRow>.targets.schema, CSVTable<PlatformRow>.platform.schema,
    CSVTable<PlanRisk>.risk.schema, CSVTable<SpreadRow>.spread.schema,
    CSVTable<ReplicationRow>.replications.schema,
    CSVTable<InvoiceRow>.invoices.schema,
    CSVTable<MonthRow>.months.schema, CSVTable<DayRow>.days.schema,
    CSVTable<IntervalRow>.intervals.schema, CSVTable<GroupRow>.agents.schema,
    CSVTable<PersonRow>.people.schema, CSVTable<WaitRow>.waits.schema,
    CSVTable<RosterRow>.seats.schema, CSVTable<SizingRow>.staffing.schema,
    CSVTable<PlannedDayRow>.plannedDays.schema, CSVTable<BreakEvenRow>.breakEven.schema,
    CSVTable<BreakEvenCurve.Crossing>.crossings.schema, CSVTable<ChatRow>.chats.schema,
    CSVTable<ChangeRow>.change.schema, CSVTable<StateRow>.states.schema,
    CSVTable<AgentDayRow>.agentDays.schema, CSVTable<ErrorRow>.errors.schema,
    CSVTable<PlanScore>.planScores.schema,
  ]

  /// The reference of all columns, generated from the tables that write them.
  package static func schemaReference(_ language: Language) -> String {
    let head = Localized(
      en: """
        # The CSV files, column by column

        Schema version \(CSVSchema.version). UTF-8, comma, CRLF, quotes where needed (RFC 4180); one \
        row is one observation. Shares lie in [0, 1]. An empty cell is a number that does not exist. \
        Intervals are 95% Student intervals over replications. Text is written as the scenario has it: \
        names and titles that begin with `=`, `+`, `-` or `@`, which a spreadsheet would take for a \
        formula, are refused when the scenario is read.

        """,
      zh: """
        # CSV 文件逐列说明

        格式版本 \(CSVSchema.version)。UTF-8，逗号分隔，CRLF 换行，必要时加引号（RFC 4180）；一行为一条观测。\
        份额取值 [0, 1]。空单元格表示该数不存在。区间为各次模拟上的 95% 学生 t 区间。\
        文字照场景文件原样写出：以 =、+、-、@ 开头的名称会被表格软件当作公式，读取场景时即拒绝。

        """)[language]
    return head + allSchemas.map { "\n" + $0.markdown(language) }.joined()
  }

  /// The files of an exploration among them.
  static var allSchemas: [CSVSchema] {
    schemas + ExplorationDocuments.schemas.filter { !names.contains($0.file) }
  }

  /// Names of all files that a run may write.
  package static var names: [String] {
    schemas.map(\.file) + [reportName, OutputFolder.manifest]
  }

  /// Writes the files of a comparison. `chats` and `change` are written where they are given.
  ///
  /// - Returns: What was written.
  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  @discardableResult
  package static func write(
    _ comparison: Comparison, chats: ChatRows? = nil, change: ChangeReport? = nil,
    observed: Observed = Observed(), manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    let services = comparison.plans.map(PlanService.init)
    try files.write(.comparison, PlanRow.rows(of: comparison))
    let verdict = VerdictText(comparison, style: options.style)
    try files.write(.verdict, verdict.figures)
    try files.write(.targets, TargetRow.rows(of: comparison.plans))
    let platform = PlatformRow.rows(of: comparison.plans)
    if !platform.isEmpty { try files.write(.platform, platform) }
    try files.write(.risk, comparison.risk)
    try files.write(.replications, ReplicationRow.rows(of: comparison))
    try files.write(
      .invoices, InvoiceRow.rows(of: comparison.plans, language: options.language))
    try files.write(.months, MonthRow.rows(of: services))
    try files.write(.days, DayRow.rows(of: services, volume: comparison.volume))
    try files.write(.intervals, IntervalRow.rows(of: services))
    try files.write(.agents, GroupRow.rows(of: services))
    try files.write(.people, PersonRow.rows(of: services))
    try files.write(.waits, WaitRow.rows(of: services))
    try files.write(.seats, RosterRow.rows(of: comparison.plans))
    let sizes = SizingRow.rows(of: comparison)
    if !sizes.isEmpty { try files.write(.staffing, sizes) }
    let days = PlannedDayRow.rows(of: comparison)
    if !days.isEmpty { try files.write(.plannedDays, days) }
    let spread = SpreadRow.rows(of: comparison.spread)
    if !spread.isEmpty { try files.write(.spread, spread) }
    if let curve = comparison.breakEven {
      try files.write(.breakEven, BreakEvenRow.rows(of: curve))
      try files.write(.crossings, curve.crossings)
    }
    if let chats { try files.write(.chats, chats) }
    try observed.write(to: &files)
    if let change { try files.write(.change, ChangeRow.rows(of: change.effect)) }
    let report = HTMLReport(
      comparison, change: change, style: options.style, version: manifest.version)
    try files.write(reportName, report.text)
    return try files.finish(manifest, replacing: names)
  }

  /// Writes the files of simulated service, without money.
  ///
  /// - Parameter observed: What only the chats one by one tell, where it was asked for.
  /// - Throws: as `write(_:chats:manifest:to:options:)`.
  @discardableResult
  package static func write(
    serviceOf comparison: Comparison, observed: Observed = Observed(), manifest: Manifest,
    to folder: OutputFolder, options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    let services = comparison.plans.map(PlanService.init)
    try files.write(.targets, TargetRow.rows(of: comparison.plans))
    try files.write(.replicationsOfService, ReplicationRow.rows(of: services))
    try files.write(.monthsOfService, MonthRow.rows(of: services))
    try files.write(.days, DayRow.rows(of: services, volume: comparison.volume))
    try files.write(.intervals, IntervalRow.rows(of: services))
    try files.write(.agents, GroupRow.rows(of: services))
    try files.write(.people, PersonRow.rows(of: services))
    try files.write(.waits, WaitRow.rows(of: services))
    try observed.write(to: &files)
    return try files.finish(manifest, replacing: names)
  }
}
