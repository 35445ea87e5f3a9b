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
  /// Seats and base + commission bill dedicated agents, shift and hourly clauses short-term ones, the
  /// in-house clause own staff. Where a plan has no such people in the group, the clause bills the
  /// group's people whom no other clause bills, if they are all of one engagement: a seat contract
  /// over lines that are marked as own staff still costs something.
  package func billing(_ staffing: StaffingPlan) -> Contract {
    let present = Set(
      staffing.lines.map { BillingGroup(group: $0.group, engagement: $0.engagement) })
    let claimed = Set(
      clauses.compactMap { clause in
        clause.terms.staffedGroup.flatMap { name in
          clause.terms.naturalEngagement.map { BillingGroup(group: name, engagement: $0) }
        }
      })
    var copy = self
    for index in copy.clauses.indices {
      guard let name = copy.clauses[index].terms.staffedGroup,
        let natural = copy.clauses[index].terms.naturalEngagement,
        staffing.lines.contains(where: { $0.group == name })
      else { continue }
      var people = BillingGroup(group: name, engagement: natural)
      if !present.contains(people) {
        let free = present.subtracting(claimed).filter { $0.group == name }
        if free.count == 1, let only = free.first, only.engagement != .shared { people = only }
      }
      copy.clauses[index].terms.staffedGroup = people.name
    }
    return copy
  }
}

extension ClauseTerms {
  /// The engagement of the people whom such a clause bills.
  var naturalEngagement: Engagement? {
    switch self {
    case .seats, .baseAndCommission: .dedicated
    case .package: .dedicated
    case .shifts, .hourly: .shortTerm
    case .inHouse: .own
    default: nil
    }
  }

  /// The staffing group that the clause names, where it counts people.
  package var staffedGroup: String? {
    get {
      switch self {
      case .seats(let clause): clause.seats.staffedGroup
      case .baseAndCommission(let clause): clause.seats.staffedGroup
      case .shifts(let clause): clause.group
      case .hourly(let clause): clause.group
      case .inHouse(let clause): clause.group
      default: nil
      }
    }
    set {
      guard let name = newValue else { return }
      switch self {
      case .seats(var clause):
        clause.seats = .staffed(group: name)
        self = .seats(clause)
      case .baseAndCommission(var clause):
        clause.seats = .staffed(group: name)
        self = .baseAndCommission(clause)
      case .shifts(var clause):
        clause.group = name
        self = .shifts(clause)
      case .hourly(var clause):
        clause.group = name
        self = .hourly(clause)
      case .inHouse(var clause):
        clause.group = name
        self = .inHouse(clause)
      default: break
      }
    }
  }
}

extension SeatSource {
  var staffedGroup: String? {
    if case .staffed(let group) = self { group } else { nil }
  }
}
