// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Experiments
import Foundation
import Planning
import Plans
import Scenarios

/// How long a page waits for the first answer to a move, as a ratio to simulating every staffing once.
@main
@MainActor
struct LiveBenchmark {
  private static let path =
    CommandLine.arguments.dropFirst().first ?? "Scenarios/flagship-year.yaml"
  private static let threads = ProcessInfo.processInfo.activeProcessorCount
  private static let times = 7

  static func main() async throws {
    let source = try ScenarioSource(path)
    let scenario = try await CompareUseCase(
      CompareUseCase.Request(RunRequest(source, replications: 1), volumeMultiples: [])
    ).scenario
    let once = try await median { try await simulateOnce(scenario) }
    print("\(scenario.plans.count) plans, \(scenario.horizon.count) days, \(threads) threads")
    print(
      "every staffing simulated once, one after another: \(shown(once.wall)) "
        + "(\(shown(once.work)) of work)")
    let session = LiveSession(LiveDesk(threads: threads))
    var sequence = 0
    // The sizes are found, and what a price needs is simulated.
    _ = try await settle(session, source, [], &sequence)
    for (name, path, values) in moves {
      var number = 0
      let first = try await median {
        number += 1
        sequence += 1
        _ = try await session.move(
          LiveQuestion(source, settings: ["\(path)=\(values(number))"]), sequence: sequence)
      } after: {
        // What goes on behind the answer is not the answer's.
        await session.stop()
        try await Task.sleep(for: .milliseconds(300))
      }
      print(
        "\(name): first answer after \(shown(first.wall)) (\(shown(first.work)) of work), "
          + "ratio \(ratio(first.wall, once.wall)), of work \(ratio(first.work, once.work))")
    }
  }

  private static let moves: [(String, String, @Sendable (Int) -> String)] = [
    ("volume (all plans)", "demand.daily_mean", { String(420 + $0) }),
    ("one plan's people", "plans.in_house.staffing[0].agents", { String(3 + $0) }),
    ("one price", "plans.base_and_commission.contract.clauses[0].base", { String(1500 + $0) }),
  ]

  private static func settle(
    _ session: LiveSession, _ source: ScenarioSource, _ settings: [String], _ sequence: inout Int
  ) async throws -> LiveAnswer? {
    sequence += 1
    var answer = try await session.move(
      LiveQuestion(source, settings: settings), sequence: sequence, patience: 600)
    while let known = answer, !known.isSettled {
      answer = try await session.next(after: known.step, of: sequence, patience: 600)
    }
    return answer
  }

  /// One replication of every staffing that differs, on one thread.
  nonisolated private static func simulateOnce(_ scenario: PlannedScenario) async throws {
    var known: [StaffingPlan] = []
    for plan in scenario.plans {
      var staffing = plan.staffing
      if let sizing = staffing.sizing { staffing = staffing.sized(sizing.range.lowerBound + 4) }
      staffing.sizing = nil
      guard !known.contains(staffing) else { continue }
      known.append(staffing)
      let experiment = try Experiment(scenario: scenario.scenario, staffing: staffing)
      try await experiment.run(0..<1, threads: 1) { _ in }
    }
  }

  /// Medians of the time that passes and of the processor's time, which other programs do not lengthen.
  private static func median(
    _ body: () async throws -> Void, after: () async throws -> Void = {}
  ) async throws -> (wall: Duration, work: Duration) {
    var walls: [Duration] = []
    var works: [Duration] = []
    for _ in 0..<times {
      let (start, worked) = (ContinuousClock.now, clock())
      try await body()
      walls.append(ContinuousClock.now - start)
      works.append(.microseconds(Int64(clock() - worked) * 1_000_000 / Int64(CLOCKS_PER_SEC)))
      try await after()
    }
    return (walls.sorted()[times / 2], works.sorted()[times / 2])
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private static func shown(_ duration: Duration) -> String {
    "\(Int((seconds(duration) * 1000).rounded())) ms"
  }

  private static func ratio(_ first: Duration, _ second: Duration) -> String {
    String(format: "%.2f", seconds(first) / seconds(second))
  }
}
