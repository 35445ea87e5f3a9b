// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Plans
import Pricing
import Scenarios

extension PlannedScenario {
  /// Plans whose people the shop can book.
  ///
  /// - Parameter names: Empty for all of them.
  /// - Throws: `ApplicationError` for an unknown name, for a plan on a shared pool, and where there is none.
  func bookablePlans(_ names: [String]) throws(ApplicationError) -> [Plan] {
    for name in names { try checkPlan(name, .plan) }
    let wanted =
      names.isEmpty
      ? self.plans.filter { $0.contract.scope == .chat && !$0.staffing.isSharedPool }
      : self.plans.filter { names.contains($0.name) }
    if let pool = wanted.first(where: \.staffing.isSharedPool)
      ?? (wanted.isEmpty ? self.plans.first : nil)
    {
      throw .request(.poolHasNoRequirement(plan: pool.name))
    }
    return wanted
  }
}
