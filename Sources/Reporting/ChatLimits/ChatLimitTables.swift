// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Experiments
import Exports
import Inference
import Measures
import Planning
import Plans
import Scenarios
package import Tables
import Wording

/// One limit of a group: a row of `chat-limits.csv`.
package struct ChatLimitRow: Sendable {
  let trial: ChatLimitsUseCase.Trial

  static func rows(of outcome: ChatLimitsUseCase.Outcome) -> [ChatLimitRow] {
    outcome.trials.map { ChatLimitRow(trial: $0) }
  }

  var outcome: PlanOutcome { trial.outcome }
}

extension CSVTable<ChatLimitRow> {
  package static let chatLimits = CSVTable(
    file: "chat-limits.csv",
    row: Localized(
      en:
        "One row per agent group and limit of chats at once, with the people that the targets then take.",
      zh: "每个客服组、每个同时接待上限一行，人数为达标所需。"),
    key: ["group", "chat_limit"],
    columns: [
      CSVColumn("group", en: "Agent group", zh: "客服组") { .text($0.trial.group) },
      CSVColumn("chat_limit", "contacts", as: .integer, en: "Most chats at once", zh: "同时接待上限") {
        .integer($0.trial.limit)
      },
      CSVColumn("own", as: .boolean, en: "Whether it is the scenario's", zh: "是否为场景自身的上限") {
        .flag($0.trial.isOwn)
      },
      CSVColumn("elsewhere", as: .boolean, en: "Whether its speed is extrapolated", zh: "速度是否为外推") {
        .flag($0.trial.isElsewhere)
      },
      CSVColumn(
        "peak_on_duty", "agents", as: .integer, en: "Most people on duty at once", zh: "同时在岗的最多人数"
      ) {
        .integer($0.outcome.staffing.peakOnDuty)
      },
      CSVColumn("service_level", "share", en: "Over the horizon", zh: "整个期间") {
        .value($0.outcome.service[.serviceLevel]?.mean, of: .serviceLevel)
      },
      CSVColumn("abandonment", "share", en: "Over the horizon", zh: "整个期间") {
        .value($0.outcome.service[.abandonment]?.mean, of: .abandonment)
      },
      CSVColumn("cost", "yuan", en: "The bill, mean", zh: "账单均值") {
        .fixed($0.outcome.cost.total.mean, places: Places.yuan)
      },
      CSVColumn("sales_lost", "yuan", en: "With unanswered customers, mean", zh: "因未应答损失的销售额均值") {
        .fixed($0.outcome.commerce.salesLost.mean, places: Places.yuan)
      },
      CSVColumn("net_result", "yuan", en: "Margin less the bill, mean", zh: "毛利减账单的均值") {
        .fixed($0.outcome.commerce.netResult.mean, places: Places.yuan)
      },
      CSVColumn(
        "behind_best", "yuan", en: "Net result less the best limit's, paired; empty for the best",
        zh: "净结果与最佳上限之差，配对；最佳者为空"
      ) { $0.trial.behindBest.map { .fixed($0.mean, places: Places.yuan) } ?? .empty },
      CSVColumn("behind_best_half_width", "yuan", en: "Of its 95% interval", zh: "其 95% 区间的半宽") {
        $0.trial.behindBest.map { .fixed($0.halfWidth, places: Places.yuan) } ?? .empty
      },
      CSVColumn("answer", en: "`met`, `undecided` or `missed`", zh: "met、undecided 或 missed") {
        .text($0.outcome.targetAnswer.rawValue)
      },
    ])
}

/// The files of chat limits, the manifest last.
package enum ChatLimitDocuments {
  package static let schemas = [CSVTable<ChatLimitRow>.chatLimits.schema]

  /// Names of all files that a run writes.
  package static var names: [String] { schemas.map(\.file) + [OutputFolder.manifest] }

  /// - Throws: `OutputError` at the first file that cannot be written; no file is changed then.
  package static func write(
    _ outcome: ChatLimitsUseCase.Outcome, manifest: Manifest, to folder: OutputFolder,
    options: DocumentOptions
  ) throws(OutputError) -> WrittenFiles {
    var files = FileList(folder: folder, options.formats)
    try files.write(.chatLimits, ChatLimitRow.rows(of: outcome))
    return try files.finish(manifest, replacing: names)
  }

  package static func json(
    _ outcome: ChatLimitsUseCase.Outcome, style: NumberStyle
  ) -> JSONValue {
    [
      "schema_version": .integer(CSVSchema.version),
      "scenario": .string(outcome.scenario.name),
      "scenario_hash": .string(outcome.scenarioHash),
      "plan": .string(outcome.plan.name),
      "statements": .strings(ChatLimitText(outcome, style: style).verdicts),
      "limits": CSVTable.chatLimits.json(ChatLimitRow.rows(of: outcome)),
    ]
  }
}
