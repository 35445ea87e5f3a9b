// SPDX-License-Identifier: GPL-3.0-or-later

import Inference
import Scenarios

/// What other customers than those of the search say.
extension RequirementSearch {
  /// Raises what other replications say is missed.
  mutating func proved(_ start: StaffProfile) async throws -> StaffProfile {
    var profile = start
    for _ in 0..<20 {
      let checks = try await candidate(.simulation, profile).checks
      let failing = checks.filter { $0.answer == .missed || !$0.isEstimateKept(desk) }
      if failing.isEmpty { return profile }
      let service = try await simulate(profile, .proving, replications: proofReplications)
      let surplus = (0..<targetCount).map { service.surplusByInterval($0) }
      for block in Set(failing.map(\.block)) {
        guard let place = worst(block, service, surplus) else { continue }
        profile.counts[helper(at: place, service, surplus)][place] += 1
      }
    }
    return profile
  }

  mutating func candidate(
    _ method: Requirement.Method, _ profile: StaffProfile
  ) async throws -> Requirement.Candidate {
    let service = try await simulate(profile, .proving, replications: proofReplications)
    let checks = blocks.flatMap { block in
      (0..<targetCount).map { check($0, block, service) }
    }
    return Requirement.Candidate(
      method: method, profile: profile, checks: checks,
      values: (0..<targetCount).map { target in
        (0..<desk.intervalCount).map { service.value(target, in: $0..<$0 + 1) }
      })
  }

  private func check(
    _ target: Int, _ block: Range<Int>, _ service: ProfileService
  ) -> Requirement.Check {
    let rule = desk.scenario.serviceTargets[target]
    let value = service.value(target, in: block)
    let kept = service.keptProbability(target, in: block)
    let judged: (room: Double, width: Double)? =
      if let share = rule.confidence.share {
        (kept.mean - share, kept.halfWidth)
      } else {
        value.map {
          (rule.wantsMoreOfMeasure ? $0.mean - rule.bound : rule.bound - $0.mean, $0.halfWidth)
        }
      }
    let answer: Requirement.Answer
    switch judged {
    case nil: answer = .met
    case let (room, width)? where room >= width: answer = .met
    case let (room, width)? where room < -width: answer = .missed
    default: answer = .undecided
    }
    return Requirement.Check(
      block: block, target: target, value: value, kept: kept, answer: answer)
  }
}

extension Requirement.Check {
  /// Whether the estimate misses by no more than half of its interval: the tolerance of a requirement.
  fileprivate func isEstimateKept(_ desk: RequirementDesk) -> Bool {
    let rule = desk.scenario.serviceTargets[target]
    if let share = rule.confidence.share { return kept.mean >= share - kept.halfWidth / 2 }
    guard let value else { return true }
    let room = rule.wantsMoreOfMeasure ? value.mean - rule.bound : rule.bound - value.mean
    return room >= -value.halfWidth / 2
  }
}
