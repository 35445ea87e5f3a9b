// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// How nights and weekends are shared: who has more than his part pays the square of what is above.
struct FairShare {
  /// Of each person, nights and weekends that cost nothing.
  let nights: [Int]
  let weekends: [Int]

  init(_ problem: RosterProblem) {
    let kinds = problem.kinds
    func part(_ wanted: Int, among able: [Bool]) -> [Int] {
      let shares = zip(problem.people, able).map { $1 ? max(0, $0.share) : 0 }
      let total = shares.reduce(0, +)
      return shares.map { total == 0 ? 0 : wanted * $0 / total }
    }
    let nightsWanted = problem.cover.reduce(0) {
      $0 + (kinds[$1.duty.kind].isNight ? max(0, $1.people) : 0)
    }
    nights = part(
      nightsWanted,
      among: problem.people.map { person in
        kinds.indices.contains { kinds[$0].isNight && person.most(of: $0) != 0 }
      })
    // A weekend day asks for its people; who works one day of a weekend is likely to work both.
    let weekendDays = problem.cover.reduce(0) {
      $0 + (problem.days[$1.day].weekday.isWeekend ? max(0, $1.people) : 0)
    }
    weekends = part((weekendDays + 1) / 2, among: problem.people.map { _ in true })
  }

  /// Price of `count` nights or weekends where `free` cost nothing.
  static func price(_ count: Int, free: Int, each: Int) -> Int {
    let above = max(0, count - free)
    return each * above * above
  }
}
