// SPDX-License-Identifier: GPL-3.0-or-later

/// What an uncertain volume does to the choice of a plan; in yuan over the horizon.
package struct PlanRisk: Equatable, Sendable {
  package var plan: String
  /// Share of replications in which the plan is the cheapest of the ranked; ties are split.
  package var probabilityCheapest: Double
  /// Mean and largest excess over the cheapest plan of the same replication.
  package var expectedRegret: Double
  package var worstRegret: Double
  /// Cost that nineteen years of twenty stay below.
  package var costAtRisk: Double
}
