// SPDX-License-Identifier: GPL-3.0-or-later

/// Cover by row, `day × duties + duty`.
struct CoverTable: Sendable {
  let rows: Int
  let duties: Int
  private let groupCount: Int
  private(set) var demand: [Int]
  private(set) var under: [Int]
  private(set) var over: [Int]

  init(_ problem: RosterProblem) {
    duties = problem.dutyCount
    groupCount = problem.groups.count
    rows = problem.days.count * duties
    demand = Array(repeating: 0, count: rows)
    under = demand
    over = Array(repeating: problem.prices.unneeded, count: rows)
    for item in problem.cover {
      let row = item.day * duties + problem.place(of: item.duty)
      demand[row] = item.people
      under[row] = item.under
      over[row] = item.over
    }
  }

  /// People in each row.
  func counts(of roster: Roster) -> [Int] {
    var counts = Array(repeating: 0, count: rows)
    for person in 0..<roster.people {
      for day in 0..<roster.days {
        guard let duty = roster[person, day] else { continue }
        counts[day * duties + duty.kind * groupCount + duty.group] += 1
      }
    }
    return counts
  }

  /// Price of a row with so many people.
  func price(_ row: Int, _ count: Int) -> Int {
    under[row] * max(0, demand[row] - count) + over[row] * max(0, count - demand[row])
  }
}
