// SPDX-License-Identifier: GPL-3.0-or-later

import IntegerPrograms

extension CoverProgram {
  /// The solver's choice, repaired where it leaves a part of a person missing.
  ///
  /// - Parameter step: Seconds of an interval, for the message of what cannot be covered.
  /// - Throws: `IntegerProgramError`, `ShiftError.tooFew`.
  func solved(
    by solver: any IntegerProgramSolver, within limits: SolverLimits, step: Int,
    progress: @Sendable (SolverProgress) -> Void
  ) throws -> IntegerSolution {
    let solution = try solver.solve(program, within: limits, progress: progress)
    guard let values = repaired(solution.values) else {
      // A search that was cut short says nothing of what can be.
      guard !solution.isCut, let missing = firstMissing(solution.values) else {
        throw IntegerProgramError.outOfTime
      }
      throw ShiftError.tooFew(
        date: missing.date, interval: missing.place, seconds: step, group: missing.group)
    }
    return IntegerSolution(
      values: values, cost: program.cost(of: values), bound: solution.bound, isCut: solution.isCut)
  }
}
