// SPDX-License-Identifier: GPL-3.0-or-later

package import Scenarios

/// For whom a group's people can stand, and for how much of one of them.
///
/// People of a requirement are those of *lead* groups; others, as promotion helpers, stand for a lead
/// group all of whose inquiry types they answer, by the work that a full agent does of each.
struct GroupOutput: Sendable {
  /// `shares[group][lead]`: people of the lead group that one of the group is worth; 0 where they cannot.
  let shares: [[Double]]

  init(groups: [AgentGroup], leads: [AgentGroup]) {
    shares = groups.map { group in
      leads.map { lead in
        if group.name == lead.name { return 1 }
        let types = Set(group.skills.map(\.inquiryType))
        guard lead.skills.allSatisfy({ types.contains($0.inquiryType) }) else { return 0 }
        return group.greatestOutput / lead.greatestOutput
      }
    }
  }
}

extension GroupOutput {
  /// `shares[supply][lead]` of a design, by the supplies' groups.
  init(_ design: ShiftDesign, leads: [String], in scenario: Scenario) {
    let byName = { (name: String) in scenario.agentGroups.filter { $0.name == name } }
    self.init(
      groups: design.supplies.flatMap { byName($0.group) }, leads: leads.flatMap(byName))
  }
}

extension ShiftDesign {
  /// Names of the groups by whom the need is said: those with seats or staff of their own, and if nobody
  /// of them answers a type that others do, these too.
  package func leadGroups(in scenario: Scenario) -> [String] {
    let all = scenario.agentGroups.filter { group in
      supplies.contains { $0.group == group.name }
    }
    let types = Set(scenario.inquiryTypes.map(\.name))
    var leads = all.filter { group in
      supplies.contains { $0.group == group.name && $0.engagement != .shortTerm }
    }
    for group in all where !leads.contains(group) {
      let answered = Set(leads.flatMap { $0.skills.map(\.inquiryType) })
      let own = Set(group.skills.map(\.inquiryType)).intersection(types)
      if !own.isSubset(of: answered) { leads.append(group) }
    }
    return scenario.agentGroups.map(\.name).filter { name in leads.contains { $0.name == name } }
  }
}
