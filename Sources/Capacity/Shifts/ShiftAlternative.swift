// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import IntegerPrograms
import Plans
package import Scenarios

/// Another way to staff the same days, simulated on the same customers.
package struct ShiftAlternative: Sendable {
  package enum Kind: Equatable, Sendable {
    /// The plan's lines as the scenario has them.
    case written
    /// Without one of the supplies, by its place in the design.
    case without(supply: Int)
    /// With no more hours of work that differ.
    case distinct(Int)
    /// People for one and a half times the busiest interval, all day.
    case peakAndHalf
    /// Erlang C, interval by interval.
    case erlangC
  }

  package let kind: Kind
  /// Over the months in which seats are held.
  package let lines: [StaffingLine]
  package let hours: Double
  /// Hours of work that differ.
  package let distinctShifts: Int
  /// What the same customers as the plan's meet.
  package let proof: Requirement.Candidate
}

extension ShiftSearch {
  /// The plan's own lines, its design with less to choose from, and what usual rules would book; those
  /// that cannot be staffed at all are left out. To be called after `run`.
  package mutating func alternatives(to planned: PlannedShifts) async throws -> [ShiftAlternative] {
    // They are to be set beside the plan, not to be booked: a rougher choice will do.
    let limits = question.limits
    defer { question.limits = limits }
    question.limits.gap = max(limits.gap, 0.02)
    question.limits.nodes = min(limits.nodes, 300)
    var found: [ShiftAlternative] = []
    let written = question.plan.staffing
    if written.sizing == nil, !written.lines.isEmpty,
      !written.lines.contains(where: { $0.engagement == .shared })
    {
      let proof = try await proof(written.lines)
      let days = question.requirement.days
      found.append(
        ShiftAlternative(
          kind: .written, lines: written.lines,
          hours: written.lines.reduce(0) { $0 + $1.hours(on: days) },
          distinctShifts: Set(written.lines.map(\.shift.hours)).count, proof: proof))
    }
    if question.design.supplies.count > 1 {
      for place in question.design.supplies.indices {
        let plan = try await narrowed(planned) { $0.supplies[place].atMost = 0 }
        if let plan { found.append(try await alternative(.without(supply: place), plan)) }
      }
    }
    let usual = 2
    if planned.shifts.distinctShifts > usual {
      let plan = try await narrowed(planned) { $0.distinctShifts = usual }
      if let plan { found.append(try await alternative(.distinct(usual), plan)) }
    }
    var offered = OfferedProfile(search.desk)
    for (kind, profile) in [
      (ShiftAlternative.Kind.peakAndHalf, offered.peakAndHalf()),
      (.erlangC, offered.stationaryPatient()),
    ] {
      do {
        let solved = try solve(try cover(ShiftNeed(profile, further: others)))
        found.append(try await alternative(kind, solved.plan))
      } catch ShiftError.tooFew, IntegerProgramError.outOfTime {
        // The rule asks for more people than can be had.
        continue
      }
    }
    return found
  }

  /// The best plan of a design that allows less; nil where it cannot cover the need.
  private mutating func narrowed(
    _ planned: PlannedShifts, _ change: (inout ShiftDesign) -> Void
  ) async throws -> ShiftPlan? {
    let whole = question.design
    defer { question.design = whole }
    change(&question.design)
    do {
      return try await held(planned.requirement).shifts
    } catch ShiftError.uncovered, ShiftError.tooFew, RequirementError.unreachable,
      IntegerProgramError.outOfTime
    {
      return nil
    }
  }

  private mutating func alternative(
    _ kind: ShiftAlternative.Kind, _ plan: ShiftPlan
  ) async throws -> ShiftAlternative {
    let days = question.requirement.days
    return ShiftAlternative(
      kind: kind, lines: plan.lines(on: question.bought), hours: plan.hours(on: days),
      distinctShifts: plan.distinctShifts,
      proof: try await proof(plan.lines(on: days, leadDays: search.desk.arrivals.warmUpDays)))
  }

  /// What the proof's customers meet under some lines.
  private mutating func proof(_ lines: [StaffingLine]) async throws -> Requirement.Candidate {
    let service = try await ProfileService(
      lines, at: search.desk, replications: search.proofReplications)
    return search.candidate(
      .simulation,
      try StaffProfile(
        lines, on: question.requirement.days, scenario: question.requirement.scenario), service)
  }
}
