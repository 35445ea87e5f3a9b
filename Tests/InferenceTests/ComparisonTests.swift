// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

@Suite struct ComparisonTests {
  /// Plans whose noise is shared but for a small part of their own.
  static func samples(_ means: [Double], count: Int, seed: UInt64, own: Double = 0.2) -> [[Double]]
  {
    var draws = Draws(seed: seed)
    var result = means.map { _ in [Double]() }
    for _ in 0..<count {
      let shared = 5 * draws.normal()
      for (plan, mean) in means.enumerated() {
        result[plan].append(mean + shared + own * draws.normal())
      }
    }
    return result
  }

  @Test func `pairing resolves what independent runs would not`() throws {
    let plans = Self.samples([10, 10.3], count: 40, seed: 1)
    let paired = try PairedDifference(plans[0], minus: plans[1])
    #expect(paired.sign == .secondIsLarger)
    #expect(paired.correlation > 0.99 && paired.varianceReduction > 100)
    #expect(!(ConfidenceInterval(of: plans[0]).upper < ConfidenceInterval(of: plans[1]).lower))
  }

  @Test func `a difference of zero stays undecided and needs no number of replications`() throws {
    let same = try PairedDifference([1, 2, 3], minus: [1, 2, 3])
    #expect(same.sign == .undecided && same.replicationsToResolve == nil)
    let single = try PairedDifference([1], minus: [2])
    #expect(single.sign == .undecided && single.replicationsToResolve == nil)
    #expect(throws: InferenceError.differentLengths(expected: 1, found: 2)) {
      try PairedDifference([1], minus: [2, 3])
    }
  }

  @Test func `the best is named only when it beats every other`() throws {
    let clear = try SelectionOfBest(among: Self.samples([12, 10, 11], count: 40, seed: 2))
    #expect(clear.outcome == .winner(1) && clear.leader == 1)
    #expect(clear.differences[1] == nil)
    #expect(try SelectionOfBest(among: [[3, 4]]).outcome == .winner(0))
  }

  @Test func `an undecided contest says how many replications would settle it`() throws {
    let plans = Self.samples([10, 10.02, 14], count: 30, seed: 4)
    let close = try SelectionOfBest(among: plans)
    guard case .noWinnerYet(let contenders, let replications?) = close.outcome else {
      Issue.record("\(close.outcome)")
      return
    }
    #expect(Set(contenders) == [0, 1] && replications > 30)
    let difference = try #require(close.differences[contenders[1]])
    // The number proposed is the one at which the present mean and spread just suffice.
    let settled = try #require(difference.replicationsToResolve)
    #expect(settled == replications)
  }

  @Test func `plans that differ by less than anyone cares about are called equivalent`() throws {
    let plans = Self.samples([10, 10.001], count: 60, seed: 6)
    let selection = try SelectionOfBest(among: plans, indifference: 0.5)
    guard case .equivalent(let indices) = selection.outcome else {
      Issue.record("\(selection.outcome)")
      return
    }
    #expect(Set(indices) == [0, 1])
  }

  @Test func `against each of two others the leader has half the chance of error`() throws {
    let selection = try SelectionOfBest(
      among: [[1, 2, 3, 4, 5], [2.4, 2.4, 5.4, 4.4, 7.4], [9, 9, 9, 9, 9]])
    for difference in selection.differences.compactMap({ $0 }) {
      #expect(abs(difference.interval.level - 0.975) < 1e-12)
    }
    // The leader is 1.4 below the second: ± 1.241 at 95 %, but ± 1.563 at 97.5 %.
    guard case .noWinnerYet(let contenders, _) = selection.outcome else {
      Issue.record("\(selection.outcome)")
      return
    }
    #expect(contenders == [0, 1])
  }

  @Test func `plans are equivalent only if both ends of the interval are close enough`() throws {
    // Differences of mean −1 and deviation √2.5: −1 ± 1.963. Two is enough for one end only.
    let plans = [[1.0, 2, 3, 4, 5], [4.0, 4, 4, 4, 4]]
    let wide = try SelectionOfBest(among: plans, indifference: 3)
    #expect(wide.outcome == .equivalent([0, 1]))
    let narrow = try SelectionOfBest(among: plans, indifference: 2)
    // To exclude zero, and to stay within two, the half-width must be one.
    let needed = SampleSize.replications(
      standardDeviation: 2.5.squareRoot(), halfWidth: 1, level: 0.95)
    #expect(narrow.outcome == .noWinnerYet(contenders: [0, 1], replications: needed))
    // To stay within 2.5 it may be 1.5.
    let fewer = SampleSize.replications(
      standardDeviation: 2.5.squareRoot(), halfWidth: 1.5, level: 0.95)
    let middle = try SelectionOfBest(among: plans, indifference: 2.5)
    #expect(middle.outcome == .noWinnerYet(contenders: [0, 1], replications: fewer))
  }

  @Test func `among equal plans a winner is named at most as often as the level allows`() throws {
    var wrong = 0
    let trials = 400
    for seed in 0..<trials {
      let plans = Self.samples([10, 10, 10, 10], count: 15, seed: UInt64(1000 + seed))
      if case .winner = try SelectionOfBest(among: plans).outcome { wrong += 1 }
    }
    #expect(Double(wrong) / Double(trials) < 0.05 + 4 * 0.011)
  }
}
