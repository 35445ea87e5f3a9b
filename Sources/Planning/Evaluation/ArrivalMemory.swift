// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Foundation
import Scenarios

/// Demand that was compiled before, for plans that meet the same customers.
final class ArrivalMemory: @unchecked Sendable {
  private static let mostPlans = 8

  private let lock = NSLock()
  private var plans:
    [(scale: Double, background: [DemandStream], scenario: Scenario, plan: ArrivalPlan)] = []

  /// The demand of a scenario with that of a shared pool's other shops. Who asks for one that is being
  /// compiled waits for it.
  ///
  /// - Parameter scale: Factor on the shop's own demand.
  func plan(
    of scenario: Scenario, background: [DemandStream], scale: Double
  ) throws -> ArrivalPlan {
    try lock.withLock {
      let known = plans.first {
        $0.scale == scale && $0.background == background && $0.scenario == scenario
      }
      if let known { return known.plan }
      let plan = try ArrivalPlan(scenario: scenario, background: background, scale: scale)
      plans.append((scale, background, scenario, plan))
      if plans.count > Self.mostPlans { plans.removeFirst() }
      return plan
    }
  }
}
