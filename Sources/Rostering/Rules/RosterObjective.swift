// SPDX-License-Identifier: GPL-3.0-or-later

/// What a roster costs, by part; all in the unit of the prices.
package struct RosterObjective: Equatable, Sendable {
  package var under = 0
  package var over = 0
  package var wishes = 0
  package var changes = 0
  package var weekends = 0
  package var nights = 0
  package var overtime = 0

  package init() {}

  package var total: Int { under + over + wishes + changes + weekends + nights + overtime }
}

extension RosterProblem {
  /// What a roster costs, counted from the roster alone.
  package func objective(of roster: Roster) -> RosterObjective {
    var sum = RosterObjective()
    let cover = CoverTable(self)
    let counts = cover.counts(of: roster)
    for row in 0..<cover.rows {
      sum.under += cover.under[row] * max(0, cover.demand[row] - counts[row])
      sum.over += cover.over[row] * max(0, counts[row] - cover.demand[row])
    }
    let fair = FairShare(self)
    for (index, person) in people.enumerated() {
      let duties = (0..<roster.days).map { roster[index, $0] }
      for wish in person.wishes {
        let duty = duties[wish.day]
        let isThere = duty != nil && (wish.kind == nil || wish.kind == duty?.kind)
        if isThere != wish.isOn { sum.wishes += wish.weight }
      }
      if let previous {
        let changed = duties.indices.count { previous[index, $0] != duties[$0] }
        sum.changes += prices.change * changed
      }
      sum.weekends += FairShare.price(
        weekends(duties, of: person), free: fair.weekends[index], each: prices.weekends)
      sum.nights += FairShare.price(nights(duties), free: fair.nights[index], each: prices.nights)
      for (period, contract) in person.contract.enumerated() {
        sum.overtime += overtimePrice(
          minutes(duties, in: period, of: person) - contract.most)
      }
    }
    return sum
  }

  /// Of so many minutes above the contract, to the nearest unit.
  func overtimePrice(_ minutes: Int) -> Int { (max(0, minutes) * prices.overtime + 30) / 60 }
}
