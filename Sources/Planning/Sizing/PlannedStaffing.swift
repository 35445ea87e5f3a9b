// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Capacity
package import Experiments
package import Inference
package import Scenarios

/// The shifts that were planned for a plan, and what the fewest people on its own shifts would be beside them.
package struct PlannedStaffing: Sendable {
  package var plan: String
  /// Kinds of days that were planned: each stands for its dates.
  package var days: [DayKind]
  /// Who works when.
  package var lines: [StaffingLine]
  /// Yuan over the horizon; nil where the contract refuses it.
  package var cost: ConfidenceInterval?
  package var answer: TargetAnswer
  /// Nil where the plan has no shifts of its own, or they do not cover the day.
  package var fewest: Fewest?
  /// Whether the plan has these shifts; otherwise the fewest keep as much for less.
  package var isKept = true

  /// The fewest people by month on the plan's own shifts.
  package struct Fewest: Sendable {
    package var lines: [StaffingLine]
    package var cost: ConfidenceInterval
    /// What the planned shifts save of it, on the same customers; below zero where they cost more.
    package var saves: ConfidenceInterval?
    package var answer: TargetAnswer
  }

  /// The lines that the plan has.
  package var keptLines: [StaffingLine] { isKept ? lines : fewest?.lines ?? lines }

  /// The most people on duty at once on a kind of day, of all groups together.
  package func peak(of kind: DayKind) -> Int {
    let working = keptLines.filter { $0.works(on: kind.dates[0]) }
    let starts = working.map(\.shift.hours.start.secondsSinceMidnight)
    return starts.map { moment in
      working.reduce(0) { sum, line in
        let begin = line.shift.hours.start.secondsSinceMidnight
        return sum + (begin <= moment && moment < begin + line.shift.hours.length ? line.agents : 0)
      }
    }.max() ?? 0
  }
}
