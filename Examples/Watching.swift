// SPDX-License-Identifier: GPL-3.0-or-later

import InquirySimulation

/// Follows the number of customers in the queue.
struct QueueLength: SimulationObserver {
  private(set) var longest = 0
  private(set) var longestAt = 0.0
  private var waiting: Set<UInt64> = []

  mutating func note(_ moment: ChatMoment) {
    switch moment.kind {
    case .arrived: waiting.insert(moment.contact)
    case .assigned, .abandoned, .silentlyAbandoned, .blocked: waiting.remove(moment.contact)
    case .carriedOver, .lostOutsideHours, .wrote, .replied, .ordered, .handedOver, .closed: return
    }
    if waiting.count > longest { (longest, longestAt) = (waiting.count, moment.time) }
  }
}

/// One busy day, watched moment by moment: when most customers waited.
public func watching() throws -> String {
  let shop = DeskDescription(
    openHours: 10..<20, seed: 3,
    customers: [
      CustomerType(
        "order", perDay: 180, service: .conversation(handling: .exponential(mean: 300)),
        patience: .exponential(mean: 600))
    ],
    groups: [AgentGroup(name: "team", skills: [Skill(inquiryType: "order")])],
    shifts: [ShiftPlan(group: "team", agents: 2, hours: 10..<20)])
  var queue = QueueLength()
  let outcome = try Desk(shop).simulate(observer: &queue)
  return "of \(outcome.total.arrived) customers at most \(queue.longest) were in the queue, "
    + "at hour \(Int(queue.longestAt / 3600))"
}
