// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import Experiments
import Plans
import Pricing
package import Scenarios

/// Seats and people month by month, and what proves them.
package struct YearPlan: Sendable {
  package let question: ShiftQuestion
  package let staff: YearStaff
  package let terms: [StaffTerms]
  /// In order of their first days.
  package let kinds: [DayKind]
  /// People needed by kind, lead group and interval, for which the staff was bought.
  package let needs: [[[Int]]]
  /// β of the square-root rule that simulation found for each month.
  package let safety: [Double]
  /// What customers of other replications than the search's meet.
  package let proof: YearService
  /// Staffings that were simulated.
  package let trials: Int

  /// Who works when, but for a provider's people beside them.
  package var lines: [StaffingLine] {
    staff.lines(
      restDays: question.plan.contract.restDaysPerWeek,
      leadDays: 1)
  }

  /// Whether no target is missed where it is promised.
  package var isKept: Bool { proof.promised.answer != .missed }

  /// The most people needed at once on a day of the month, of all groups together.
  package func peakNeed(in month: Int) -> Int {
    let days = staff.months[month]
    return kinds.indices.filter { days.contains(kinds[$0].dates[0]) }.map { needs[$0] }.peak
  }
}

extension [[[Int]]] {
  /// The most people at once, by kind of day, group and interval.
  var peak: Int {
    map { groups in
      (groups.first?.indices ?? 0..<0).map { place in groups.reduce(0) { $0 + $1[place] } }.max()
        ?? 0
    }.max() ?? 0
  }
}
