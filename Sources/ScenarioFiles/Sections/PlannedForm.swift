// SPDX-License-Identifier: GPL-3.0-or-later

import Wording
import Plans
import Pricing
import Scenarios
import Wording

extension StaffingPlan {
  /// Whether `planned` is all that the file says of it.
  var isPlannedAlone: Bool { sizing?.isPlanned == true && lines.isEmpty && design == nil }

  /// Names that a contract can bill before it is known who will be booked.
  func billingNames(_ reading: Reading?) -> [String] {
    guard sizing?.isPlanned == true else { return billingGroups }
    let offered =
      isPlannedAlone
      ? (reading?.known(.agentGroup) ?? []).flatMap { group in
        Engagement.allCases.map { ShiftSupply(group: group, engagement: $0) }
      } : design?.supplies ?? []
    let names = offered.flatMap { supply in
      let engagement = supply.engagement.rawValue
      return [engagement, supply.group, "\(supply.group)/\(engagement)"]
    }
    return names.reduce(into: billingGroups) { known, name in
      if !known.contains(name) { known.append(name) }
    }
  }

  /// Who may be booked where `planned` stands alone: whom the contract bills, on shifts of eight hours.
  ///
  /// A clause that names no agent group means the only one there is; otherwise somebody must say who.
  func offering(whom contract: Contract, _ reading: Reading) -> StaffingPlan? {
    guard isPlannedAlone else { return self }
    let known = reading.known(.agentGroup) ?? []
    var supplies: [ShiftSupply] = []
    for people in contract.clauses.compactMap(\.terms.people) {
      let parts = people.group.split(separator: "/").map(String.init)
      let group = known.contains(parts[0]) ? parts[0] : known.count == 1 ? known[0] : nil
      guard let group else {
        reading.report(
          at: "\(reading.path).staffing", found: "planned alone, with several agent groups",
          allowed: "lines or a design beside it, as {planned: true, lines: [{group: a, shift: b}]}")
        return nil
      }
      let engagement =
        parts.last.flatMap(Engagement.init)
        ?? (people.work == .payroll ? .own : people.work == .seats ? .dedicated : .shortTerm)
      if !supplies.contains(where: { $0.group == group && $0.engagement == engagement }) {
        supplies.append(ShiftSupply(group: group, engagement: engagement))
      }
    }
    guard !supplies.isEmpty else {
      reading.report(
        at: "\(reading.path).staffing", found: "planned alone, with a contract that bills nobody",
        allowed: "lines or a design beside it, as {planned: true, lines: [{group: a, shift: b}]}")
      return nil
    }
    var copy = self
    copy.design = ShiftDesign(supplies: supplies)
    return copy
  }
}
