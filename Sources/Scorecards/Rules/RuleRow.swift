// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Wording

/// One row of a file of rules, cell by cell.
struct RuleRow {
  let line: Int
  /// By column; a column that the file does not have has no cell.
  let cells: [String: String]

  /// What a cell says that is empty or not there.
  private static let usual = [
    "version": "1", "window": "00:00-24:00", "window_by": "message", "clock": "first_unanswered",
    "answers": "person", "population": "all", "statistic": "rate", "unanswered": "missed",
    "period": "30_days", "certainty": "own",
  ]

  func rule() throws(RuleError) -> ReplyRule {
    let key = try key()
    let name = optional("name_en") ?? optional("name_zh") ?? key
    let rule = ReplyRule(
      platform: optional("platform") ?? String(key.prefix { $0 != "." }), key: key,
      version: text("version"),
      name: Localized(en: name, zh: optional("name_zh") ?? name),
      window: try value("window", ClockWindow.init) { .notAWindow($0) },
      windowTest: try option("window_by"),
      threshold: try threshold(), unit: try option("unit"), clockStart: try option("clock"),
      answeredBy: try option("answers"), population: try option("population"),
      statistic: try option("statistic"), unanswered: try option("unanswered"),
      returnWithin: try returnWithin(), exempt: try exempt(),
      period: try value("period", ScorePeriod.init) { .notAPeriod($0) },
      grades: try grades(), penalty: penalty(), validFrom: try date("valid_from"),
      validTo: try date("valid_to"), certainty: try option("certainty"),
      source: text("source"))
    if rule.unit == .customer, rule.statistic == .mean {
      throw error("statistic", .meanOfCustomers)
    }
    if let from = rule.validFrom, let to = rule.validTo, from > to {
      throw error("valid_to", .validityReversed(from: from, to: to))
    }
    return rule
  }

  private func error(_ column: String, _ problem: RuleError.Problem) -> RuleError {
    RuleError(line: line, column: column, problem)
  }

  private func optional(_ column: String) -> String? {
    guard let cell = cells[column], !cell.isEmpty else { return nil }
    return cell
  }

  private func text(_ column: String) -> String {
    optional(column) ?? Self.usual[column] ?? ""
  }

  /// Small letters, digits and marks, as in `own.first-30s`.
  private func key() throws(RuleError) -> String {
    let key = text("key")
    guard !key.isEmpty else { throw error("key", .empty) }
    let isPlain = key.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "._-".unicodeScalars.contains($0)
    }
    guard isPlain, key.count <= 64 else { throw error("key", .notAKey(key)) }
    return key
  }

  private func value<Value>(
    _ column: String, _ read: (String) -> Value?, _ problem: (String) -> RuleError.Problem
  ) throws(RuleError) -> Value {
    let text = text(column)
    guard let value = read(text) else { throw error(column, problem(text)) }
    return value
  }

  private func option<Value: RawRepresentable & CaseIterable>(
    _ column: String
  ) throws(RuleError) -> Value where Value.RawValue == String {
    let text = text(column)
    guard !text.isEmpty else { throw error(column, .empty) }
    return try value(column, Value.init(rawValue:)) {
      .notOneOf($0, allowed: Value.allCases.map(\.rawValue))
    }
  }

  private func threshold() throws(RuleError) -> Double? {
    guard let text = optional("threshold_s") else { return nil }
    guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
      throw error("threshold_s", .notSeconds(text))
    }
    return seconds
  }

  private func returnWithin() throws(RuleError) -> Int {
    guard let text = optional("return_within_s") else { return 0 }
    guard let seconds = Int(text), (0...86_400).contains(seconds) else {
      throw error("return_within_s", .notSeconds(text))
    }
    return seconds
  }

  private func date(_ column: String) throws(RuleError) -> CivilDate? {
    guard let text = optional(column) else { return nil }
    guard let date = CivilDate(iso: text) else { throw error(column, .notADate(text)) }
    return date
  }

  /// Days and spans as `2024-02-04/2024-02-17`, with semicolons between.
  private func exempt() throws(RuleError) -> [DateSpan] {
    var spans: [DateSpan] = []
    for part in (optional("exempt") ?? "").split(separator: ";") {
      let dates = part.split(separator: "/").map { CivilDate(iso: $0.trimmed) }
      guard (1...2).contains(dates.count), let first = dates[0], let last = dates[dates.count - 1],
        let span = DateSpan(first: first, last: last)
      else { throw error("exempt", .notDates(part.trimmed)) }
      spans.append(span)
    }
    return spans
  }

  private func grades() throws(RuleError) -> GradeLadder? {
    guard let text = optional("grades") else { return nil }
    do throws(GradeLadder.Problem) {
      return try GradeLadder(text, target: optional("target") ?? "")
    } catch {
      switch error {
      case .unreadable(let part): throw self.error("grades", .notALadder(part))
      case .outOfOrder(let name, let better):
        throw self.error("grades", .gradesOutOfOrder(name, after: better))
      case .unknownTarget(let name, let known):
        throw self.error("target", .unknownTarget(name, known: known))
      }
    }
  }

  private func penalty() -> Localized? {
    guard let text = optional("penalty_en") ?? optional("penalty_zh") else { return nil }
    return Localized(en: text, zh: optional("penalty_zh") ?? text)
  }
}
