// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Plans
import Scenarios
import Studies

/// A few replications of a few points, to say what the others will take.
struct StudyPilot {
  let source: ScenarioSource
  let plan: StudyPlan
  /// Expected customers of each point.
  let weights: [Double]

  struct Measured {
    var secondsPerWeight: Double
    /// Of one replication of the point with the most customers.
    var secondsOfDearest: Double
  }

  /// The lightest and the heaviest point, and some between.
  private var sample: [Int] {
    let order = weights.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
    let places = [0, order.count / 3, 2 * order.count / 3, order.count - 1]
    var sample: [Int] = []
    for place in places where !sample.contains(order[place]) { sample.append(order[place]) }
    return sample
  }

  func run(_ report: (Int, Int) -> Void) async throws(ApplicationError) -> Measured {
    let sample = self.sample
    var (seconds, weight, dearest) = (0.0, 0.0, 0.0)
    for (done, point) in sample.enumerated() {
      report(done, sample.count)
      do {
        let scenario = try plan.scenario(at: point, from: source)
        let plans = scenario.plans.enumerated().filter { plan.plans.contains($0.element.name) }
        var evaluator = PointEvaluator(plan.measures, threads: 1)
        let start = ContinuousClock.now
        // Once for what is built at first, and a second time measured.
        for replication in 0..<2 {
          let begin = ContinuousClock.now
          try await evaluator.run(
            point, of: scenario,
            plans: plans.map { index, plan in
              (index, plan, plan.staffing.sizing.map { .uniform(max(1, $0.range.lowerBound)) })
            }, replications: replication..<replication + 1, kept: { _ in 0 }
          ) { _ in }
          let elapsed = (ContinuousClock.now - begin).components
          dearest = Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        }
        let elapsed = (ContinuousClock.now - start).components
        seconds += Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18
        weight += 2 * weights[point]
      } catch {
        throw ApplicationError(error, file: source.path)
      }
    }
    return Measured(secondsPerWeight: seconds / max(1, weight), secondsOfDearest: dearest)
  }
}

extension StudyPlan {
  /// The scenario of a point, as its replications are run.
  func scenario(
    at point: Int, from source: ScenarioSource
  ) throws(ApplicationError) -> PlannedScenario {
    var scenario = try source.scenario(overrides: overrides(of: point))
    scenario.seed = seed
    scenario.experiment.replications = replications
    return scenario
  }
}
