// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import DemandFitting
import Foundation
import Testing

struct DayLevelTests {
  @Test(arguments: [(40.0, 20.0, 50.0), (0, 12, 8), (300, 310, 25)])
  func `a gamma level and a Poisson count give the gamma of the conjugate update`(
    count: Double, expected: Double, shape: Double
  ) {
    let prior = DayLevel([DayLevel.Part(weight: 1, mean: 1, variance: 1 / shape)])
    let level = prior.after(count: count, expected: expected)
    #expect(abs(level.mean - (shape + count) / (shape + expected)) < 1e-12)
    #expect(abs(level.variance - 1 / (shape + count)) < 1e-12)
    #expect(level.quantile(0.025) < level.mean && level.mean < level.quantile(0.975))
  }

  @Test func `a count that strays twice as much tells as much as one of half the size`() {
    let prior = DayLevel([DayLevel.Part(weight: 1, mean: 1, variance: 0.02)])
    let loose = prior.after(count: 80, expected: 50, dispersion: 2)
    let small = prior.after(count: 40, expected: 25)
    #expect(loose == small)
  }

  @Test func `the parts of a mixture are weighed by how well they foretold the count`() {
    let prior = DayLevel([
      DayLevel.Part(weight: 0.9, mean: 1, variance: 0.01),
      DayLevel.Part(weight: 0.1, mean: 3, variance: 0.01),
    ])
    let usual = prior.after(count: 100, expected: 100)
    let storm = prior.after(count: 300, expected: 100)
    #expect(usual.parts[0].weight > 0.999)
    #expect(storm.parts[1].weight > 0.999)
    #expect(abs(storm.mean - 3) < 0.05)
  }

  private static let day = DayExpectation(
    counts: (0..<48).map { (18..<48).contains($0) ? 40 : 0 }, variance: 0.02, slotVariance: 0.03)

  @Test func `first hours at twice the level double the day`() {
    let counts = (0..<28).map { $0 >= 18 ? 80.0 : 0 }
    let hours = FirstHours(counts, of: Self.day)
    #expect(hours.expectedCount == 400)
    #expect(hours.count == 800)
    #expect(abs(hours.level.mean - 2) < 0.1)
    #expect(hours.level.quantile(0.025) > 1.5)
    #expect(!hours.isAssumed)
  }

  @Test func `a few customers leave the scenario's belief nearly as it was`() {
    let hours = FirstHours((0..<19).map { $0 == 18 ? 4 : 0 }, of: Self.day, reached: 1.0 / 30)
    #expect(abs(hours.level.mean - 1) < 0.15)
    #expect(hours.level.quantile(0.975) > 1.2)
  }

  @Test func `stretches that stray more than the scenario says widen the interval`() {
    let even = FirstHours((0..<28).map { $0 >= 18 ? 40 : 0 }, of: Self.day)
    let ragged = FirstHours(
      (0..<28).map { $0 >= 18 ? ($0 % 2 == 0 ? 65 : 15) : 0 }, of: Self.day)
    #expect(even.count == ragged.count)
    #expect(ragged.slotVariance > 2 * even.slotVariance)
    #expect(ragged.level.variance > even.level.variance)
  }

  @Test func `a day that turns is told`() {
    let steady = FirstHours((0..<28).map { $0 >= 18 ? 40 : 0 }, of: Self.day)
    #expect(steady.turn == nil)
    let turning = FirstHours(
      (0..<28).map { $0 >= 25 ? 120 : $0 >= 18 ? 40 : 0 }, of: Self.day)
    #expect(turning.turn.map { $0.lately > 2 * $0.before } == true)
  }

  @Test func `without a word about days a deviation is assumed, and told`() {
    let day = DayExpectation(counts: Self.day.counts, variance: nil)
    let hours = FirstHours((0..<20).map { $0 >= 18 ? 50 : 0 }, of: day)
    #expect(hours.isAssumed)
    #expect(hours.level.mean > 1 && hours.level.mean < 1.25)
  }
}
