// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import Inference
package import Scenarios

/// The people on duty that were found, and what proves them.
package struct Requirement: Sendable {
  /// How a profile came about.
  package enum Method: String, CaseIterable, Sendable {
    case erlangA = "erlang_a"
    case modifiedOfferedLoad = "modified_offered_load"
    case simulation
  }

  /// A profile, and what simulated customers met under it.
  package struct Candidate: Sendable {
    package let method: Method
    package let profile: StaffProfile
    /// In order of time, then of target.
    package let checks: [Check]
    /// Every day alone, whatever is held: by day, then by target.
    package let days: [[TargetResult]]
    /// By target, then by interval of the days; nil where nobody came.
    package let values: [[ConfidenceInterval?]]
  }

  /// A target in one of the stretches in which it must hold.
  package struct Check: Sendable {
    /// Intervals of the days.
    package let block: Range<Int>
    /// Its place in the scenario.
    package let target: Int
    /// As in a comparison; `horizons` says in how many of the days that may come the stretch keeps it.
    package let result: TargetResult
  }

  package let question: RequirementQuestion
  package let targets: [ServiceTarget]
  /// Every method that was asked for, the simulation's first.
  package let candidates: [Candidate]
  /// Expected inquiries of the shop by interval.
  package let inquiries: [Double]
  package let isOpen: [Bool]
  /// Replications behind the checks, other than those of the search.
  package let proof: Int
  /// Profiles that were simulated.
  package let trials: Int

  package var found: Candidate { candidates[0] }
}

extension Requirement.Candidate {
  package var answer: TargetAnswer { checks.map(\.result).answer }

  /// What the targets together say of each stretch, in order of time.
  package var stretches: [TargetAnswer] {
    Dictionary(grouping: checks, by: \.block.lowerBound).sorted { $0.key < $1.key }
      .map { $0.value.map(\.result).answer }
  }
}
