// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import QueueingTheory
import Reporting
import Tables
import Wording

/// One agent who takes turns between chats: the closed network of chat-science.
struct TurnTakingOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "Mean seconds to write one message.")
  var compose: Double?

  @Option(parsing: .unconditional, help: "Mean seconds until the customer's next message.")
  var think: Double?

  @Option(parsing: .unconditional, help: "Mean messages of the agent in a chat.")
  var messages: Double?

  @Option(
    parsing: .unconditional, help: "Seconds added to each message when more than one chat is open.")
  var switching: Double = 0

  @Option(parsing: .unconditional, help: "Most chats at once to print.")
  var chats: Int = 8

  var isAsked: Bool { compose != nil || think != nil || messages != nil }

  func validate() throws {
    guard isAsked else { return }
    for (name, value) in [("--compose", compose), ("--think", think), ("--messages", messages)]
    where value == nil {
      throw ValidationError(
        saying: "\(name): missing; turn-taking needs --compose, --think, --messages.")
    }
    for (name, value, least) in [
      ("--compose", compose ?? 1, 0.001), ("--think", think ?? 0, 0),
      ("--messages", messages ?? 1, 1), ("--switching", switching, 0),
    ] where !(value >= least && value <= 1e6) {
      throw ValidationError(
        name, found: asGiven(value), allowed: "\(Decimals.shortest(least)) to \(1_000_000)")
    }
    if !(1...1000).contains(chats) {
      throw ValidationError("--chats", found: chats, allowed: "1 to 1000")
    }
  }

  func print(as format: OutputFormat, _ language: Language) throws {
    guard let compose, let think, let messages else { return }
    let desk: TurnTakingDesk
    var rows: [TurnTakingMeasures] = []
    do {
      desk = try TurnTakingDesk(
        composeTime: compose, thinkTime: think, messages: messages, switchingTime: switching,
        writesAtOnce: true)
      for count in 1...chats { rows.append(try desk.measures(chats: count)) }
    } catch {
      throw ApplicationError.request(.question(Cause(error)))
    }
    switch format {
    case .table:
      try emit(Self.table(rows, language).text(width: 100), terminator: "")
      let saturation = Decimals.fixed(desk.saturation, places: 1)
      let note = Localized(
        en: "Beyond \(saturation) chats at once replies get slower and hardly any more is done.",
        zh: "同时会话超过 \(saturation) 个后，回复变慢，而完成量几乎不再增加。")
      try emit(note[language])
    case .json: try emit(Self.json(desk, rows).text, terminator: "")
    }
  }

  private static func table(_ rows: [TurnTakingMeasures], _ language: Language) -> TextTable {
    let headings = [
      Localized(en: "chats", zh: "同时会话"), Localized(en: "writing", zh: "书写"),
      Localized(en: "reply s", zh: "回复 秒"), Localized(en: "chat s", zh: "会话 秒"),
      Localized(en: "chats an hour", zh: "每小时 会话"),
      Localized(en: "times one chat", zh: "单会话 的倍数"),
    ]
    return TextTable(
      columns: headings.map { .init($0[language]) },
      rows: rows.map { row in
        [
          String(row.chats), Decimals.fixed(row.busyShare * 100, places: 1) + " %",
          Decimals.fixed(row.replyTime, places: 1), Decimals.fixed(row.chatDuration, places: 0),
          Decimals.fixed(row.chatRate * 3600, places: 2),
          Decimals.fixed(row.throughputMultiple, places: 2),
        ]
      })
  }

  private static func json(_ desk: TurnTakingDesk, _ rows: [TurnTakingMeasures]) -> JSONValue {
    .object([
      .init("saturation_chats", .number(desk.saturation)),
      .init(
        "rows",
        .array(
          rows.map { row in
            [
              "chats": .integer(row.chats), "busy_share": .number(row.busyShare),
              "reply_s": .number(row.replyTime), "chat_s": .number(row.chatDuration),
              "chats_per_hour": .number(row.chatRate * 3600),
              "throughput_multiple": .number(row.throughputMultiple),
            ]
          })),
    ])
  }
}
