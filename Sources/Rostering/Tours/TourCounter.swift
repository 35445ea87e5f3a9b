// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars

/// Shifts of some kinds that are counted along a tour, up to a limit or at a price.
struct TourCounter: Sendable {
  var kinds: [Int]
  var cap: Int
  /// Of 0 to `cap` shifts.
  var price: [Int]
  /// The places of its duties.
  var isCounted: [Bool]

  var hasPrice: Bool { price.contains { $0 > 0 } }

  /// Whether a tour has more of these shifts than the limit.
  func isPassed(by tour: [Int16]) -> Bool {
    tour.reduce(0) { $0 + ($1 > 0 && isCounted[Int($1) - 1] ? 1 : 0) } > cap
  }

  /// Those of a person that can bind.
  static func counters(_ problem: RosterProblem, person index: Int, fair: FairShare)
    -> [TourCounter]
  {
    let person = problem.people[index]
    let kinds = problem.kinds.indices.filter { person.most(of: $0) != 0 }
    let mostShifts = mostShifts(problem, person, kinds)
    func counter(_ kinds: [Int], _ price: [Int]) -> TourCounter {
      TourCounter(
        kinds: kinds, cap: price.count - 1, price: price,
        isCounted: (0..<problem.dutyCount).map { kinds.contains(problem.duty(at: $0).kind) })
    }
    var counters: [TourCounter] = []
    for kind in kinds {
      guard let most = person.most(of: kind), most < mostShifts else { continue }
      counters.append(counter([kind], Array(repeating: 0, count: most + 1)))
    }
    let nights = kinds.filter { problem.kinds[$0].isNight }
    let cap = min(mostShifts, person.mostNights ?? mostShifts)
    if !nights.isEmpty, cap < mostShifts || problem.prices.nights > 0 {
      let price = (0...cap).map {
        FairShare.price($0, free: fair.nights[index], each: problem.prices.nights)
      }
      if let same = counters.firstIndex(where: { $0.kinds == nights }) {
        counters[same] = counter(nights, Array(price[...min(cap, counters[same].cap)]))
      } else {
        counters.append(counter(nights, price))
      }
    }
    return counters
  }

  /// Shifts that the contract has room for.
  private static func mostShifts(_ problem: RosterProblem, _ person: RosterPerson, _ kinds: [Int])
    -> Int
  {
    let shortest = kinds.map { problem.kinds[$0].paid }.min() ?? 0
    guard shortest > 0, !person.contract.isEmpty else { return problem.days.count }
    return person.contract.reduce(0) { $0 + min($1.days.count, $1.ceiling / shortest) }
  }
}

/// The tours of one person: with all that is counted, and with less.
///
/// Limits on kinds seldom bind and cost most of the time where they are counted. So a tour is sought
/// without them first; where it keeps them it is the cheapest of all, otherwise those that it passes
/// are counted and it is sought again.
struct PersonTours: Sendable {
  /// With everything counted.
  let full: TourModel
  private let counters: [TourCounter]
  /// Counters that may be left out.
  private let optional: [Int]
  /// By the set of optional counters that are counted, as bits.
  private let variants: [TourModel]

  private static let mostOptional = 4

  init(_ problem: RosterProblem, person: Int, fair: FairShare) {
    let counters = TourCounter.counters(problem, person: person, fair: fair)
    self.counters = counters
    func model(leavingOut: Set<Int>) -> TourModel {
      TourModel(problem, person: person, fair: fair, counters: counters, leavingOut: leavingOut)
    }
    full = model(leavingOut: [])
    let optional = Array(
      counters.indices.filter { !counters[$0].hasPrice }.prefix(Self.mostOptional))
    self.optional = optional
    variants = (0..<1 << optional.count).map { bits in
      model(leavingOut: Set(optional.indices.filter { bits >> $0 & 1 == 0 }.map { optional[$0] }))
    }
  }

  /// The cheapest tour with `find`, which seeks in a model.
  func best(
    _ tour: inout [Int16], _ find: (borrowing TourModel, inout [Int16]) -> Double
  ) -> Double {
    var counted = 0
    while true {
      let value = find(variants[counted], &tour)
      guard value < .infinity else { return value }
      let passed = optional.indices.filter {
        counted >> $0 & 1 == 0 && counters[optional[$0]].isPassed(by: tour)
      }
      if passed.isEmpty { return value }
      for place in passed { counted |= 1 << place }
    }
  }
}
