// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import QueueingTheory
package import Scenarios

/// Staff by queueing formulas: an agent with n chats is n servers at the speed they have then.
package enum OfferedStaff {
  /// The least number of agents that keeps the scenario's targets at a constant load.
  ///
  /// - Parameters:
  ///   - load: Erlangs of chats handled alone at speed 1.
  ///   - chats: Chats in hand of a full agent, at least 1.
  ///   - speed: Of each of them, above zero.
  ///   - isPatient: Whether customers are taken to wait for ever, as Erlang C does.
  package static func agents(
    forLoad load: Double, chats: Int, speed: Double, scenario: Scenario, isPatient: Bool = false
  ) -> Int {
    let mean = 1 / speed
    let patience =
      isPatient ? .infinity : scenario.inquiryTypes.map(\.patience.mean).min() ?? .infinity
    let handling = scenario.meanWork.max() ?? 1
    let targets = scenario.serviceTargets.map {
      $0.inUnits(of: handling, acceptableWait: scenario.acceptableWait.value)
    }
    let law: DurationLaw? =
      patience.isFinite && patience > 0 ? .exponential(mean: patience / handling) : nil
    let servers = try? Staffing.agents(
      arrivalRate: load, meanHandlingTime: mean, patience: law, targets: targets, largest: 100_000)
    let needed = servers ?? Int(min(1e6, (load * mean).rounded(.up)))
    return max(1, (needed + chats - 1) / chats)
  }
}

extension ServiceTarget {
  /// For queueing formulas whose unit of time is the mean handling time.
  fileprivate func inUnits(of handling: Double, acceptableWait: Double) -> StaffingTarget {
    if let seconds = measure.threshold(acceptableWait: acceptableWait) {
      return .answeredWithin(limit: seconds / handling, share: bound)
    }
    return measure.unit == .seconds ? .meanWait(bound / handling) : .abandonment(bound)
  }
}
