// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Scenarios
import Scorecards
import Tables
import Wording

/// A platform's rule on replies, as a scenario names it.
struct PlatformRule: Sendable {
  /// How the simulated days are counted by it.
  let counting: ScoreCounting
  /// Grades of the version in force on the last of them, if it has any.
  let grades: GradeLadder?
}

extension Form<PlatformRule> {
  private static let allowed: Phrase =
    "a rule of \(RuleBook.presets.entries.map(\.key).joined(separator: ", "))"

  /// A rule that the program brings, which a simulation can be counted by.
  static let rule = Form(
    allowed,
    schema: { _ in
      [
        "type": "string",
        "description": "A platform's reply rule by its key, as inquiry reference rules lists them.",
        "examples": .array(RuleBook.presets.entries.map { .string($0.key) }),
      ]
    }
  ) { node, reading in
    let book = RuleBook.presets
    guard let key = node.text, let entry = book[key] else {
      reading.report(
        found: node.found, allowed: allowed,
        suggestion: node.text.flatMap { nearestName(to: $0, among: book.entries.map(\.key)) })
      return nil
    }
    // Without a horizon that can be read, that alone is blamed.
    guard let days = reading.days else { return nil }
    do throws(CountingProblem) {
      let rule = days.reversed().lazy.compactMap { entry.version(on: $0) }.first
      return PlatformRule(counting: try entry.counting(during: days), grades: rule?.grades)
    } catch {
      reading.report(found: error.found(key), allowed: error.allowed)
      return nil
    }
  }
}

extension Form<ServiceTarget> {
  /// A promise about a platform's rule; its bound is that of the rule's own grade where none is given.
  static let scorecardTarget = Form.object("scorecard_target") { f in
    let rule = f.required(
      "scorecard", Form<PlatformRule>.rule,
      "A platform's rule on replies, as in tmall.3min; it says what counts, and in which hours.")
    let least = f.optional(
      "at_least", Form<Double>.share(),
      "Of a rule of a share. Left out: the rule's own grade, if it has one.")
    let most = f.optional(
      "at_most", Form<Double>.duration(0...86_400),
      "Of a rule of a mean. Left out: the rule's own grade, if it has one.")
    // Platforms grade a month or 30 days.
    let (scope, types, confidence) = terms(f, scope: .everyMonth)
    guard let rule else { return nil }
    let isMean = rule.counting.isMean
    let (right, wrong) = isMean ? ("at_most", "at_least") : ("at_least", "at_most")
    if f.has(wrong) {
      f.reading?.report(
        found: .verbatim(wrong),
        allowed: isMean
          ? "\(right), as the rule's value is a mean" : "\(right), as the rule's value is a share")
      return nil
    }
    let own = rule.grades.map { $0.steps[$0.target].bound }
    guard let bound = (isMean ? most : least) ?? own else {
      f.reading?.report(
        found: "no bound", allowed: "\(right), as the rule has no grade of its own")
      return nil
    }
    return ServiceTarget(
      measure: .scorecard(rule.counting), bound: bound, scope: scope, inquiryTypes: types,
      confidence: confidence)
  }
}

extension Form<String> {
  /// A rule, as the name of the result that a bonus depends on; a scenario's usage then has it.
  static let scorecardResult = Form(
    Form<PlatformRule>.rule.allowed, schema: Form<PlatformRule>.rule.schema
  ) { node, reading in
    if reading.days == nil, let entry = node.text.flatMap({ RuleBook.presets[$0] }) {
      return Measure.scorecard(
        ScoreCounting(
          key: entry.key, name: Words(entry.latest.name.en, entry.latest.name.zh),
          isMean: entry.latest.statistic == .mean, versions: [])
      ).key
    }
    guard let rule = Form<PlatformRule>.rule.read(node, reading) else { return nil }
    let measure = Measure.scorecard(rule.counting)
    reading.wanted.append(measure)
    return measure.key
  }
}
