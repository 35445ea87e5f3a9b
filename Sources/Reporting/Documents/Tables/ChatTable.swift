// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Calendars
import Exports
import Wording

extension CSVTable<ChatRow> {
  package static let chats = CSVTable(
    file: "chats.csv",
    row: Localized(
      en:
        "One row per chat of the replications asked for, in order of writing (on request); without "
        + "those that came in a warm-up.",
      zh: "所选各次模拟的每个会话一行，按发来的先后，不含预热期（按需输出）。"),
    key: ["plan", "replication", "chat"],
    columns: moments + course)

  private static let moments: [CSVColumn<ChatRow>] = [
    CSVColumn("plan", en: "Key of the plan", zh: "方案的键") { .text($0.plan) },
    CSVColumn(
      "replication", as: .integer, en: "Number of the replication, from 0", zh: "模拟序号，从 0 起"
    ) {
      .integer($0.replication)
    },
    CSVColumn(
      "chat", as: .integer,
      en: "Number of the chat in its replication, from 0; a warm-up's are numbered too",
      zh: "该次模拟中的会话序号，从 0 起；预热期的会话也编号"
    ) { .integer($0.chat) },
    CSVColumn(
      "date",
      as: .date,
      en:
        "Day of arrival at the desk, under which every other file counts the chat; of a chat that "
        + "never came to it the day of writing",
      zh: "到达客服的日期，其他文件都按此日计；从未到达者为发来的日期"
    ) { .text($0.arrival.date.description) },
    CSVColumn(
      "second", "s",
      en: "The same instant on the shop's clock, seconds after midnight; `wait`, `taken` and "
        + "`first_reply` count from it",
      zh: "同一时刻，店铺时钟午夜起的秒数；wait、taken、first_reply 均从此起计"
    ) { .fixed($0.arrival.second, places: 3) },
    CSVColumn(
      "written_date", as: .date, en: "Day on which the customer wrote", zh: "顾客发来消息的日期"
    ) { .text($0.written.date.description) },
    CSVColumn(
      "written_second", "s",
      en: "When the customer wrote, seconds after midnight; before the arrival where he was kept "
        + "until opening",
      zh: "顾客发来消息的时刻，午夜起的秒数；等到开门者早于到达时刻"
    ) { .fixed($0.written.second, places: 3) },
    CSVColumn("inquiry_type", en: "Inquiry type", zh: "咨询类型") { .text($0.inquiryType) },
    CSVColumn(
      "background", as: .boolean, en: "True for other shops' chats in a shared pool",
      zh: "共享池中其他店铺的会话为 true"
    ) { .flag($0.isBackground) },
    CSVColumn(
      "arrived",
      as: .boolean,
      en:
        "Whether it counts among the arrivals: in open hours, or kept until an opening within the "
        + "horizon",
      zh: "是否计入到达：营业时间内到达，或等到期间内的开门"
    ) { .flag($0.hasArrived) },
    CSVColumn(
      "carried_over", as: .boolean,
      en: "Whether the customer wrote in closed hours and was kept until opening",
      zh: "是否在非营业时间发来并等到开门"
    ) { .flag($0.isCarriedOver) },
  ]

  private static let course: [CSVColumn<ChatRow>] = [
    CSVColumn(
      "outcome",
      en: "served, abandoned, silently_abandoned, blocked, lost_outside_hours, unserved (still in "
        + "line when nobody would come any more), or waiting_for_opening (written in closed hours "
        + "whose opening lies after the horizon)",
      zh: "结局：served 已接待，abandoned 离开，silently_abandoned 不告而别，blocked 被拒，"
        + "lost_outside_hours 非营业时间流失，unserved 直到最后无人接待，"
        + "waiting_for_opening 非营业时间发来、开门在期间之后"
    ) { .text($0.outcome) },
    CSVColumn(
      "wait", "s", en: "From arrival to an agent, or to leaving; 0 of the blocked",
      zh: "从到达到接入或离开；被拒者为 0"
    ) { seconds($0.wait) },
    CSVColumn(
      "taken", "s",
      en: "From arrival to an agent's taking the chat; longer than the wait where the customer had "
        + "left without a word",
      zh: "从到达到客服接起；顾客不告而别时长于等待"
    ) { seconds($0.taken) },
    CSVColumn(
      "first_reply", "s",
      en: "Wait + first-reply delay; message by message, the end of the first message",
      zh: "等待 + 首次回复延迟；逐条消息模拟时为首条消息发出时"
    ) { seconds($0.firstReply) },
    CSVColumn(
      "handling", "s", en: "From the agent's taking it to the slot's release", zh: "从接起到释放会话位"
    ) { seconds($0.handling) },
    CSVColumn(
      "group", en: "Agent group that took the chat, also one that found the customer gone",
      zh: "接起的客服组，含接起时顾客已走的"
    ) { $0.group.map(CSVCell.text) ?? .empty },
    CSVColumn(
      "agent", as: .integer, en: "Number of the agent who took it, from 0", zh: "接起的客服序号，从 0 起"
    ) {
      $0.agent.map(CSVCell.integer) ?? .empty
    },
    CSVColumn(
      "last_agent", as: .integer,
      en: "Number of the agent who held it last, after a handover another",
      zh: "最后持有的客服序号，交接后与 agent 不同"
    ) { $0.lastAgent.map(CSVCell.integer) ?? .empty },
    CSVColumn("order", as: .boolean, en: "Whether it became an order", zh: "是否成交") {
      .flag($0.isOrder)
    },
    CSVColumn.timeZone { $0.timeZone },
  ]

  private static func seconds(_ value: Double?) -> CSVCell {
    value.map { .fixed($0, places: 3) } ?? .empty
  }
}
