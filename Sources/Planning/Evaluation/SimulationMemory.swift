// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Plans
import Pricing
import Scenarios

/// Simulations run before, for whoever asks for the same customers and people again at other prices.
///
/// Points of a grid that differ in prices alone, and views that look at one volume twice, are simulated
/// once. What is remembered is exactly what the same request would give again, so that answers do not
/// depend on it. Within `$current.withValue(…)` every evaluation takes part.
package actor SimulationMemory {
  @TaskLocal package static var current: SimulationMemory?

  /// What the sums of an evaluation depend on; last what takes longest to compare.
  struct Setting: Equatable, Sendable {
    var scale: Double
    var keepsIntervals: Bool
    var byHour: Bool
    var staffing: StaffingPlan
    var schema: UsageSchema
    var scenario: Scenario
  }

  /// The sums after some replications, and what is billed of each of them.
  struct Evaluated: Archived, Sendable {
    var replications: Range<Int>
    var collector: PerformanceCollector
    var tally: TargetTally
    var graded: GradedTally
    var poolShare: PoolShare?
    var usages: [Usage]

    mutating func pass(through archive: inout Archive) {
      archive.pass(&collector)
      archive.pass(&tally)
      archive.pass(&graded)
      if var share = poolShare {
        archive.pass(&share)
        poolShare = share
      }
      for index in usages.indices { archive.pass(&usages[index]) }
    }
  }

  /// What the trial of a search depends on; last what takes longest to compare.
  struct Trial: Equatable, Sendable {
    var replications: Range<Int>
    var scale: Double
    var segments: [Int]
    var days: Set<Int>
    var staffing: StaffingPlan
    var scenario: Scenario
  }

  /// Evaluations kept; each holds some megabytes.
  private let mostEvaluations: Int
  /// Kept beside them of those without intervals, which are small.
  private let mostWithoutIntervals: Int
  private static let mostTrials = 4096

  nonisolated let arrivals = ArrivalMemory()
  private var evaluations: [(setting: Setting, evaluated: Evaluated)] = []
  private var trials: [(trial: Trial, service: ServiceTable)] = []

  package init(evaluations: Int = 16, withoutIntervals: Int = 16) {
    mostEvaluations = evaluations
    mostWithoutIntervals = withoutIntervals
  }

  /// The longest run that begins with a replication and does not go beyond a number of them.
  func evaluated(_ setting: Setting, from first: Int, upTo count: Int) -> Evaluated? {
    let best = evaluations.indices.filter {
      let range = evaluations[$0].evaluated.replications
      return range.lowerBound == first && range.upperBound <= count
        && evaluations[$0].setting == setting
    }.max {
      evaluations[$0].evaluated.replications.count < evaluations[$1].evaluated.replications.count
    }
    guard let best else { return nil }
    // What is asked for again is the last to be forgotten.
    let found = evaluations.remove(at: best)
    evaluations.append(found)
    return found.evaluated
  }

  func keep(_ evaluated: Evaluated, of setting: Setting) {
    evaluations.append((setting, evaluated))
    let alike = evaluations.indices.filter {
      evaluations[$0].setting.keepsIntervals == setting.keepsIntervals
    }
    let most = setting.keepsIntervals ? mostEvaluations : mostWithoutIntervals
    if alike.count > most { evaluations.remove(at: alike[0]) }
  }

  func service(of trial: Trial) -> ServiceTable? {
    trials.first { $0.trial == trial }?.service
  }

  func keep(_ service: ServiceTable, of trial: Trial) {
    trials.append((trial, service))
    if trials.count > Self.mostTrials { trials.removeFirst() }
  }
}
