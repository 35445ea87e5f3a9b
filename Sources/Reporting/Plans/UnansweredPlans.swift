// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Planning
import Plans
import Pricing
import Scenarios
import Wording

/// Says which plans a question about people to book does not answer, and why.
struct UnansweredPlans {
  let scenario: PlannedScenario
  /// Names of the plans that have an answer.
  let answered: [String]
  let refused: [(plan: String, error: ApplicationError)]
  let style: NumberStyle

  var sentences: [String] {
    refused.map { "\($0.plan): " + $0.error.sentence()[style.language] } + pools
  }

  /// Plans whose people are the provider's; not said where only some plans were asked about.
  private var pools: [String] {
    let asked = answered + refused.map(\.plan)
    let pools = scenario.plans.filter(\.staffing.isSharedPool)
    let others = scenario.plans.filter { $0.contract.scope == .chat && !$0.staffing.isSharedPool }
    guard !pools.isEmpty, others.allSatisfy({ asked.contains($0.name) }) else { return [] }
    let names = style.list(pools.map { $0.title.isEmpty ? $0.name : $0.title })
    return [
      Localized(
        en:
          "Left out: \(names), whose people are the provider's and not to be booked. `inquiry compare` has all "
          + "plans.",
        zh: "未列入：\(names)，其人员属服务商，无需预订。`inquiry compare` 比较全部方案。")[style.language]
    ]
  }
}
