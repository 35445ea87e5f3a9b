// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Calendars
import Demand
import DemandFitting
import Foundation
import ScenarioFiles
import Scenarios

/// The inputs that fitting, forecasting and backtesting share.
struct HistoryInput: ParsableArguments {
  @Argument(help: "CSV of arrival times, or of interval_start,count.")
  var history: String

  @Option(help: "CSV of announced days, past and to come: date,name,kind.")
  var events: String?

  @Option(help: "Kind of shop believed in while data are few: consumer_chat, office or unknown.")
  var kind = "unknown"

  @Option(help: "IANA zone whose wall clock time stamps with an offset are moved to.")
  var timeZone: String?

  @Flag(help: "Refuse a history whose rows are not in order of time; without it they are sorted.")
  var strictOrder = false

  func validate() throws {
    let known = ShopPrior.all.map(\.name)
    if !known.contains(kind) {
      throw ValidationError("--kind: found \(kind), allowed \(known.joined(separator: ", ")).")
    }
    if let timeZone, TimeZone(identifier: timeZone) == nil {
      throw ValidationError("--time-zone: no time zone \(timeZone).")
    }
  }

  /// The files that are read.
  var files: [String] { [history] + [events].compactMap(\.self) }

  var prior: ShopPrior { ShopPrior.all.first { $0.name == kind } ?? .unknown }

  /// Reads the history; what was assumed in reading it is said on standard error.
  func recorded() throws(CommandFailure) -> RecordedHistory {
    do throws(HistoryError) {
      let reader = HistoryReader(unsorted: strictOrder ? .refuse : .sort, timeZone: timeZone)
      let recorded = try reader.read(path: history)
      for note in recorded.notes { printError("\(history):\(note.line): note: \(note.words).") }
      return recorded
    } catch {
      throw CommandFailure(
        status: error.isUnreadable ? .noInput : .badData, message: error.sentences(history))
    }
  }

  func announced() throws(CommandFailure) -> [CalendarEvent] {
    guard let events else { return [] }
    let text = try loadText(events)
    return try learning(from: events) { () throws(FitError) in try CalendarEvent.read(text: text) }
  }

  func series(_ recorded: RecordedHistory) throws(CommandFailure) -> CountSeries {
    try learning(from: history) { () throws(FitError) in try CountSeries(recorded.records) }
  }

  func model(_ series: CountSeries) throws(CommandFailure) -> DemandModel {
    let events = try announced()
    return try learning(from: history) { () throws(FitError) in
      try DemandModel(series, events: events, prior: prior)
    }
  }

  /// Turns a refusal to learn into a message and a status.
  func learning<Value>(
    from file: String, _ body: () throws(FitError) -> Value
  ) throws(CommandFailure) -> Value {
    do throws(FitError) {
      return try body()
    } catch {
      throw CommandFailure(status: .badData, message: error.words(file))
    }
  }
}

extension HistoryError {
  /// Every mistake of the file, one a line: file, line, found, allowed.
  func sentences(_ file: String) -> String {
    var lines = problems.map { problem in
      let (found, allowed) = problem.kind.words
      let place = problem.line > 0 ? "\(file):\(problem.line)" : file
      return "\(place): found \(found), allowed \(allowed)."
    }
    if further > 0 { lines.append("\(file): \(further) further mistakes.") }
    return lines.joined(separator: "\n")
  }

  fileprivate var isUnreadable: Bool {
    problems.contains {
      if case .unreadable = $0.kind { true } else { false }
    }
  }
}

extension FitError {
  fileprivate func words(_ file: String) -> String {
    switch self {
    case .noData: "\(file): found no interval with a known count, allowed one or more."
    case .allZero: "\(file): every count is zero; nothing can be learned from it."
    case .notSolvable: "\(file): the counts cannot be fitted; are some of them beyond 10^12?"
    case .badEvent(let line, let found):
      "\(file):\(line): found \"\(found)\", allowed date,name,kind such as "
        + "2026-11-11,Double 11,promotion."
    case .noEventDates(let header):
      "\(file):1: found the header \"\(header)\", allowed one with a column date."
    case .futureTooLong(let days, let allowed):
      "the future spans \(days) days; allowed at most \(allowed)."
    case .futureBeforeHistory:
      "the future begins before the history's last day; a forecast looks ahead."
    case .intervalMismatch(let history, let future):
      "the future has intervals of \(future) s, the history of \(history) s; whole multiples on "
        + "the same grid are allowed."
    case .tooFewDays(let found, let needed):
      "\(file): found \(found) days, a backtest needs \(needed) or more."
    }
  }
}

extension HistoryNote {
  /// What was assumed, as part of a sentence.
  fileprivate var words: String {
    let what =
      switch kind {
      case .sorted: "rows were put in order of time"
      case .offsetDropped: "zone offsets were left out; clocks are read as written"
      case .movedToZone(let zone): "times were moved to the clock of \(zone)"
      case .repeatedHour: "the hour that the end of summer time repeats was added up"
      case .unknownCounts: "empty counts are unknown, not zero"
      case .gaps: "absent intervals are unknown, not zero"
      case .didNotReachQueue: "contacts that did not ask for an agent were left out"
      case .notContacts: "rows that are no contacts were left out"
      case .sameStamp: "several arrivals have the same time"
      case .ignoredColumn(let name): "the column \(name) was not used"
      }
    return count > 1 ? "\(what) (\(count) rows)" : what
  }
}
