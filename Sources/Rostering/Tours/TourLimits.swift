// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// What is counted along a person's tour, laid out as levels.
struct TourLimits {
  /// Kinds of shifts by class: those of a class are alike in all rules.
  private(set) var classKinds: [[Int]] = []
  private(set) var classUnits: [Int] = []
  private(set) var minuteLevels = 1
  private(set) var periodEnd: [[Double]?]
  private(set) var daysBefore: [Int]
  private(set) var outerNext: [Int] = []
  private(set) var outerPrice: [Double] = []

  /// - Parameter leavingOut: Counters that are not counted, by their places among `counters`.
  init(
    _ problem: RosterProblem, person index: Int, fair: FairShare, counters all: [TourCounter],
    leavingOut: Set<Int>
  ) {
    let counters = all.indices.filter { !leavingOut.contains($0) }.map { all[$0] }
    let person = problem.people[index]
    let days = problem.days.count
    let kinds = problem.kinds.indices.filter { person.most(of: $0) != 0 && !person.groups.isEmpty }

    // Paid minutes in the largest unit that all have in common.
    let unit = max(1, kinds.reduce(0) { Self.divisor($0, problem.kinds[$1].paid) })
    let unitsOf = problem.kinds.map { $0.paid / unit }
    periodEnd = Array(repeating: nil, count: days)
    daysBefore = Array(0..<days)
    if !person.contract.isEmpty {
      let largest = kinds.map { unitsOf[$0] }.max() ?? 0
      var levels = 1
      for (period, contract) in person.contract.enumerated() {
        let before = period == 0 ? person.history?.minutesBefore ?? 0 : 0
        let reach = min(contract.days.count * largest, max(0, contract.ceiling - before) / unit)
        levels = max(levels, reach + 1)
        for day in contract.days { daysBefore[day] = day - contract.days.lowerBound }
      }
      minuteLevels = levels
      for (period, contract) in person.contract.enumerated() {
        let before = period == 0 ? person.history?.minutesBefore ?? 0 : 0
        periodEnd[contract.days.upperBound - 1] = (0..<levels).map { level in
          let minutes = level * unit + before
          guard minutes >= contract.least, minutes <= contract.ceiling else { return .infinity }
          return Double(problem.overtimePrice(minutes - contract.most))
        }
      }
    }
    partition(problem, person, kinds: kinds, counters: counters)
    classUnits = classKinds.map { person.contract.isEmpty ? 0 : unitsOf[$0[0]] }
    let weekends = problem.days.reduce(0) { $0 + ($1.weekday == .sunday ? 1 : 0) }
    let all = weekends + (problem.days.last.weekday == .saturday ? 1 : 0)
    layOut(
      counters: counters,
      weekends: Self.weekendPrices(
        most: person.mostWeekends, all: all, free: fair.weekends[index],
        each: problem.prices.weekends))
  }

  private static func divisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : divisor(right, left % right)
  }

  /// Price of each number of weekends; nil where they do not matter.
  private static func weekendPrices(most: Int?, all: Int, free: Int, each: Int) -> [Int]? {
    let cap = min(all, most ?? all)
    guard cap < all || each > 0 else { return nil }
    return (0...max(0, cap)).map { FairShare.price($0, free: free, each: each) }
  }

  private mutating func partition(
    _ problem: RosterProblem, _ person: RosterPerson, kinds: [Int], counters: [TourCounter]
  ) {
    func areAlike(_ left: Int, _ right: Int) -> Bool {
      problem.kinds[left].paid == problem.kinds[right].paid
        && counters.allSatisfy { $0.kinds.contains(left) == $0.kinds.contains(right) }
        && kinds.allSatisfy { other in
          problem.forbids(left, then: other, for: person)
            == problem.forbids(right, then: other, for: person)
            && problem.forbids(other, then: left, for: person)
              == problem.forbids(other, then: right, for: person)
        }
    }
    for kind in kinds {
      if let place = classKinds.firstIndex(where: { areAlike($0[0], kind) }) {
        classKinds[place].append(kind)
      } else {
        classKinds.append([kind])
      }
    }
  }

  private mutating func layOut(counters: [TourCounter], weekends: [Int]?) {
    let sizes = [weekends?.count ?? 1] + counters.map { $0.cap + 1 }
    let total = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    // Beyond what is allowed the model is refused by its size alone.
    guard total > 0, total < TourModel.allowedCells else {
      outerPrice = Array(repeating: 0, count: TourModel.allowedCells)
      return
    }
    var strides = Array(repeating: 1, count: sizes.count)
    for place in sizes.indices.dropLast().reversed() {
      strides[place] = strides[place + 1] * sizes[place + 1]
    }
    outerPrice = (0..<total).map { level in
      var price = weekends?[level / strides[0] % sizes[0]] ?? 0
      for (place, counter) in counters.enumerated() {
        price += counter.price[level / strides[place + 1] % sizes[place + 1]]
      }
      return Double(price)
    }
    for kinds in classKinds {
      for weekend in 0...1 {
        for level in 0..<total {
          var next = level
          func step(_ place: Int) {
            guard next >= 0 else { return }
            next =
              level / strides[place] % sizes[place] + 1 < sizes[place] ? next + strides[place] : -1
          }
          if weekend == 1, weekends != nil { step(0) }
          for (place, counter) in counters.enumerated() where counter.kinds.contains(kinds[0]) {
            step(place + 1)
          }
          outerNext.append(next)
        }
      }
    }
  }
}
