// SPDX-License-Identifier: GPL-3.0-or-later

package import Pricing
package import Scenarios

/// A staffing group as pricing sees it: people under one engagement, of one agent group or of all.
///
/// A hybrid plan has dedicated seats and short-term shifts in the same agent group; each clause must
/// bill its own people only, so the usage counts them apart, under names as in
/// `presale/short_term`, and over all agent groups as in `short_term`.
package struct BillingGroup: Hashable, Sendable {
  /// Nil is every agent group.
  package var group: String?
  package var engagement: Engagement

  package init(group: String?, engagement: Engagement) {
    self.group = group
    self.engagement = engagement
  }

  package var name: String { (group.map { $0 + "/" } ?? "") + engagement.rawValue }

  /// Every engagement over all groups, then every group under every engagement.
  package static func all(in groups: [AgentGroup]) -> [BillingGroup] {
    ([nil] + groups.map(\.name)).flatMap { group in
      Engagement.allCases.map { BillingGroup(group: group, engagement: $0) }
    }
  }
}

extension Contract {
  /// The contract with each plain group name replaced by the people whom its clause bills.
  ///
  /// Seats are held by dedicated agents, shifts and hours worked by short-term ones, and the payroll
  /// is own staff. Where a plan has no such people in the group, the clause bills the
  /// group's people whom no other clause bills, if they are all of one engagement: a seat contract
  /// over lines that are marked as own staff still costs something.
  package func billing(_ staffing: StaffingPlan) -> Contract {
    let present = Set(
      staffing.lines.map { BillingGroup(group: $0.group, engagement: $0.engagement) })
    let claimed = Set(
      clauses.compactMap { clause in
        clause.terms.people.map {
          BillingGroup(group: $0.group, engagement: $0.work.engagement)
        }
      })
    var copy = self
    for index in copy.clauses.indices {
      guard let billed = copy.clauses[index].terms.people,
        staffing.lines.contains(where: { $0.group == billed.group })
      else { continue }
      var people = BillingGroup(group: billed.group, engagement: billed.work.engagement)
      if !present.contains(people) {
        let free = present.subtracting(claimed).filter { $0.group == billed.group }
        if free.count == 1, let only = free.first, only.engagement != .shared { people = only }
      }
      copy.clauses[index].terms = copy.clauses[index].terms.billing(group: people.name)
    }
    return copy
  }
}

extension BilledPeople.Work {
  /// The engagement of the people whom such a clause bills.
  var engagement: Engagement {
    switch self {
    case .seats: .dedicated
    case .shifts, .hours: .shortTerm
    case .payroll: .own
    }
  }
}
