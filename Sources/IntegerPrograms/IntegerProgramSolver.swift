// SPDX-License-Identifier: GPL-3.0-or-later

/// Solves integer programs. GLPK stands behind it; another solver can take its place.
package protocol IntegerProgramSolver: Sendable {
  /// - Throws: `IntegerProgramError`.
  func solve(
    _ program: IntegerProgram, within limits: SolverLimits,
    progress: @Sendable (SolverProgress) -> Void
  ) throws(IntegerProgramError) -> IntegerSolution
}

/// When a solver may stop before it has proved its answer.
package struct SolverLimits: Equatable, Sendable {
  /// (cost − bound) ÷ cost at which a solution is good enough, ≥ 0.
  package var gap: Double
  /// Seconds of a clock on the wall, > 0.
  package var seconds: Double
  /// Nodes of the tree, ≥ 1: a bound that is the same on every machine.
  package var nodes: Int

  package init(gap: Double = 0.01, seconds: Double = 60, nodes: Int = 1500) {
    self.gap = gap
    self.seconds = seconds
    self.nodes = nodes
  }
}

package struct SolverProgress: Equatable, Sendable {
  /// Of the best solution so far; nil before the first.
  package let cost: Double?
  package let bound: Double
}

package struct IntegerSolution: Equatable, Sendable {
  /// Of every variable, whole where it must be.
  package let values: [Double]
  package let cost: Double
  /// No solution costs less.
  package let bound: Double
  /// Whether time or nodes ended before the gap was reached.
  package let isCut: Bool

  package init(values: [Double], cost: Double, bound: Double, isCut: Bool) {
    self.values = values
    self.cost = cost
    self.bound = bound
    self.isCut = isCut
  }

  /// (cost − bound) ÷ cost, 0 where the solution is proved the best.
  package var gap: Double {
    cost == 0 ? 0 : max(0, cost - bound) / abs(cost)
  }
}

package enum IntegerProgramError: Error, Equatable, Sendable {
  /// Nothing keeps all bounds.
  case infeasible
  /// The cost has no end.
  case unbounded
  /// The time ended before any solution was found.
  case outOfTime
  case cancelled
  /// What the solver says of itself.
  case failed(solver: String, message: String)
}
