// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Wording

extension CSVTable<ChatRow> {
  package static let chats = CSVTable(
    file: "chats.csv",
    row: Localized(
      en: "One row per chat of one replication, in order of arrival (on request).",
      zh: "某一次模拟的每个会话一行，按到达顺序（按需输出）。"),
    columns: [
      CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
      CSVColumn("chat", en: "Number of the chat, from 0", zh: "会话序号，从 0 起") { .integer($0.chat) },
      CSVColumn(
        "date",
        en: "Day on which the customer wrote; a message that waits for opening counts elsewhere as "
          + "an arrival at opening",
        zh: "顾客发来消息的日期；等到开门的消息，在其他文件中按开门时刻计为到达"
      ) { .text($0.date.description) },
      CSVColumn(
        "second", "s", en: "Arrival on the shop's clock, seconds after midnight", zh: "到达时刻，午夜起的秒数"
      ) {
        .fixed($0.second, places: 3)
      },
      CSVColumn("inquiry_type", en: "Inquiry type", zh: "咨询类型") { .text($0.inquiryType) },
      CSVColumn(
        "background", en: "True for other shops' chats in a shared pool", zh: "共享池中其他店铺的会话为 true"
      ) {
        .flag($0.isBackground)
      },
      CSVColumn(
        "outcome",
        en:
          "served, abandoned, silently_abandoned, blocked, lost_outside_hours, or unserved: still "
          + "waiting, for an agent or for opening, at the end of the horizon",
        zh: "结局：served 已接待，abandoned 离开，silently_abandoned 不告而别，blocked 被拒，"
          + "lost_outside_hours 非营业时间流失，unserved 期末仍在等客服或等开门"
      ) { .text($0.outcome) },
      CSVColumn("wait", "s", en: "From arrival to an agent, or to leaving", zh: "从到达到接入或离开") {
        seconds($0.wait)
      },
      CSVColumn(
        "first_reply", "s",
        en: "Wait + first-reply delay; message by message, the end of the first message",
        zh: "等待 + 首次回复延迟；逐条消息模拟时为首条消息发出时"
      ) {
        seconds($0.firstReply)
      },
      CSVColumn(
        "handling", "s", en: "From the agent's taking it to the slot's release", zh: "从接入到释放会话位"
      ) {
        seconds($0.handling)
      },
      CSVColumn("group", en: "Agent group that answered", zh: "应答客服组") {
        $0.group.map(CSVCell.text) ?? .empty
      },
      CSVColumn("agent", en: "Number of the agent, from 0", zh: "客服序号，从 0 起") {
        $0.agent.map(CSVCell.integer) ?? .empty
      },
      CSVColumn("order", en: "Whether it became an order", zh: "是否成交") { .flag($0.isOrder) },
    ])

  private static func seconds(_ value: Double?) -> CSVCell {
    value.map { .fixed($0, places: 3) } ?? .empty
  }
}
