// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing

/// Why a question cannot be answered as it is put.
package enum PlanningError: Error, Equatable, Sendable {
  /// Fewer than one replication or thread, or a volume multiple that is not above zero.
  case outOfRange(field: String, found: Double, allowed: String)
  /// A plan on a shared pool cannot be sized: the pool is the provider's.
  case sizingSharedPool(plan: String)
  /// Sizing needs service targets to meet.
  case sizingWithoutTargets(plan: String)
  case sizingUnknownGroup(plan: String, group: String)
  case unknownPlan(name: String, known: [String])
  /// The contract does not fit what the scenario counts.
  case contract(plan: String, PricingError)
  /// A target names inquiry types of which none exists.
  case unknownInquiryType(name: String, known: [String])
  case notASharedPool(plan: String)
  /// Two scenarios whose horizons differ have no days to compare.
  case differentHorizons
  /// Two scenarios without a plan of the same key.
  case noCommonPlan
}
