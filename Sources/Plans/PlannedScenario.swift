// SPDX-License-Identifier: GPL-3.0-or-later

import Pricing
package import Scenarios

/// A validated question: a scenario, and the plans to compare in it.
///
/// Every fact of the scenario is a fact of this one too; simulation sees the scenario alone.
@dynamicMemberLookup
package struct PlannedScenario: Equatable, Sendable {
  package var scenario: Scenario
  package var plans: [Plan]

  package init(_ scenario: Scenario, plans: [Plan]) {
    self.scenario = scenario
    self.plans = plans
  }

  package subscript<Value>(dynamicMember path: WritableKeyPath<Scenario, Value>) -> Value {
    get { scenario[keyPath: path] }
    set { scenario[keyPath: path] = newValue }
  }

  package subscript<Value>(dynamicMember path: KeyPath<Scenario, Value>) -> Value {
    scenario[keyPath: path]
  }

  /// ISO 4217 code of the contracts, the same in every plan.
  package var currency: String { plans.first?.contract.currency ?? "CNY" }
}
