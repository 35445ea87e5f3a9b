// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Exports
import Scorecards
import Wording

extension CSVTable<MessageRow> {
  package static let messages = CSVTable(
    file: "messages.csv",
    row: Localized(
      en:
        "One row per message of the replications asked for (`simulate --messages`), chat by chat: a log that "
        + "`inquiry score` reads. Conversations that are simulated whole have the first question and the first "
        + "reply alone.",
      zh: "所选各次模拟的每条消息一行（simulate --messages），逐会话排列；inquiry score 可直接读取。整段模拟的会话只有首问与首次回复。"),
    key: ["session", "time", "side"],
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn(
        "replication", as: .integer, en: "Number of the replication, from 0", zh: "模拟序号，从 0 起"
      ) {
        .integer($0.replication)
      },
      CSVColumn("time", as: .moment, en: "On the shop's clock", zh: "店铺时钟的时刻") { row in
        let (second, rest) = row.millisecond.quotientAndRemainder(dividingBy: 1000)
        let time = ClockTime(secondsSinceMidnight: second)
        let clock = time.map { $0.description.count == 5 ? "\($0):00" : "\($0)" } ?? ""
        let fraction = String(1000 + rest).dropFirst()
        return .text("\(row.date) \(clock).\(fraction)")
      },
      CSVColumn("side", en: "`customer` or `agent`", zh: "customer 顾客、agent 客服") {
        .text($0.side.spellings[0])
      },
      CSVColumn("session", en: "Plan, replication and number of the chat", zh: "方案、模拟序号与会话序号") {
        .text("\($0.plan)/\($0.replication)/\($0.session)")
      },
      CSVColumn("agent", as: .integer, en: "Number of the agent, from 0", zh: "客服序号，从 0 起") {
        $0.agent.map(CSVCell.integer) ?? .empty
      },
      CSVColumn.timeZone { $0.timeZone },
    ])
}
