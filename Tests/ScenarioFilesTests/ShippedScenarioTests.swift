// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Plans
import ScenarioFiles
import Scenarios
import Testing

/// The folder of scenarios that users start from.
let scenarioFolder = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Scenarios")

let shippedScenarios = [
  "flagship-year", "start-up", "seasonal", "fast-growing", "cost-sensitive", "core-elsewhere",
  "international", "cosmetics",
]

@Suite struct ShippedScenarioTests {
  @Test(arguments: shippedScenarios)
  func `every shipped scenario is accepted`(_ name: String) throws {
    let scenario = try ScenarioFile.load(scenarioFolder.appendingPathComponent(name + ".yaml").path)
    #expect(!scenario.summary.isEmpty)
    #expect(scenario.plans.count >= 3)
    #expect(!scenario.serviceTargets.isEmpty)
  }
}
