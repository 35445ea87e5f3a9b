// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Plans
import Scenarios
import Wording

extension ScenarioChecks {
  /// Whether what is simulated is enough for the platforms' rules that the scenario names.
  func checkScorecards() {
    for (index, target) in scenario.serviceTargets.enumerated() {
      check(target.measure, at: "service_targets[\(index)].scorecard")
    }
    for (index, measure) in scenario.measures.enumerated() {
      check(measure, at: "measures[\(index)].scorecard")
    }
    for (index, cost) in scenario.platformCosts.enumerated() {
      check(cost.measure, at: "platform_costs[\(index)].scorecard")
    }
  }

  private func check(_ measure: Measure, at path: String) {
    guard let score = measure.score,
      let problem = scenario.scenario.countingProblem(of: score)
    else { return }
    switch problem {
    case .needsMessages(let type):
      reading.report(
        at: path,
        found: "\(score.key), which counts rounds, and inquiry_types.\(type) without messages",
        allowed: "messages of every inquiry type with it")
    case .windowOffInterval(let window):
      reading.report(
        at: path, found: "\(score.key), whose hours \(window) do not end on an interval",
        allowed: "an interval of 15 min or 30 min that they end on")
    case .heldAmongLiveChats:
      reading.report(
        at: path,
        found: "\(score.key) beside messages that wait until opening and come as live chats",
        allowed: "overnight, which keeps them apart, or closed_hours: lost")
    }
  }
}
