// SPDX-License-Identifier: GPL-3.0-or-later

/// How long a roster is searched. It ends at the first of these, or when it is proven best.
package struct RosterBudget: Equatable, Sendable {
  /// Rounds of neighbourhood search; the same number gives the same roster on any machine.
  package var iterations: Int
  /// An additional stop; who uses it gives up that a run repeats.
  package var seconds: Double?
  /// Ends when the objective is so near to the bound, as a share of the objective; 0 for the best.
  package var gap: Double

  package init(iterations: Int = 200, seconds: Double? = nil, gap: Double = 0) {
    self.iterations = iterations
    self.seconds = seconds
    self.gap = gap
  }
}

/// How far a search is.
package struct RosterProgress: Equatable, Sendable {
  package enum Step: String, Sendable {
    case start, bound, dive, neighbourhoods
  }
  package var step: Step
  /// Rounds that are done, of all that may be.
  package var iteration: Int
  package var iterations: Int
  package var objective: Int
  /// nil before there is one.
  package var bound: Int?
}

/// A roster with what is known about how good it is.
package struct RosterSolution: Equatable, Sendable {
  package enum Ending: String, Sendable {
    /// No roster costs less.
    case proven
    /// The wanted gap, all rounds, the time, or somebody's wish.
    case gap, iterations, time, cancelled
  }

  package var roster: Roster
  package var objective: RosterObjective
  /// No roster that keeps the rules costs less; at most the objective.
  package var bound: Int
  package var ending: Ending
  package var method: String
  package var seed: UInt64
  package var iterations: Int
  /// By the clock; not part of what must repeat.
  package var seconds: Double

  package var isProven: Bool { ending == .proven }
  /// (objective − bound) ÷ objective; 0 where both are 0.
  package var gap: Double {
    objective.total == 0 ? 0 : Double(objective.total - bound) / Double(objective.total)
  }
}
