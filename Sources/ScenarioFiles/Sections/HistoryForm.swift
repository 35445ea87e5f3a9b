// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Foundation
import Scenarios

extension Form<HistoryReplay> {
  /// A recorded history in a CSV file, found beside the scenario: its name, or a mapping.
  static let history = Form.scalar(
    Form(Form<String>.text.allowed, schema: Form<String>.text.schema) { node, reading in
      Form<String>.text.read(node, reading).flatMap { replay($0, sorts: false, "", reading) }
    },
    orElse: mapping)

  private static let mapping = Form.object("history") { f in
    let file = f.required(
      "file", Form<String>.text, "CSV of arrival times, or of counts by interval.")
    let sorts = f.value(
      "sort", Form<Bool>.flag, default: false, "Put rows in order instead of refusing them.")
    guard let file, let reading = f.reading else { return nil }
    return replay(file, sorts: sorts, ".file", reading)
  }

  private static func replay(
    _ file: String, sorts: Bool, _ key: String, _ reading: Reading
  ) -> HistoryReplay? {
    let path = file.hasPrefix("/") ? file : "\(reading.baseDirectory)/\(file)"
    do throws(HistoryError) {
      let history = try HistoryReader(unsorted: sorts ? .sort : .refuse).read(path: path)
      return HistoryReplay(source: file, records: history.records)
    } catch {
      for problem in error.problems { reading.report(problem, of: file, key) }
      if error.further > 0 {
        reading.report(found: "\(error.further) further mistakes in \(file)", allowed: "none")
      }
      return nil
    }
  }
}

extension Reading {
  /// Reports a mistake of a history file, which has lines of its own.
  fileprivate func report(_ problem: HistoryProblem, of file: String, _ key: String) {
    let place = problem.line > 0 ? " on line \(problem.line) of \(file)" : " in \(file)"
    let (found, allowed) = problem.kind.words
    report(at: path + key, found: found + place, allowed: allowed)
  }
}

extension HistoryProblem.Kind {
  /// What was found and what is allowed, in the words of a message.
  fileprivate var words: (found: String, allowed: String) {
    switch self {
    case .unreadable(let reason): (reason, "a CSV file that can be read")
    case .empty: ("no rows", "a header and rows")
    case .compressed: ("compressed data", "plain CSV; unpack it first")
    case .noTimeColumn(let header):
      (
        "the columns \(header.joined(separator: ", "))",
        "a column such as timestamp or interval_start"
      )
    case .twoColumns(let meaning, let names):
      ("\(names.joined(separator: " and "))", "one column for \(meaning)")
    case .tooFewFields(let found, let needed): ("\(found) fields", "\(needed) or more")
    case .badTime(let text): ("the time \"\(text)\"", "a time such as 2026-01-31T09:30:00")
    case .badNumber(let column, let text): ("\(column) \"\(text)\"", "a number")
    case .negative(let column, let text): ("\(column) \(text)", "0 or more")
    case .fractionalCount(let text): ("the count \(text)", "a whole number")
    case .unsorted: ("a row earlier than the one before", "rows in order of time, or sort: true")
    case .duplicateInterval(let line): ("the interval of line \(line) again", "each interval once")
    case .overlappingInterval(let line):
      ("an interval inside that of line \(line)", "intervals that do not overlap")
    case .intervalChanges(let from, let to):
      ("intervals of \(to) s after some of \(from) s", "one length of interval")
    case .noInterval(let seconds):
      (
        seconds.map { "intervals of \($0) s" } ?? "fewer than two intervals",
        "two or more intervals whose length divides a day"
      )
    case .mixedZones: ("stamps of several zone offsets", "one offset, or none")
    case .unterminatedQuote: ("a quote that is never closed", "closed quotes")
    case .tooManyTypes(let count): ("\(count) types", "at most 65535")
    }
  }
}
