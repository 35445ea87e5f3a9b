// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Scenarios

/// What other customers than those of the search say.
extension RequirementSearch {
  /// Raises what other replications say is missed.
  mutating func proved(_ start: StaffProfile) async throws -> Requirement.Candidate {
    var profile = start
    for _ in 0..<20 {
      let service = try await simulate(profile, .proving, replications: proofReplications)
      let found = candidate(.simulation, profile, service)
      let short = Set(found.checks.filter { !$0.isWithinTolerance }.map(\.block))
      let places = short.compactMap { worst($0, profile, service) }
      if places.isEmpty { return found }
      for (place, group) in places { profile.counts[group][place] += 1 }
    }
    return try await candidate(.simulation, profile)
  }

  mutating func candidate(
    _ method: Requirement.Method, _ profile: StaffProfile
  ) async throws -> Requirement.Candidate {
    candidate(
      method, profile,
      try await simulate(profile, .proving, replications: proofReplications))
  }

  func candidate(
    _ method: Requirement.Method, _ profile: StaffProfile, _ service: ProfileService
  ) -> Requirement.Candidate {
    let targets = 0..<targetCount
    return Requirement.Candidate(
      method: method, profile: profile,
      checks: blocks.flatMap { block in
        targets.map {
          Requirement.Check(block: block, target: $0, result: service.result($0, in: block))
        }
      },
      days: desk.days.map { day in targets.map { service.result($0, in: day) } },
      values: targets.map { target in
        (0..<desk.intervalCount).map { service.value(target, in: $0..<$0 + 1) }
      })
  }
}

extension Requirement.Check {
  /// Whether the estimate misses by no more than half of its 95 % interval: the tolerance of a
  /// requirement.
  package var isWithinTolerance: Bool {
    if let horizons = result.horizons, let wanted = horizons.wanted {
      return horizons.probability.mean >= wanted - horizons.probability.halfWidth / 2
    }
    guard let value = result.value else { return true }
    return result.target.room(value.mean) >= -value.halfWidth / 2
  }
}
