// SPDX-License-Identifier: GPL-3.0-or-later

import CGLPK

/// The GNU Linear Programming Kit: dual simplex, then branch and cut with all cuts, the feasibility pump
/// and branching by Driebeck and Tomlin, which on covers of shifts is many times quicker here than by pseudocosts.
///
/// Before the tree a dive through the relaxed program gives a first solution. On covers of shifts it is mostly
/// within a few thousandths of the bound, so that no tree is needed; the tree alone may find none for minutes.
package struct GLPKSolver: IntegerProgramSolver {
  /// Columns among which a good solution is looked for first.
  private static let narrow = 400

  package init() {}

  package func solve(
    _ program: IntegerProgram, within limits: SolverLimits = SolverLimits(),
    progress: @Sendable (SolverProgress) -> Void = { _ in }
  ) throws(IntegerProgramError) -> IntegerSolution {
    glp_term_out(GLP_OFF)
    let problem = GLPKProblem(program)
    let relaxed = try problem.relax(limits)
    guard program.columns.contains(where: \.isWhole) else { return relaxed }
    let bound = problem.roundedUp(relaxed.bound)
    let end = ContinuousClock.now + .seconds(limits.seconds)
    guard let start = problem.dive(from: relaxed.values, within: limits.seconds / 2) else {
      return try withoutActuallyEscaping(progress) { report throws(IntegerProgramError) in
        try problem.branch(limits, from: nil, above: bound, report)
      }
    }
    let cost = program.cost(of: start)
    progress(SolverProgress(cost: cost, bound: bound))
    var best = IntegerSolution(values: start, cost: cost, bound: min(cost, bound), isCut: false)
    // First among the columns that the relaxed program likes best, then among all that can be in a better
    // solution: whoever's reduced cost is more than is left to gain cannot.
    for isNarrow in [true, false] where best.gap > limits.gap {
      let room = best.cost - relaxed.bound
      let isAll = try problem.restrict(
        to: isNarrow ? min(room, problem.reducedCost(ofRank: Self.narrow)) : room, exact: room)
      var own = limits
      own.seconds = max(0.01, (end - ContinuousClock.now) / .seconds(1)) * (isNarrow ? 0.4 : 1)
      let found = try withoutActuallyEscaping(progress) { report throws(IntegerProgramError) in
        try problem.branch(own, from: best.values, above: bound, report)
      }
      let lower = isAll ? max(best.bound, found.bound) : best.bound
      let better = found.cost < best.cost ? found : best
      best = IntegerSolution(
        values: better.values, cost: better.cost, bound: min(better.cost, lower),
        isCut: found.isCut)
    }
    return best
  }
}
