// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds a smallest set of rules that contradict each other, by leaving out one after another and
/// keeping out those that the contradiction does not need.
struct ConflictFinder {
  private let problem: RosterProblem
  private let person: Int

  init(_ problem: RosterProblem, person: Int) {
    self.person = person
    // Alone, and without the prices that would make more states.
    var alone = problem
    alone.people = [problem.people[person]]
    alone.previous = nil
    alone.prices = RosterPrices()
    self.problem = alone
  }

  func conflict() -> RosterConflict {
    var rules = problem.people[0]
    var needed: [PersonLimit] = []
    for limit in limits(of: rules) {
      var without = rules
      without.leaveOut(limit)
      if isPossible(without) { needed.append(limit) } else { rules = without }
    }
    var possible: [PersonLimit: Int] = [:]
    for limit in needed { possible[limit] = possibleValue(of: limit, in: rules) }
    return RosterConflict(person: person, limits: needed, possible: possible)
  }

  /// Those that are most often meant first, so that what stays is what a planner can change.
  private func limits(of rules: RosterPerson) -> [PersonLimit] {
    var limits: [PersonLimit] = []
    if rules.history != nil { limits.append(.history) }
    limits += [.successions, .leastDaysInRow, .leastDaysOffInRow]
    if rules.mostDaysInRow != nil { limits.append(.mostDaysInRow) }
    if rules.mostWeekends != nil { limits.append(.mostWeekends) }
    if rules.mostNights != nil { limits.append(.mostNights) }
    for kind in problem.kinds.indices where rules.most(of: kind) != nil {
      limits.append(.mostOfKind(kind))
    }
    for period in rules.contract.indices { limits.append(.mostMinutes(period: period)) }
    for period in rules.contract.indices { limits.append(.leastMinutes(period: period)) }
    limits += rules.leave.sorted().map { .leave(day: $0) }
    limits += rules.locked.keys.sorted().map { .locked(day: $0) }
    return limits
  }

  private func isPossible(_ rules: RosterPerson) -> Bool {
    var trial = problem
    trial.people = [rules]
    let tours = PersonTours(trial, person: 0, fair: FairShare(trial))
    guard tours.full.cells <= TourModel.allowedCells else { return true }
    let crew = PricingCrew([tours], threads: 1)
    let rows = Array(repeating: 0.0, count: trial.days.count * trial.dutyCount)
    return crew.best([0], rows: rows)[0].value < .infinity
  }

  /// The nearest number with which the rest can be kept.
  private func possibleValue(of limit: PersonLimit, in rules: RosterPerson) -> Int? {
    func holds(_ change: (inout RosterPerson) -> Void) -> Bool {
      var trial = rules
      change(&trial)
      return isPossible(trial)
    }
    switch limit {
    case .leastMinutes(let period):
      return search(0, rules.contract[period].least) { value in
        holds { $0.contract[period].least = value }
      }
    case .mostMinutes(let period):
      let days = rules.contract[period].days.count
      let most = rules.contract[period].ceiling
      return search(most + days * 1440, most) { value in
        holds {
          $0.contract[period].most = value
          $0.contract[period].ceiling = value
        }
      }
    case .leave, .locked, .leastDaysInRow, .mostDaysInRow, .leastDaysOffInRow, .successions,
      .mostOfKind, .mostWeekends, .mostNights, .history:
      return nil
    }
  }

  /// Between a value that holds and one that does not: the last that holds.
  private func search(_ good: Int, _ bad: Int, _ holds: (Int) -> Bool) -> Int? {
    guard holds(good) else { return nil }
    var (good, bad) = (good, bad)
    while abs(good - bad) > 1 {
      let middle = (good + bad) / 2
      if holds(middle) { good = middle } else { bad = middle }
    }
    return good
  }
}

extension RosterPerson {
  /// Takes a limit away.
  fileprivate mutating func leaveOut(_ limit: PersonLimit) {
    switch limit {
    case .leave(let day): leave.remove(day)
    case .locked(let day): locked[day] = nil
    case .leastMinutes(let period): contract[period].least = 0
    case .mostMinutes(let period):
      let minutes = contract[period].days.count * 1440
      contract[period].most += minutes
      contract[period].ceiling += minutes
    case .leastDaysInRow: leastDaysInRow = 1
    case .mostDaysInRow: mostDaysInRow = nil
    case .leastDaysOffInRow: leastDaysOffInRow = 1
    case .successions:
      rest = 0
      forbidden = []
    case .mostOfKind(let kind): mostOfKind[kind] = nil
    case .mostWeekends: mostWeekends = nil
    case .mostNights: mostNights = nil
    case .history: history = nil
    }
  }
}
