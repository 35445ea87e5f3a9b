// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Plans
package import Pricing
package import Scenarios

extension Plan {
  /// The plan's contract on recorded months: volume as recorded, people as recorded under the name
  /// that a clause bills, or else as the plan rosters them over those months.
  ///
  /// A plan whose size is to be found rosters nobody yet: its people must be recorded.
  package func priced(
    on records: RecordedUsage, in scenario: Scenario
  ) -> (contract: Contract, usage: RecordedUsage) {
    guard staffing.sizing == nil else { return (contract, records) }
    var contract = self.contract
    let rostered = contract.billing(staffing)
    for (index, clause) in contract.clauses.enumerated() {
      guard let name = clause.terms.people?.group, !records.schema.groups.contains(name) else {
        continue
      }
      contract.clauses[index] = rostered.clauses[index]
    }
    var scenario = scenario
    scenario.horizon = records.span
    let work = RosteredWork(staffing, scenario: scenario, contract: self.contract)
    let missing = contract.billedGroups.filter { !records.schema.groups.contains($0) }
    let columns = missing.map { name in work.groups.firstIndex { $0.name == name } }
    // A name that neither has stays missing, and pricing says so.
    let found = zip(missing, columns).filter { $0.1 != nil }
    guard !found.isEmpty else { return (contract, records) }
    let usage = records.adding(groups: found.map(\.0)) { date in
      let day = records.span.first.days(to: date)
      return found.map { _, column in
        column.map { work.totals[day * work.groups.count + $0] } ?? StaffingTotals()
      }
    }
    return (contract, usage)
  }
}
