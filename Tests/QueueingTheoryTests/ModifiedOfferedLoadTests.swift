// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import QueueingTheory
import Testing

@Suite struct ModifiedOfferedLoadTests {
  @Test func `a sine of arrivals gives a later, flatter sine of load`() throws {
    let (level, amplitude, mu) = (10.0, 6.0, 1.25)
    let (period, steps) = (9.0, 1800)
    let (w, step) = (2 * Double.pi / period, period / Double(steps))
    let rates = (0..<steps).map { level + amplitude * sin(w * (Double($0) + 0.5) * step) }
    let times = [0.0, 1, 2.5, 7]
    let loads = try ModifiedOfferedLoad.load(
      rates: rates, interval: step, handling: .exponential(mean: 1 / mu), at: times,
      history: .periodic)
    for (t, load) in zip(times, loads) {
      let wave = (mu * sin(w * t) - w * cos(w * t)) / (mu * mu + w * w)
      #expect(close(load, level / mu + amplitude * wave, 1e-4))
    }
  }

  @Test func `a desk that opens empty fills like one minus the tail of a chat`() throws {
    let handling = DurationLaw.exponential(mean: 10)
    let load = try ModifiedOfferedLoad.load(
      rates: [2, 2, 0], interval: 30, handling: handling, at: [0, 5, 60, 70])
    #expect(load[0] == 0)
    #expect(close(load[1], 20 * (1 - exp(-0.5))))
    #expect(close(load[2], 20 * (1 - exp(-6))))
    #expect(close(load[3], 20 * (1 - exp(-6)) * exp(-1)))
  }

  @Test(arguments: [
    DurationLaw.exponential(mean: 12), .lognormal(mean: 12, coefficientOfVariation: 0.6),
    .gamma(mean: 12, coefficientOfVariation: 0.5), .deterministic(12),
  ])
  func `a constant rate for ever gives the offered load`(handling: DurationLaw) throws {
    let load = try ModifiedOfferedLoad.load(
      rates: [3, 3, 3, 3], interval: 7, handling: handling, at: [0, 9, 28], history: .periodic)
    for value in load { #expect(close(value, 36)) }
  }

  @Test func `steps agree with a sum over the ages of the chats`() throws {
    let rates = [1.0, 5, 2]
    let handling = DurationLaw.lognormal(mean: 12, coefficientOfVariation: 0.6)
    let exact = try ModifiedOfferedLoad.load(
      rates: rates, interval: 10, handling: handling, at: [17])
    // m(17) = ∫ λ(17 − u) P(S > u) du by the midpoint rule; the rates' steps lie between cells.
    let cells = 17_000
    let sum = (0..<cells).reduce(0) { sum, cell in
      let age = (Double(cell) + 0.5) * 0.001
      return sum + rates[Int((17 - age) / 10)] * handling.survival(age) * 0.001
    }
    #expect(close(sum, exact[0], 1e-7))
  }

  @Test func `negative rates and lengths are refused`() {
    #expect(throws: QueueingError.notPositive(.arrivalRate, found: -1)) {
      try ModifiedOfferedLoad.load(
        rates: [1, -1], interval: 1, handling: .exponential(mean: 1), at: [0])
    }
    #expect(throws: QueueingError.notPositive(.interval, found: 0)) {
      try ModifiedOfferedLoad.load(
        rates: [1], interval: 0, handling: .exponential(mean: 1), at: [0])
    }
  }

  @Test func `the load of a day lags behind its arrivals and sets the agents`() throws {
    // Exponential handling of 10 and one busy interval of 30: m rises to 5 (1 − e⁻³), then falls.
    let rows = try ModifiedOfferedLoad.day(
      rates: [0, 0.5, 0, 0], interval: 30, handling: .exponential(mean: 10), patience: nil,
      waitProbability: 0.2)
    let peak = 5 * (1 - exp(-3.0))
    #expect(rows.map(\.stationaryLoad) == [0, 5, 0, 0])
    #expect(abs(rows[1].middleLoad - 5 * (1 - exp(-1.5))) < 1e-9)
    #expect(abs(rows[1].largestLoad - peak) < 1e-9 && abs(rows[2].largestLoad - peak) < 1e-9)
    let beta = try SquareRootApproximation.safety(waitProbability: 0.2)
    #expect(rows[1].agents == SquareRootApproximation.agents(offeredLoad: peak, safety: beta))
    #expect(rows[0].agents == 0 && rows[3].agents == 1)
  }
}
