// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Inference
import Scenarios

/// Finds the fewest people on duty that keep the targets, by simulated service.
///
/// It begins with the modified offered load, raises whole stretches until all targets hold, and takes
/// away what is not needed: first by how little each person less in an interval harms, then one by one.
/// All days are tried at once, as what one day has hardly matters to the next. The sizes are found on some
/// replications and proved on others (iterative staffing by simulation: Feldman, Mandelbaum, Massey and
/// Whitt 2008).
package struct RequirementSearch {
  package struct Progress: Equatable, Sendable {
    /// Profiles simulated so far.
    package let trials: Int
    package let step: Step

    package enum Step: Sendable { case raising, easing, proving }
  }

  let desk: RequirementDesk
  /// Stretches that are held at this step of the search.
  var blocks: [Range<Int>]
  private let report: @Sendable (Progress) -> Void
  private var trials = 0

  /// - Throws: `RequirementError`, or what compiling the demand refuses.
  package init(
    _ question: RequirementQuestion, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws {
    desk = try RequirementDesk(question)
    blocks = question.hold == .period ? desk.days : desk.blocks()
    report = progress
  }

  /// - Parameter methods: Formulas to set beside what is found.
  package mutating func run(
    beside methods: [Requirement.Method] = [.modifiedOfferedLoad, .erlangA]
  ) async throws -> Requirement {
    var offered = OfferedProfile(desk)
    let start = offered.modifiedOfferedLoad()
    var profile = try await eased(try await raised(start))
    if desk.question.hold == .period {
      // What every day keeps all of them keep, and now they may make up for each other.
      blocks = desk.blocks()
      profile = try await eased(
        try await repaired(profile, on: 0..<desk.question.replications))
    }
    var candidates = [try await proved(profile)]
    for method in methods where method != .simulation {
      let other = method == .erlangA ? offered.stationary() : start
      candidates.append(try await candidate(method, other))
    }
    let types = Set(desk.targetTypes.flatMap(\.self)).sorted()
    return Requirement(
      question: desk.question, targets: desk.scenario.serviceTargets, candidates: candidates,
      inquiries: (0..<desk.intervalCount).map { place in
        types.reduce(0) { $0 + desk.volume[place * desk.typeCount + $1] }
      },
      isOpen: desk.isOpen, proof: proofReplications.count, trials: trials)
  }

  var targetCount: Int { desk.scenario.serviceTargets.count }

  /// Others than those of the search, and twice as many.
  var proofReplications: Range<Int> {
    let count = desk.question.replications
    return count..<3 * count
  }

  mutating func simulate(
    _ profile: StaffProfile, _ step: Progress.Step, replications: Range<Int>? = nil
  ) async throws -> ProfileService {
    trials += 1
    report(Progress(trials: trials, step: step))
    return try await ProfileService(
      profile, at: desk, replications: replications ?? 0..<desk.question.replications)
  }

  func holds(_ service: ProfileService, _ block: Range<Int>) -> Bool {
    (0..<targetCount).allSatisfy { service.surplus($0, in: block) >= 0 }
  }
}
