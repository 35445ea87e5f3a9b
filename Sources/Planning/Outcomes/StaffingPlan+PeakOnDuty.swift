// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios
import Workforce

extension StaffingPlan {
  /// Most people on duty at once; head counts of windows that never meet do not add up.
  ///
  /// - Throws: What compiling the roster refuses.
  package func peakOnDuty(in scenario: Scenario) throws -> Int {
    let staffed = try StaffingTimeline(scenario: scenario, lines: lines).staffedAgents()
    return Int(bounded: (staffed.max() ?? 0).rounded(.up))
  }
}
