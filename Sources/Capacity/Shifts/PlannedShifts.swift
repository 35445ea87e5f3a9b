// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import IntegerPrograms
import Scenarios

/// The shifts that were chosen, what they cost, and what proves them.
package struct PlannedShifts: Sendable {
  package let question: ShiftQuestion
  package let requirement: Requirement
  package let shifts: ShiftPlan
  /// Of the cover program: its cost is the bill of the months' people in yuan, without rounding.
  package let solution: IntegerSolution
  /// What customers of other replications meet.
  package var proof: Requirement.Candidate?

  init(
    question: ShiftQuestion, requirement: Requirement, shifts: ShiftPlan,
    solution: IntegerSolution
  ) {
    self.question = question
    self.requirement = requirement
    self.shifts = shifts
    self.solution = solution
  }

  /// Whether no target is missed by more than its tolerance.
  package var isKept: Bool { !checks.isEmpty && checks.allSatisfy(\.isWithinTolerance) }

  package var checks: [Requirement.Check] { proof?.checks ?? [] }
}
