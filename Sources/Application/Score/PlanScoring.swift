// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Planning
import Plans
import Scenarios
import Scorecards

extension RunRequest {
  /// The rules of a request that simulated chats can be graded by.
  ///
  /// - Throws: For rules that need more than is simulated.
  func rules(
    _ choice: RuleChoice, of scenario: PlannedScenario
  ) throws(ApplicationError) -> [RuleBook.Entry] {
    let entries = choice.entries(in: try choice.book(), during: scenario.horizon)
    for entry in entries {
      let versions = entry.versions.filter { version in
        scenario.horizon.contains { version.isValid(on: $0) }
      }
      guard let first = versions.first else {
        throw .file(
          source.path,
          .score(
            ScoreError(
              key: entry.key,
              .notInForce(on: scenario.horizon, first: entry.versions[0].validFrom))))
      }
      if versions.contains(where: \.needsRecordedLog) {
        throw .file(source.path, .ruleNeedsLog(entry.key))
      }
      for type in scenario.inquiryTypes where versions.contains(where: \.needsMessages) {
        if case .messages = type.service { continue }
        throw .file(source.path, .ruleNeedsMessages(first.key, inquiryType: type.name))
      }
    }
    return entries
  }

  /// Grades every compared plan, with the seats that were found: by what the comparison has counted,
  /// or else chat by chat, in the order of the rules.
  func score(
    _ comparison: Comparison, by entries: [RuleBook.Entry], in scenario: PlannedScenario
  ) async throws(ApplicationError) -> [PlanScore] {
    let counted = scenario.countedRules(entries).map(\.key)
    let logged = entries.filter { !counted.contains($0.key) }
    var scores: [PlanScore] = []
    for plan in entries.isEmpty ? [] : comparison.plans {
      var own = try await score(plan.name, of: comparison, by: logged, in: scenario)
      for (index, key) in counted.enumerated() {
        guard let entry = entries.first(where: { $0.key == key }),
          plan.gradedDays.count == 2 * counted.count
        else { continue }
        own.append(
          PlanScore(
            entry, plan: plan.name, of: scenario.horizon, graded: plan.gradedDays[2 * index],
            wholeDay: plan.gradedDays[2 * index + 1]))
      }
      let order = Dictionary(uniqueKeysWithValues: zip(entries.map(\.key), entries.indices))
      scores += own.sorted { (order[$0.rule.key] ?? 0) < (order[$1.rule.key] ?? 0) }
    }
    for score in scores where score.total.wholeDay.units > 0 && score.total.graded.units == 0 {
      throw .file(
        source.path, .score(ScoreError(key: score.rule.key, .windowNeverMet(score.rule.window))))
    }
    return scores
  }

  /// Simulates a plan's replications once more, chat by chat.
  private func score(
    _ name: String, of comparison: Comparison, by entries: [RuleBook.Entry],
    in scenario: PlannedScenario
  ) async throws(ApplicationError) -> [PlanScore] {
    if entries.isEmpty { return [] }
    let experiment = try comparison.experiment(of: name, in: scenario, for: .plan)
    do {
      return try await PlanScore.scores(
        entries, plan: name, of: experiment, replications: 0..<comparison.replications,
        threads: threads)
    } catch {
      throw ApplicationError(error, file: source.path, plan: name)
    }
  }
}

extension PlannedScenario {
  /// The rules that the simulation itself counts, by interval.
  func countedRules(_ entries: [RuleBook.Entry]) -> [ScoreCounting] {
    entries.compactMap { entry in
      guard let counting = try? entry.counting(during: scenario.horizon),
        scenario.countingProblem(of: counting) == nil
      else { return nil }
      return counting
    }
  }

  /// Counts the rules too, in their hours and over the whole day.
  mutating func grade(by entries: [RuleBook.Entry]) {
    scenario.gradedRules = countedRules(entries).flatMap { [$0.apart, $0.wholeDay] }
  }

  /// Whether every rule is counted by interval, so that no chat is looked at.
  func counts(all entries: [RuleBook.Entry]) -> Bool {
    countedRules(entries).count == entries.count
  }
}
