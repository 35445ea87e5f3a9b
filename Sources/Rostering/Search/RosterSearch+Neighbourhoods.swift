// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Randomness

/// How many people are freed together: few while that helps, more where it does not.
struct Neighbourhoods {
  /// Freed in one round side by side, whatever the number of threads.
  static let lanes = 2
  private(set) var size: Int
  private let smallest: Int
  private let largest: Int
  private var quietRounds = 0

  init(people: Int) {
    smallest = min(5, people)
    largest = min(16, people)
    size = smallest
  }

  mutating func note(improved: Bool) {
    quietRounds = improved ? 0 : quietRounds + 1
    guard quietRounds > 0, quietRounds % 4 == 0 else { return }
    size = size >= largest ? smallest : size + 1
  }
}

/// What one neighbourhood gave.
private struct Improvement: Sendable {
  var people: [Int]
  var tours: [[Int16]]
  var used: [(Int, [Int16])]
}

extension RosterSearch {
  /// Frees two sets of people, who share nobody, solves both, and takes what is not worse.
  mutating func improve(_ neighbourhoods: inout Neighbourhoods) {
    let groups = chooseGroups(neighbourhoods.size)
    let bits = groups.map { _ in random.next() }
    let results = LaneResults<Improvement>(groups.count)
    let search = self
    let lanes = crew.lanes
    let solve: @Sendable (Int) -> Void = { number in
      results[number] = search.solve(
        groups[number], with: lanes[number % lanes.count], bits: bits[number])
    }
    if lanes.count > 1, groups.count > 1 {
      DispatchQueue.concurrentPerform(iterations: groups.count, execute: solve)
    } else {
      for number in groups.indices { solve(number) }
    }
    let first = state.total
    for number in groups.indices {
      guard let result = results[number] else { continue }
      let before = state
      for (place, person) in result.people.enumerated() { set(result.tours[place], of: person) }
      if state.total > before.total { state = before }
      for (person, tour) in result.used { keep(tour, of: person) }
    }
    neighbourhoods.note(improved: state.total < first - 0.5)
  }

  /// Two sets of people, or one where there are too few. Half of the time a set begins with those
  /// who could work where somebody is short.
  private mutating func chooseGroups(_ size: Int) -> [[Int]] {
    var order = Array(model.people.indices)
    shuffle(&order)
    if random.next() & 1 == 0, let row = dearRow() {
      let (day, duty) = (row / model.duties, row % model.duties)
      let able = order.filter {
        model.people[$0].dutyPrice[row] < .infinity
          && Int(state.tours[$0 * model.days + day]) != duty + 1
      }
      // Of those who could, some; the rest may be anybody.
      let first = Array(able.prefix((size + 1) / 2))
      order = first + order.filter { !first.contains($0) }
    }
    guard order.count >= 2 * size else { return [Array(order.prefix(size)).sorted()] }
    return (0..<Neighbourhoods.lanes).map { lane in
      order[lane * size..<(lane + 1) * size].sorted()
    }
  }

  /// A row in which people are short, by chance among all such by what they cost.
  private mutating func dearRow() -> Int? {
    let prices = (0..<model.cover.rows).map {
      model.cover.under[$0] * max(0, model.cover.demand[$0] - state.counts[$0])
    }
    let total = prices.reduce(0, +)
    guard total > 0 else { return nil }
    var point = Int(random.next() % UInt64(total))
    for (row, price) in prices.enumerated() {
      point -= price
      if point < 0 { return row }
    }
    return nil
  }

  private func solve(_ people: [Int], with crew: PricingCrew, bits: UInt64) -> Improvement? {
    let columns = ColumnGeneration(
      model, crew: crew, state: state, people: people, window: 0..<model.days)
    for (place, person) in people.enumerated() {
      for tour in pool[person] { columns.add(tour, place) }
    }
    let now = columns.current
    columns.run(
      rounds: 60, within: 0.9, smoothing: 0.3, enough: now, isCancelled: { stops() })
    if (columns.bound - 1e-3).rounded(.up) >= now - 0.5 { return nil }
    let used = columns.usedTours
    let tours = columns.dive(
      rounds: 8, atOnce: 0.9, choice: { SplitMix.mix(bits &+ UInt64($0)) },
      isCancelled: { stops() })
    return Improvement(people: people, tours: tours, used: used)
  }
}
