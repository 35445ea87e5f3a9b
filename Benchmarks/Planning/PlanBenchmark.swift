// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Experiments
import Foundation
import Plans
import ScenarioFiles
import Scenarios

/// Requirements by simulation beside theory where theory is exact, beside Erlang C on a day with a burst,
/// and the time that a week takes.
@main
struct PlanBenchmark {
  static func main() async throws {
    var isGood = true
    print("desk                points  equal  one off  further  mean difference")
    for (name, points) in [
      ("Erlang C", SteadyPoint.erlangC), ("Erlang A", SteadyPoint.erlangA),
      ("k parallel chats", SteadyPoint.parallel),
    ] {
      isGood = try await row(name, points) && isGood
    }
    isGood = try await burst() && isGood
    try await week()
    if !isGood { exit(1) }
  }

  /// The people of most open intervals after the first hour, beside the formula's.
  private static func row(_ name: String, _ points: [SteadyPoint]) async throws -> Bool {
    var differences: [Int] = []
    var means: [Double] = []
    for point in points {
      let requirement = try await required(point.scenario, hold: .interval)
      let open = requirement.isOpen.indices.filter { requirement.isOpen[$0] }.dropFirst(2)
      let found = open.map { requirement.found.profile.counts[0][$0] }.sorted()
      let theory = try point.theory
      differences.append(abs(found[found.count / 2] - theory))
      means.append(Double(found.reduce(0, +)) / Double(found.count) - Double(theory))
    }
    let further = differences.count { $0 > 1 }
    print(
      name.padding(toLength: 18, withPad: " ", startingAt: 0),
      pad(points.count, 7), pad(differences.count { $0 == 0 }, 6),
      pad(differences.count { $0 == 1 }, 8), pad(further, 8),
      String(format: "%+16.2f", means.reduce(0, +) / Double(means.count)))
    return further == 0
  }

  /// A quarter of an hour at four times the rate, customers who stay.
  private static func burst() async throws -> Bool {
    let scenario = Desk.scenario(
      quarters: (40..<64).map { $0 == 48 ? 60 : 15 }, handling: 300, patience: nil, limit: 30,
      share: 0.8)
    let requirement = try await required(scenario, hold: .interval)
    print("\na quarter of an hour at 4 × the rate  hours  stretches  beyond tolerance")
    var beyond: [Int] = []
    for candidate in requirement.candidates {
      let missed = candidate.checks.count { !$0.isWithinTolerance }
      beyond.append(missed)
      print(
        candidate.method.rawValue.padding(toLength: 36, withPad: " ", startingAt: 0),
        String(format: "%6.1f", candidate.profile.hours), pad(candidate.checks.count, 10),
        pad(missed, 17))
    }
    return beyond[0] == 0
  }

  /// Half hours of the flagship's busiest week: two types, three groups.
  private static func week() async throws {
    let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    let planned = try ScenarioFile.load(
      folder.appending(path: "Scenarios/flagship-year.yaml").path)
    let groups = ["sellers", "after_sale_team", "helpers"]
    let first = CivilDate(unchecked: 2026, 11, 9)
    let start = ContinuousClock.now
    let requirement = try await required(
      planned.scenario, hold: .day, groups: groups,
      days: DateSpan(unchecked: first, first.advanced(by: 6)))
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(
      "\na week of half hours, \(planned.inquiryTypes.count) types, \(groups.count) groups:",
      String(format: "%.1f s, %.1f hours,", seconds, requirement.found.profile.hours),
      "\(requirement.trials) profiles, \(requirement.found.answer.rawValue)")
  }

  private static func required(
    _ scenario: Scenario, hold: TargetHold, groups: [String]? = nil, days: DateSpan? = nil
  ) async throws -> Requirement {
    var search = try RequirementSearch(
      RequirementQuestion(
        scenario: scenario, groups: groups ?? scenario.agentGroups.map(\.name),
        days: days ?? scenario.horizon, hold: hold,
        threads: ProcessInfo.processInfo.activeProcessorCount))
    return try await search.run()
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
