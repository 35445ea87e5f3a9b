// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Loss system M/M/c/c: whoever finds all agents busy is turned away. Holds for any handling law.
package struct ErlangB: Equatable, Sendable {
  package let load: ServiceLoad
  /// B, the share of arrivals that find all agents busy, in [0, 1].
  package let blockingProbability: Double

  /// - Complexity: O(c).
  package init(_ load: ServiceLoad) {
    self.load = load
    blockingProbability = exp(
      Self.logBlocking(offeredLoad: load.offeredLoad, agents: load.agents))
  }

  /// Accepted work per agent, in [0, 1]: R (1 - B) / c.
  package var occupancy: Double { load.loadPerAgent * (1 - blockingProbability) }

  /// ln B by the recursion B₀ = 1, Bₙ = R Bₙ₋₁ / (n + R Bₙ₋₁).
  ///
  /// The recursion damps rounding errors. Below the range of doubles it goes on with logarithms,
  /// where R B is nothing beside n.
  /// - Parameters:
  ///   - offeredLoad: R, above zero.
  ///   - agents: c, at least 0.
  static func logBlocking(offeredLoad: Double, agents: Int) -> Double {
    var blocking = 1.0
    var n = 0
    while n < agents, blocking > 1e-280 {
      n += 1
      blocking = offeredLoad * blocking / (Double(n) + offeredLoad * blocking)
    }
    var logarithm = log(blocking)
    while n < agents {
      n += 1
      logarithm += log(offeredLoad / Double(n))
    }
    return logarithm
  }
}
