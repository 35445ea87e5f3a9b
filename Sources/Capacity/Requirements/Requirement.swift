// SPDX-License-Identifier: GPL-3.0-or-later

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
    /// By target, then by interval of the days; nil where nobody came.
    package let values: [[ConfidenceInterval?]]
  }

  /// A target in one of the stretches in which it must hold.
  package struct Check: Sendable {
    /// Intervals of the days.
    package let block: Range<Int>
    /// Its place in the scenario.
    package let target: Int
    /// The measure over the stretch at 95 %; nil where nobody came.
    package let value: ConfidenceInterval?
    /// In how many of the days that may come the stretch keeps the target.
    package let kept: ConfidenceInterval
    package let answer: Answer
  }

  /// What the replications say about a stretch.
  package enum Answer: String, CaseIterable, Sendable {
    /// Nowhere in the interval is the bound missed.
    case met
    case undecided
    case missed
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
  package var answer: Requirement.Answer {
    if checks.contains(where: { $0.answer == .missed }) { return .missed }
    return checks.allSatisfy { $0.answer == .met } ? .met : .undecided
  }

  /// Stretches that miss a target, each counted once.
  package var missed: Int {
    Set(checks.filter { $0.answer == .missed }.map(\.block.lowerBound)).count
  }
}
