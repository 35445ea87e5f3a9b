// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch
import Randomness

/// Which people and days are freed together, and how many: more while that is quick and fruitless.
struct Neighbourhoods {
  /// Freed in one round side by side, whatever the number of threads.
  static let lanes = 2
  var size: Int
  private let people: Int
  var quietRounds = 0

  init(_ model: RosterModel, _ state: RosterState) {
    people = model.people.count
    size = min(5, people)
  }

  mutating func note(improved: Bool) {
    quietRounds = improved ? 0 : quietRounds + 1
    // Of every size some, so that none is stuck for ever.
    if quietRounds % 12 == 11 { size = size >= min(10, people) ? min(4, people) : size + 1 }
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

  private mutating func chooseGroups(_ size: Int) -> [[Int]] {
    var order = Array(model.people.indices)
    shuffle(&order)
    guard order.count >= 2 * size else { return [Array(order.prefix(size)).sorted()] }
    return (0..<Neighbourhoods.lanes).map { lane in
      order[lane * size..<(lane + 1) * size].sorted()
    }
  }

  private func solve(_ people: [Int], with crew: PricingCrew, bits: UInt64) -> Improvement {
    let columns = ColumnGeneration(
      model, crew: crew, state: state, people: people, window: 0..<model.days)
    for (place, person) in people.enumerated() {
      for tour in pool[person] { columns.add(tour, place) }
    }
    columns.run(rounds: 40, within: 0.9, smoothing: 0.3, isCancelled: { stops() })
    let used = columns.usedTours
    // Nothing below what they cost now can be had from them.
    let tours = columns.dive(
      rounds: 2, atOnce: 0.9, choice: { SplitMix.mix(bits &+ UInt64($0)) },
      isCancelled: { stops() })
    return Improvement(people: people, tours: tours, used: used)
  }
}
