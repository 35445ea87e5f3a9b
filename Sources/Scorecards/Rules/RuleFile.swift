// SPDX-License-Identifier: GPL-3.0-or-later

import Tables

/// Reads reply rules from CSV: those that the program brings, and a shop's own.
package enum RuleFile {
  /// Columns of the file; `key` and `unit` must be there, all others may be left out or empty.
  package static let columns = [
    "platform", "key", "version", "name_en", "name_zh", "window", "window_by", "threshold_s",
    "unit",
    "clock", "answers", "population", "statistic", "unanswered", "return_within_s", "exempt",
    "period", "grades", "target", "penalty_en", "penalty_zh", "valid_from", "valid_to", "certainty",
    "source",
  ]
  static let needed = ["key", "unit"]

  /// - Throws: `RuleError` with the line of the first mistake.
  package static func read(path: String) throws(RuleError) -> RuleBook {
    let source: DelimitedRows
    do throws(InputProblem) {
      source = try DelimitedRows(path: path, limits: .scenario)
    } catch {
      throw RuleError(line: 0, .table(.input(error)))
    }
    return try book(source)
  }

  package static func parse(_ text: String) throws(RuleError) -> RuleBook {
    try book(DelimitedRows(text: text, limits: .scenario))
  }

  private static func book(_ source: DelimitedRows) throws(RuleError) -> RuleBook {
    var rows = source
    guard try next(&rows) else { throw RuleError(line: 0, .table(.empty)) }
    var places: [String: Int] = [:]
    for index in rows.fields.indices {
      let name = rows.text(index).lowercased()
      guard columns.contains(name) else {
        throw RuleError(line: rows.line, column: rows.text(index), .unknownColumn(known: columns))
      }
      guard places.updateValue(index, forKey: name) == nil else {
        throw RuleError(line: rows.line, column: name, .table(.repeatedColumn(name)))
      }
    }
    for name in needed where places[name] == nil {
      throw RuleError(line: rows.line, column: name, .columnMissing)
    }
    let width = rows.fields.count
    var rules: [(rule: ReplyRule, line: Int)] = []
    while try next(&rows) {
      guard rows.fields.count == width else {
        throw RuleError(
          line: rows.line, .table(.wrongFieldCount(found: rows.fields.count, expected: width)))
      }
      let cells = places.mapValues { rows.text($0) }
      rules.append((try RuleRow(line: rows.line, cells: cells).rule(), rows.line))
    }
    return try RuleBook(rules)
  }

  private static func next(_ rows: inout DelimitedRows) throws(RuleError) -> Bool {
    do throws(TableError) {
      return try rows.next()
    } catch {
      throw RuleError(line: error.line, .table(error.kind))
    }
  }
}
