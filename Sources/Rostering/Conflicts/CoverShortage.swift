// SPDX-License-Identifier: GPL-3.0-or-later

/// A day on which fewer people are in a shift than are wanted, and who could have been.
package struct CoverShortage: Equatable, Sendable {
  package var day: Int
  package var duty: Duty
  package var wanted: Int
  package var found: Int
  /// People who may work that shift on that day at all: of its group, not on leave, not settled
  /// elsewhere.
  package var able: Int
  /// Those of its group who are on leave.
  package var onLeave: [Int]

  /// Whether no roster could fill it, whatever else it does.
  package var isCertain: Bool { able < wanted }
}

extension RosterProblem {
  /// What a roster leaves short, by day and duty.
  package func shortages(of roster: Roster) -> [CoverShortage] {
    let counts = CoverTable(self).counts(of: roster)
    return cover.sorted {
      ($0.day, place(of: $0.duty)) < ($1.day, place(of: $1.duty))
    }.compactMap { demand in
      let found = counts[demand.day * dutyCount + place(of: demand.duty)]
      guard found < demand.people else { return nil }
      let group = people.indices.filter {
        people[$0].groups.contains(demand.duty.group) && people[$0].most(of: demand.duty.kind) != 0
      }
      let able = group.filter {
        guard !people[$0].leave.contains(demand.day) else { return false }
        guard let settled = people[$0].locked[demand.day] else { return true }
        return settled == demand.duty
      }
      return CoverShortage(
        day: demand.day, duty: demand.duty, wanted: demand.people, found: found, able: able.count,
        onLeave: group.filter { people[$0].leave.contains(demand.day) })
    }
  }
}
