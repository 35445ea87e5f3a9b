// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Experiments
import IntegerPrograms
import Plans
import Pricing
import Scenarios

/// The square-root rule's β of each month, found by simulation.
extension YearSearch {
  /// β is told to so much.
  private static let grain = 0.05
  private static let start = 0.5
  /// The same of an allowance.
  private static let startOfAllowance = 2.5
  /// Below it nobody but those who must be there is; above it no number of people will do.
  static let range = -4.0...16.0
  private static let proofTurns = 8

  /// Months that are judged together, and the β that they are known to hold and to miss with.
  private struct Section {
    let months: [Int]
    var misses: Double?
    var holds: Double?
    /// The least whose people cannot be had within the design's bounds, and why.
    var short: (safety: Double, cause: any Error)?
    var cheapest: (safety: Double, cost: Double)?
    var next: Double

    var isDone: Bool {
      guard let holds else { return false }
      return holds <= YearSearch.range.lowerBound
        || holds - (misses ?? -.infinity) <= YearSearch.grain
    }

    /// - Returns: False where so many people do not help.
    mutating func learn(holds isHeld: Bool, cost: Double) -> Bool {
      if isHeld {
        holds = min(next, holds ?? next)
        if cost < (cheapest?.cost ?? .infinity) { cheapest = (next, cost) }
      } else {
        misses = max(next, misses ?? next)
      }
      switch (misses, holds) {
      case (let misses?, let holds?): next = (misses + holds) / 2
      case (nil, let holds?): next = max(YearSearch.range.lowerBound, holds - 1)
      case (let misses?, nil): next = misses < 2 ? misses + 1 : 2 * misses
      case (nil, nil): break
      }
      return next <= YearSearch.range.upperBound && keepsBelowShort()
    }

    /// Goes on with fewer people, as those of the next β cannot be had.
    ///
    /// - Returns: False where those who can be had are known to be too few.
    mutating func giveUp(_ cause: any Error) -> Bool {
      short = (next, cause)
      if misses == nil {
        guard next > YearSearch.range.lowerBound else { return false }
        next = max(YearSearch.range.lowerBound, next - 1)
        return true
      }
      return keepsBelowShort()
    }

    private mutating func keepsBelowShort() -> Bool {
      guard let short, next >= short.safety else { return true }
      let low = misses ?? YearSearch.range.lowerBound
      next = (low + short.safety) / 2
      return short.safety - low > YearSearch.grain
    }
  }

  /// - Parameter near: β of each month from which to begin, as another plan of the scenario had it.
  package mutating func run(near: [Double]? = nil) async throws -> YearPlan {
    let targets = question.requirement.scenario.serviceTargets
    let all = Array(months.indices)
    let first = isByAllowance ? Self.startOfAllowance : Self.start
    let parts = targets.contains(where: \.isOfHorizon) ? [all] : all.map { [$0] }
    var sections = parts.map { Section(months: $0, next: near?[$0[0]] ?? first) }
    while sections.contains(where: { !$0.isDone }) {
      let staff = try staffed(&sections)
      let service = try await simulate(staff, .searching)
      for index in sections.indices where !sections[index].isDone {
        let months = sections[index].months
        let results = service.promised(in: months)
        let isHeld =
          jury == .sameRoughly
          ? results.allSatisfy(\.isEstimateKept) : results.sizingAnswer == .met
        let cost = months.reduce(0) { $0 + staff[$1].cost }
        guard sections[index].learn(holds: isHeld, cost: cost) else {
          throw sections[index].short?.cause
            ?? RequirementError.unreachable(people: YearStaff(joining: staff)?.mostPeople ?? 0)
        }
      }
    }
    return try await proved(sections.map { ($0.months, $0.cheapest?.safety ?? $0.next) })
  }

  /// People for the sections' β, which are lowered where so many cannot be had: a promise that fewer keep is
  /// none that the bounds stand against.
  private mutating func staffed(_ sections: inout [Section]) throws -> [YearStaff] {
    while true {
      let needs = need(safety(sections))
      var staff: [YearStaff] = []
      for month in months.indices {
        do {
          staff.append(try self.staff(for: needs, in: month, isRough: true))
        } catch let cause where Self.isShortage(cause) {
          let place = sections.firstIndex { $0.months.contains(month) }
          guard let place, sections[place].giveUp(cause) else { throw cause }
          break
        }
      }
      if staff.count == months.count { return staff }
    }
  }

  /// Whether an error says that the design's bounds leave too few.
  private static func isShortage(_ error: any Error) -> Bool {
    switch error {
    case ShiftError.tooFew, IntegerProgramError.outOfTime: true
    default: false
    }
  }

  private func safety(_ sections: [Section]) -> [Double] {
    safety(sections.map { ($0.months, $0.isDone ? $0.cheapest?.safety ?? $0.next : $0.next) })
  }

  private func safety(_ sections: [(months: [Int], safety: Double)]) -> [Double] {
    var safety = [Double](repeating: 0, count: months.count)
    for section in sections { for month in section.months { safety[month] = section.safety } }
    return safety
  }

  private mutating func simulate(
    _ staff: [YearStaff], _ step: Progress.Step
  ) async throws -> YearService {
    guard let staff = YearStaff(joining: staff) else { throw RequirementError.closed }
    return try await simulate(staff, on: question.requirement.searchReplications, step)
  }

  private mutating func simulate(
    _ staff: YearStaff, on replications: Range<Int>, _ step: Progress.Step
  ) async throws -> YearService {
    trials += 1
    report(Progress(step: step, done: trials, total: max(14, trials + 1)))
    return try await service(of: lines(of: staff), on: replications)
  }

  private func lines(of staff: YearStaff) -> [StaffingLine] {
    staff.lines(
      restDays: question.plan.contract.restDaysPerWeek, leadDays: desk.arrivals.warmUpDays)
  }

  private func service(
    of lines: [StaffingLine], on replications: Range<Int>
  ) async throws -> YearService {
    YearService(
      try await ProfileService(
        lines + question.requirement.beside, at: desk, replications: replications), at: desk,
      months: months)
  }

  /// The plan with larger β in some months, proved anew: of those that customers of a whole
  /// comparison found short.
  package mutating func raised(_ year: YearPlan, in short: Set<Int>) async throws -> YearPlan {
    let safety = year.safety.enumerated().map { month, beta in
      ([month], short.contains(month) ? beta + 2 * Self.grain : beta)
    }
    guard safety.allSatisfy({ $0.1 <= Self.range.upperBound }) else {
      throw RequirementError.unreachable(people: year.needs.peak)
    }
    return try await proved(safety)
  }

  /// What the proof's customers meet under some lines.
  func proof(of lines: [StaffingLine]) async throws -> YearService {
    try await service(of: lines, on: proofReplications)
  }

  /// The roster of the cheapest people for some needs.
  mutating func lines(for needs: [[[Int]]]) throws -> [StaffingLine] {
    lines(of: try bound(for: YearNeed(people: needs, allowed: nil)))
  }

  /// Binds the months to each other, and raises those that other replications say are missed.
  private mutating func proved(
    _ found: [(months: [Int], safety: Double)]
  ) async throws -> YearPlan {
    var sections = found
    var turn = 0
    var last: YearPlan?
    while true {
      turn += 1
      let safety = safety(sections)
      let needs = need(safety)
      report(Progress(step: .binding, done: trials, total: trials + 2))
      let staff: YearStaff
      do {
        staff = try bound(for: needs)
      } catch let cause where Self.isShortage(cause) {
        // Nobody more can be had: what misses is told of the plan before.
        guard let last else { throw cause }
        return last
      }
      let proof = try await simulate(staff, on: proofReplications, .proving)
      let short = sections.indices.filter { index in
        let results = proof.promised(in: sections[index].months)
        return jury == .same
          ? results.sizingAnswer != .met : !results.allSatisfy(\.isEstimateKept)
      }
      let plan = YearPlan(
        question: question, staff: staff, terms: terms, kinds: kinds, needs: needs.people,
        safety: safety, proof: proof, trials: trials)
      if short.isEmpty || turn == Self.proofTurns { return plan }
      last = plan
      for index in short { sections[index].safety += 2 * Self.grain }
    }
  }
}
