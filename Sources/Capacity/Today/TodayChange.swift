// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// Something that can still be changed today.
package struct TodayChange: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    /// Minutes beyond the shift's end.
    case overtime(shift: ShiftPattern, minutes: Int)
    case breakMoved(shift: ShiftPattern, from: ClockSpan, to: ClockSpan)
    case extra(ShiftPattern, Engagement)
    /// One chat more at once than before.
    case chatLimit(Int)
  }

  package let kind: Kind
  package let group: String
  /// People whom it concerns; of a chat limit all of the group.
  package let people: Int
  /// Those with a name.
  package let names: [String]
  /// Yuan for all of them; nil where nothing says the price.
  package let cost: Double?
  /// Whether the price is none of the contract's.
  package let isCostAssumed: Bool
  /// Whether it goes beyond what the scenario knows: a speed with more chats than the curve has.
  package let isElsewhere: Bool
  /// Everybody on duty after it.
  let staff: [DutyPerson]
  /// Nil where the scenario stays.
  let limitedGroup: AgentGroup?

  init(
    _ kind: Kind, group: String, people: Int, names: [String] = [], cost: Double? = 0,
    isCostAssumed: Bool = false, isElsewhere: Bool = false, staff: [DutyPerson],
    limitedGroup: AgentGroup? = nil
  ) {
    self.kind = kind
    self.group = group
    self.people = people
    self.names = names
    self.cost = cost
    self.isCostAssumed = isCostAssumed
    self.isElsewhere = isElsewhere
    self.staff = staff
    self.limitedGroup = limitedGroup
  }

  /// The scenario with it.
  func applied(to scenario: Scenario) -> Scenario {
    var changed = scenario
    for index in changed.agentGroups.indices {
      if let limitedGroup, changed.agentGroups[index].name == limitedGroup.name {
        changed.agentGroups[index] = limitedGroup
      }
    }
    return changed
  }
}
