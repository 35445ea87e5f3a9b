// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds a roster that keeps every rule of every person and costs as little as can be found, with a
/// bound that no roster undercuts.
///
/// Everybody's cheapest tour at given prices is found exactly (`TourPricer`). Column generation over
/// tours gives the bound, a dive into its fractional answer gives a roster, and very large
/// neighbourhoods improve it: some people, or some days, are freed and solved again in the same way.
package struct RosterSolver: Sendable {
  private let model: RosterModel
  private let threads: Int

  /// Beyond so many rows the linear program over everybody is left out.
  static let largestProgram = 1800

  /// - Parameter threads: Threads that are used; the result does not depend on it.
  /// - Throws: Why the problem is not one that can be solved.
  package init(_ problem: RosterProblem, threads: Int = 2) throws(RosterProblemError) {
    model = try RosterModel(problem)
    self.threads = max(1, min(2, threads))
  }

  package var problem: RosterProblem { model.problem }

  /// - Parameters:
  ///   - seed: Of all choices by chance.
  ///   - progress: Told now and then, on the caller's thread.
  ///   - isCancelled: Asked often; the best so far is then returned.
  /// - Throws: Whose rules allow no roster at all, by person.
  package func solve(
    seed: UInt64, budget: RosterBudget = RosterBudget(),
    progress: (RosterProgress) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(RosterConflicts) -> RosterSolution {
    var search = RosterSearch(
      model, threads: threads, seed: seed, budget: budget, isCancelled: isCancelled)
    let stuck = search.start()
    guard stuck.isEmpty else {
      throw RosterConflicts(
        conflicts: stuck.map { ConflictFinder(model.problem, person: $0).conflict() })
    }
    return withoutActuallyEscaping(progress) { search.run(progress: $0) }
  }
}
