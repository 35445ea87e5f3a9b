// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Foundation
import Scenarios
import Tables
import Wording

extension Form<HistoryReplay> {
  /// A recorded history in a CSV file, found beside the scenario: its name, or a mapping.
  static let history = Form.scalar(
    Form(Form<String>.text.allowed, schema: Form<String>.text.schema) { node, reading in
      Form<String>.text.read(node, reading).flatMap {
        replay($0, sorts: false, gaps: false, "", reading)
      }
    },
    orElse: mapping)

  private static let mapping = Form.object("history") { f in
    let file = f.required(
      "file", Form<String>.text, "CSV of arrival times, or of counts by interval.")
    let sorts = f.value(
      "sort", Form<Bool>.flag, default: false, "Put rows in order instead of refusing them.")
    let gaps = f.value(
      "gaps", Form<Bool>.words(["refused": false, "zero": true]), default: false,
      "Open hours of the horizon without a record, and rows far from all others: refused, or zero "
        + "customers between them.")
    guard let file, let reading = f.reading else { return nil }
    return replay(file, sorts: sorts, gaps: gaps, ".file", reading)
  }

  private static func replay(
    _ file: String, sorts: Bool, gaps: Bool, _ key: String, _ reading: Reading
  ) -> HistoryReplay? {
    reading.records(of: file, key) { path throws(HistoryError) in
      let history = try HistoryReader(
        unsorted: sorts ? .sort : .refuse, timeZone: reading.timeZone,
        gaps: gaps ? .permit : .refuse
      ).read(path: path)
      return HistoryReplay(source: file, records: history.records, gapsAreEmpty: gaps)
    }
  }
}

extension Reading {
  /// What a file beside the scenario holds; nil where it is refused, which is reported.
  ///
  /// - Parameters:
  ///   - key: Of the file's name below what is being read, with its dot.
  ///   - read: Reads the file at a path.
  func records<Value>(
    of file: String, _ key: String = "", _ read: (String) throws(HistoryError) -> Value
  ) -> Value? {
    let path = file.hasPrefix("/") ? file : "\(baseDirectory)/\(file)"
    guard mayRead(path) else {
      report(
        at: self.path + key, found: .verbatim(file.shortened()),
        allowed: "a file in the scenario's folder; --allow-outside permits any")
      return nil
    }
    do throws(HistoryError) {
      return try read(path)
    } catch {
      for problem in error.problems { report(problem, of: file, key) }
      if error.further > 0 {
        report(found: "\(error.further) further mistakes in \(file)", allowed: "none")
      }
      return nil
    }
  }

  /// Reports a mistake of a history file, which has lines of its own.
  private func report(_ problem: HistoryProblem, of file: String, _ key: String) {
    let (found, allowed) = problem.kind.words
    report(
      at: path + key,
      found: problem.line > 0
        ? "\(found) on line \(problem.line) of \(file)" : "\(found) in \(file)",
      allowed: allowed)
  }
}
