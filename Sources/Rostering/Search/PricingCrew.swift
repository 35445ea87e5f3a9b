// SPDX-License-Identifier: GPL-3.0-or-later

import Dispatch

/// A tour with what it costs at the prices that were asked.
struct PricedTour: Sendable {
  var person: Int
  var value: Double
  var tour: [Int16]
}

/// Pricers for one or several threads; what they find does not depend on how many there are.
final class PricingCrew: @unchecked Sendable {
  let pricers: [TourPricer]
  private let people: [PersonTours]
  /// Each thread's pricer as a crew of its own.
  private(set) var lanes: [PricingCrew] = []

  init(_ people: [PersonTours], threads: Int) {
    self.people = people
    pricers = (0..<max(1, threads)).map { _ in TourPricer(people.map(\.full)) }
    lanes = pricers.map { PricingCrew(people, $0) }
  }

  private init(_ people: [PersonTours], _ pricer: TourPricer) {
    self.people = people
    pricers = [pricer]
  }

  /// The cheapest tour of each of the people.
  func best(
    _ people: [Int], rows: [Double], kept: [Int16]? = nil, window: Range<Int> = 0..<0
  ) -> [PricedTour] {
    let lanes = pricers.count
    guard lanes > 1, people.count > 1 else {
      return people.map { best($0, rows: rows, kept: kept, window: window, with: pricers[0]) }
    }
    let parts = LaneResults<[PricedTour]>(lanes)
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      parts[lane] = stride(from: lane, to: people.count, by: lanes).map {
        self.best(people[$0], rows: rows, kept: kept, window: window, with: self.pricers[lane])
      }
    }
    let found = (0..<lanes).map { parts[$0] ?? [] }
    return people.indices.map { found[$0 % lanes][$0 / lanes] }
  }

  private func best(
    _ person: Int, rows: [Double], kept: [Int16]?, window: Range<Int>, with pricer: TourPricer
  ) -> PricedTour {
    let days = people[person].full.days
    var tour = Array(repeating: Int16(0), count: days)
    let own = kept.map { Array($0[person * days..<(person + 1) * days]) }
    let value = people[person].best(&tour) { model, tour in
      guard let own else { return pricer.best(model, rows: rows, tour: &tour) }
      return pricer.best(model, rows: rows, kept: own, window: window, tour: &tour)
    }
    return PricedTour(person: person, value: value, tour: tour)
  }
}

/// A place for the result of each thread; each writes its own alone.
final class LaneResults<Result>: @unchecked Sendable {
  private let places: UnsafeMutablePointer<Result?>
  private let count: Int

  init(_ lanes: Int) {
    count = lanes
    places = .allocate(capacity: lanes)
    places.initialize(repeating: nil, count: lanes)
  }

  deinit {
    places.deinitialize(count: count)
    places.deallocate()
  }

  subscript(lane: Int) -> Result? {
    get { places[lane] }
    set { places[lane] = newValue }
  }
}
