// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import QueueingTheory
import Reporting
import Tables
import Wording

/// A day whose rate changes from interval to interval: the modified offered load.
struct DayLoadOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "Arrivals per hour of one interval after the other, as 20,45,80,60.")
  var rates: String?

  @Option(name: .customLong("every"), parsing: .unconditional, help: "Seconds of an interval.")
  var every: Double = 1800

  @Option(
    name: .customLong("wait-probability"), parsing: .unconditional,
    help: "Share that may have to wait, for the agents of each interval.")
  var waitProbability: Double = 0.2

  @Flag(help: "The intervals repeat for ever; without it the desk opens empty.")
  var periodic = false

  var isAsked: Bool { rates != nil }

  func validate() throws {
    guard isAsked else { return }
    _ = try perHour()
    if !(every > 0 && every <= 1e6) {
      throw ValidationError("--every", found: asGiven(every), allowed: "above 0, up to 1000000")
    }
    if !(waitProbability >= 0.0001 && waitProbability <= 0.9999) {
      throw ValidationError(
        "--wait-probability", found: asGiven(waitProbability), allowed: "0.0001 to 0.9999")
    }
  }

  private func perHour() throws -> [Double] {
    let cells = (rates ?? "").split(separator: ",", omittingEmptySubsequences: false)
    guard cells.count <= 10_000 else {
      throw ValidationError("--rates", found: cells.count, allowed: "1 to 10000 values")
    }
    return try cells.map { cell in
      let text = cell.trimmed
      guard let value = Double(text), value >= 0, value <= 1e7 else {
        throw ValidationError(
          "--rates", found: "'\(text)'", allowed: "numbers from 0 to 10000000")
      }
      return value
    }
  }

  func print(
    handling: DurationLaw, patience: Double?, as format: OutputFormat, _ language: Language
  ) throws {
    let perHour = try perHour()
    let rows: [ModifiedOfferedLoad.Row]
    do {
      rows = try ModifiedOfferedLoad.day(
        rates: perHour.map { $0 / 3600 }, interval: every, handling: handling, patience: patience,
        waitProbability: waitProbability, history: periodic ? .periodic : .empty)
    } catch {
      throw ApplicationError.request(.question(Cause(error)))
    }
    switch format {
    case .table:
      try emit(table(rows, language).text(width: 100), terminator: "")
      let share = Decimals.shortest(waitProbability * 100)
      let note = Localized(
        en: "The load lags behind the arrivals by about one handling time. Agents: for the largest "
          + "load of the interval, square-root rule, \(share) % may have to wait.",
        zh: "负荷比到达晚约一个处理时长。人数按该时段最大负荷、平方根规则，允许 \(share)% 需要等待。")
      try emit(TextWidth.wrap(note[language], to: 100).joined(separator: "\n"))
    case .json: try emit(json(rows).text, terminator: "")
    }
  }

  private func table(_ rows: [ModifiedOfferedLoad.Row], _ language: Language) -> TextTable {
    let headings = [
      Localized(en: "from min", zh: "起 分钟"), Localized(en: "per hour", zh: "每小时 到达"),
      Localized(en: "rate × handling", zh: "到达率 × 处理时长"),
      Localized(en: "load at its middle", zh: "时段 中点负荷"),
      Localized(en: "largest load", zh: "最大 负荷"), Localized(en: "agents", zh: "人数"),
    ]
    return TextTable(
      columns: headings.map { .init($0[language]) },
      rows: rows.map { row in
        [
          Decimals.fixed(row.start / 60, places: 0), Decimals.fixed(row.rate * 3600, places: 1),
          Decimals.fixed(row.stationaryLoad, places: 2), Decimals.fixed(row.middleLoad, places: 2),
          Decimals.fixed(row.largestLoad, places: 2), String(row.agents),
        ]
      })
  }

  private func json(_ rows: [ModifiedOfferedLoad.Row]) -> JSONValue {
    .object([
      .init(
        "modified_offered_load",
        .array(
          rows.map { row in
            [
              "start_s": .number(row.start), "per_hour": .number(row.rate * 3600),
              "stationary_load": .number(row.stationaryLoad),
              "middle_load": .number(row.middleLoad), "largest_load": .number(row.largestLoad),
              "agents": .integer(row.agents),
            ]
          }))
    ])
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
