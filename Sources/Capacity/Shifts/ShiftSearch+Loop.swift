// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Inference
import IntegerPrograms
import Scenarios

/// Programs, simulations and what each teaches the next.
extension ShiftSearch {
  private static let rounds = 12
  private static let marginTurns = 5
  private static let proofTurns = 12

  /// What service the need gives, and what each person of it matters.
  struct Weights {
    let slopes: [[[Double]]]
    /// `surplus[block][target]` of the need itself.
    let surplus: [[Double]]
  }

  mutating func weighed(_ requirement: Requirement) async throws -> Weights {
    if let weights { return weights }
    report(Progress(step: .weighing, done: 0, cost: nil))
    let profile = requirement.found.profile
    let slopes = try await search.slopes(profile)
    let service = try await search.simulate(profile, .easing)
    let found = Weights(
      slopes: slopes,
      surplus: search.blocks.map { block in
        (0..<search.targetCount).map { max(0, service.surplus($0, in: block)) }
      })
    weights = found
    return found
  }

  /// Covers the need with trade, simulates, and corrects the rooms by what the simulation says.
  ///
  /// - Parameter margins: Surplus that each block must keep of each target, beyond what it asks.
  /// - Returns: The cheapest that holds; nil where none came to hold.
  mutating func traded(
    _ requirement: Requirement, margins: [[Double]]? = nil
  ) async throws -> PlannedShifts? {
    let need = ShiftNeed(requirement.found.profile, further: others)
    let weights = try await weighed(requirement)
    let targets = 0..<search.targetCount
    let blocks = search.blocks
    let margins = margins ?? blocks.map { _ in targets.map { _ in 0 } }
    let start = blocks.indices.map { index in
      targets.map { weights.surplus[index][$0] - margins[index][$0] }
    }
    var room = start
    var program = try cover(
      need, trade: CoverProgram.Trade(slopes: weights.slopes, blocks: blocks, room: room))
    var best: PlannedShifts?
    /// Rooms with which all blocks held.
    var safe: [[Double]]?
    bestCost = nil
    for _ in 0..<Self.rounds {
      let solved: Solved
      do {
        solved = try solve(program)
      } catch IntegerProgramError.infeasible, IntegerProgramError.outOfTime, ShiftError.tooFew {
        // So much service is beyond what two people more are taken to give.
        break
      }
      let service = try await self.service(
        solved.plan, on: question.requirement.searchReplications)
      // How far each block is from what it must keep, and from what was expected of it.
      let left = blocks.indices.map { index in
        targets.map { service.surplus($0, in: blocks[index]) - margins[index][$0] }
      }
      let isKept = left.allSatisfy { $0.allSatisfy { $0 >= 0 } }
      if isKept, solved.solution.cost < (best?.solution.cost ?? .infinity) - 1e-6 {
        best = PlannedShifts(
          question: question, requirement: requirement, shifts: solved.plan,
          solution: solved.solution)
        bestCost = solved.solution.cost
        safe = room
      } else if isKept {
        break
      }
      var moved = 0.0
      for (index, block) in left.enumerated() {
        for (target, surplus) in block.enumerated() {
          let before = room[index][target]
          let corrected = solved.spent[index][target] + surplus
          if surplus < 0 {
            // Back to where it held, or on until it holds.
            room[index][target] =
              safe?[index][target] ?? min(before, corrected) + surplus * 0.1
          } else if safe != nil {
            room[index][target] = before + max(0, corrected - before) / 2
          }
          moved = max(moved, abs(room[index][target] - before))
        }
      }
      if moved < 1e-6 { break }
      program.set(room: room)
    }
    return best
  }

  /// Covers the whole need, and raises it where simulated customers are served too badly.
  mutating func covered(_ requirement: Requirement) async throws -> PlannedShifts {
    var profile = requirement.found.profile
    for _ in 0..<60 {
      let solved = try solve(try cover(ShiftNeed(profile, further: others)))
      let service = try await self.service(solved.plan, on: question.requirement.searchReplications)
      let failing = search.blocks.filter { !search.holds(service, $0) }
      if failing.isEmpty {
        return PlannedShifts(
          question: question, requirement: requirement, shifts: solved.plan,
          solution: solved.solution)
      }
      let there = try onDuty(solved.plan)
      for block in failing {
        guard let (place, group) = search.worst(block, profile, service) else { continue }
        for at in max(block.lowerBound, place - 1)...place where search.desk.isOpen[at] {
          profile.counts[group][at] = max(profile.counts[group][at], there[group][at]) + 1
        }
      }
    }
    throw RequirementError.unreachable(people: profile.peak)
  }

  /// The cheapest that holds, by trade or by whole cover.
  mutating func held(_ requirement: Requirement) async throws -> PlannedShifts {
    if let traded = try await traded(requirement) { return traded }
    return try await covered(requirement)
  }

  /// Proves a plan on other replications; where these miss by more than their tolerance, the search is to
  /// leave more, and at last the whole need is covered.
  mutating func proved(
    _ start: PlannedShifts, _ requirement: Requirement
  ) async throws -> PlannedShifts {
    var plan = start
    var margins = search.blocks.map { _ in [Double](repeating: 0, count: search.targetCount) }
    var profile = requirement.found.profile
    for turn in 0..<Self.proofTurns {
      report(Progress(step: .proving, done: turn, cost: plan.solution.cost))
      let service = try await self.service(plan.shifts, on: search.proofReplications)
      plan.proof = try search.candidate(.simulation, staffed(plan.shifts), service)
      let failing = plan.checks.filter { !$0.isWithinTolerance }
      // What is not proved by now is handed over with what was found of it.
      if failing.isEmpty || turn == Self.proofTurns - 1 { return plan }
      if turn < Self.marginTurns {
        for check in failing {
          guard let block = search.blocks.firstIndex(of: check.block) else { continue }
          margins[block][check.target] += max(
            0.5, -1.2 * service.surplus(check.target, in: check.block))
        }
        if let next = try await traded(requirement, margins: margins) {
          plan = next
          continue
        }
      }
      let there = try onDuty(plan.shifts)
      for block in Set(failing.map(\.block)).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        guard let (place, group) = search.worst(block, profile, service) else { continue }
        profile.counts[group][place] = max(profile.counts[group][place], there[group][place]) + 1
      }
      let solved = try solve(try cover(ShiftNeed(profile, further: others)))
      plan = PlannedShifts(
        question: question, requirement: requirement, shifts: solved.plan,
        solution: solved.solution)
    }
    return plan
  }

  /// What customers meet under the shifts.
  func service(_ plan: ShiftPlan, on replications: Range<Int>) async throws -> ProfileService {
    try await ProfileService(
      plan.lines(on: days, leadDays: search.desk.arrivals.warmUpDays), at: search.desk,
      replications: replications)
  }
}
