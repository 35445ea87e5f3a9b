// SPDX-License-Identifier: GPL-3.0-or-later

import InquirySimulation

/// Four weeks of a shop described in Swift: how long customers wait, and in which half hour longest.
public func deskInCode() throws -> String {
  var shop = DeskDescription(days: 28, openHours: 9..<24, seed: 7)
  shop.customers = [
    CustomerType(
      "question", perDay: 400,
      service: .conversation(handling: .lognormal(mean: 240, cv: 0.8)),
      patience: .exponential(mean: 120))
  ]
  shop.groups = [
    AgentGroup(
      name: "team", skills: [Skill(inquiryType: "question")], chatLimit: 3,
      concurrency: .speeds([1, 0.85, 0.7]))
  ]
  shop.shifts = [
    ShiftPlan(group: "team", agents: 2, hours: 9..<18, breaks: [12..<12.5]),
    ShiftPlan(group: "team", agents: 2, hours: 15..<24),
  ]
  let outcome = try Desk(shop).simulate()

  let ninety = outcome.quantile(0.9, of: .answered) ?? 0
  let worst = outcome.intervals.max { $0.total.waiting < $1.total.waiting }
  return """
    \(outcome.total.arrived) customers, service level \(percent(outcome.total.serviceLevel)), \
    nine of ten answered within \(Int(ninety)) s; worst interval from hour \
    \(Int((worst?.start.value ?? 0) / 3600)) with \(worst?.total.abandoned ?? 0) gone
    """
}

func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
