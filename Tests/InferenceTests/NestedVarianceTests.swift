// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Testing

/// Parts of a variance, told apart by nested draws.
@Suite struct NestedVarianceTests {
  /// Normal causes of three variances around a large mean.
  private func rows(_ count: Int, outer: Double, inner: Double, chance: Double) -> [NestedVariance
    .Row]
  {
    var draws = Draws(seed: 41)
    func one(_ variance: Double) -> Double { variance.squareRoot() * draws.normal() }
    return (0..<count).map { _ in
      let (year, days) = (1e6 + one(outer), one(inner))
      let other = one(inner)
      return NestedVariance.Row(
        year + days + one(chance), sameInner: year + days + one(chance),
        sameOuter: year + other + one(chance))
    }
  }

  @Test func `three nested causes are found with their errors, and add up`() throws {
    let found = try #require(
      NestedVariance(rows(4000, outer: 4, inner: 2, chance: 1)))
    for (part, truth) in zip(found.parts, [4.0, 2, 1]) {
      #expect(abs(part.variance - truth) < 0.25)
      #expect(abs(part.share - truth / 7) < 4 * part.shareError && part.shareError < 0.02)
    }
    #expect(abs(found.parts.reduce(0) { $0 + $1.share } - 1) < 1e-12)
    #expect(abs(found.variance - 7) < 0.4)
  }

  @Test func `a cause that does nothing has no part, and what never varies has none at all`() throws
  {
    let found = try #require(NestedVariance(rows(400, outer: 0, inner: 0, chance: 3)))
    #expect(found.chance.share > 0.8)
    #expect(found.parts.allSatisfy { $0.variance >= 0 })
    let still = try #require(
      NestedVariance(
        Array(repeating: NestedVariance.Row(5, sameInner: 5, sameOuter: 5), count: 12)))
    #expect(still.variance == 0 && still.parts.allSatisfy { $0.share == 0 })
    #expect(NestedVariance([]) == nil)
  }
}
