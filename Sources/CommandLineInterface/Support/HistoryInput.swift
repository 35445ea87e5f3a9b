// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Demand
import DemandFitting
import Foundation
import Wording

/// The inputs that fitting, forecasting and backtesting share.
struct HistoryInput: ParsableArguments {
  @Argument(help: "CSV of arrival times, or of interval_start,count.", completion: .tables)
  var history: String

  @Option(
    help: "CSV of announced days, past and to come: date,name,kind.", completion: .tables)
  var events: String?

  @Option(
    help: "Kind of shop believed in while data are few: consumer_chat, office or unknown.",
    completion: .list(ShopPrior.all.map(\.name)))
  var kind = "unknown"

  @Option(
    help: "IANA zone whose wall clock time stamps with an offset are moved to.",
    completion: .list(TimeZone.knownTimeZoneIdentifiers.sorted()))
  var timeZone: String?

  @Flag(help: "Refuse a history whose rows are not in order of time; without it they are sorted.")
  var strictOrder = false

  @Flag(
    help: """
      Take a history with rows far from all others as it is; without it, a date that is most likely \
      mistyped is refused.
      """)
  var allowGaps = false

  func validate() throws {
    let known = ShopPrior.all.map(\.name)
    if !known.contains(kind) {
      throw ValidationError("--kind", found: kind, allowed: known.joined(separator: ", "))
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError(saying: "--time-zone: no time zone \(timeZone).")
    }
  }

  var request: HistoryRequest {
    HistoryRequest(
      history, events: events, prior: ShopPrior.all.first { $0.name == kind } ?? .unknown,
      timeZone: timeZone, unsorted: strictOrder ? .refuse : .sort,
      gaps: allowGaps ? .permit : .refuse)
  }

  /// Of the shop's clock, as files with times say it.
  var writtenZone: String { timeZone ?? "Asia/Shanghai" }

  /// To repeat the run.
  var arguments: [String] {
    func name(_ path: String) -> String { URL(fileURLWithPath: path).lastPathComponent }
    return [name(history)] + (events.map { ["--events", name($0)] } ?? []) + ["--kind", kind]
      + (timeZone.map { ["--time-zone", $0] } ?? []) + (strictOrder ? ["--strict-order"] : [])
      + (allowGaps ? ["--allow-gaps"] : [])
  }
}
