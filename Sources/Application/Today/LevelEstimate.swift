// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import DemandFitting

/// The level of a day, estimated from its first hours.
package struct LevelEstimate: Equatable, Sendable {
  /// Customers so far by interval from midnight, and those whom the scenario had expected.
  package let counts: [Double]
  package let expected: [Double]
  /// Whom the scenario had expected on the whole day.
  package let expectedOnDay: Double
  /// What comes ÷ what was expected, with the interval in which it lies at 95 %.
  package let mean: Double
  package let low: Double
  package let high: Double
  /// Whether the scenario says nothing of how days differ, so that it was assumed.
  package let isAssumed: Bool
  /// Whether customers were counted by interval, and not a sum spread out.
  package let areCounted: Bool
  /// Where the last hours run at another level than those before: seconds of them, and both levels.
  package let turn: Turn?

  package struct Turn: Equatable, Sendable {
    package let seconds: Int
    package let before: Double
    package let lately: Double
  }

  init(_ hours: FirstHours, of day: DayExpectation, areCounted: Bool, interval: Int) {
    counts = hours.counts
    expected = hours.expected
    expectedOnDay = day.counts.reduce(0, +)
    mean = hours.level.mean
    low = hours.level.quantile(0.025)
    high = hours.level.quantile(0.975)
    isAssumed = hours.isAssumed
    self.areCounted = areCounted
    turn = hours.turn.map {
      Turn(seconds: $0.stretches * interval, before: $0.before, lately: $0.lately)
    }
  }

  package var count: Double { counts.reduce(0, +) }
  package var expectedCount: Double { expected.reduce(0, +) }
}
