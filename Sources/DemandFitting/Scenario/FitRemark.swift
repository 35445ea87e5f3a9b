// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Foundation

/// A parameter that a history does not determine, or a finding that a planner should look at.
package enum FitRemark: Equatable, Sendable {
  /// Fewer than eight weeks: the week's shape leans on the prior.
  case shortHistory(days: Int, prior: String)
  /// Too short for an annual season; months are left at one.
  case noSeason(days: Int)
  /// Counts per day: the hours come from the prior.
  case noHours
  /// No announced event in the history: a promotion's lift cannot be learned from it.
  case noEvents
  /// A day that nothing announced.
  case surprise(date: CivilDate, ratio: Double)
  /// A week from which on the level is another one, and the days that it has lasted. What has lasted n
  /// days lasts 28 more with odds of n to 28 (Gott 1993).
  case levelShift(from: CivilDate, ratio: Double, lasted: Int)
  /// Shut for some days when the history ends.
  case closedAtEnd(days: Int)
  /// The share of each forecaster in the forecast of ordinary days, the greatest first, and the past origins
  /// that it rests on.
  case combination(shares: [DayMember: Double], origins: Int)
  /// Days before the first inquiry, left out.
  case beforeLaunch(days: Int, first: CivilDate)
  /// A kind of announced day to come on a weekend that has only been on workdays, or the reverse:
  /// its effect there is that of the days it has been on.
  case borrowedEffect(kind: String, onWeekend: Bool)
  /// Hours in which nobody ever came though many were due: the shop is taken for closed. They run
  /// over midnight where `to` is not after `from`.
  case closedHours(from: ClockTime, to: ClockTime)
  /// Weekdays without a single row: the shop is taken for closed.
  case closedWeekdays([Weekday])
  /// Slots of the day in which nobody came, perhaps by chance: they get a share from their neighbours.
  case emptySlots(count: Int, of: Int)
}

extension DemandModel {
  package var remarks: [FitRemark] {
    var remarks: [FitRemark] = []
    if daysBeforeLaunch > 0 {
      remarks.append(.beforeLaunch(days: daysBeforeLaunch, first: first))
    }
    if knownDays < 56 { remarks.append(.shortHistory(days: knownDays, prior: prior.name)) }
    if design.harmonics == 0 { remarks.append(.noSeason(days: design.dayCount)) }
    if interval == 86_400 { remarks.append(.noHours) }
    if !design.eventDates.contains(where: { $0 >= first && $0 <= last }) {
      remarks.append(.noEvents)
    }
    for kind in design.kinds {
      for onWeekend in [false, true]
      where design.borrows(kind, onWeekend ? .weekend : .workday) {
        remarks.append(.borrowedEffect(kind: kind, onWeekend: onWeekend))
      }
    }
    if !closedWeekdays.isEmpty {
      remarks.append(.closedWeekdays(closedWeekdays.sorted { $0.rawValue < $1.rawValue }))
    }
    remarks += hourRemarks
    if closure.days > 0 { remarks.append(.closedAtEnd(days: closure.days)) }
    if combination.origins > 0 {
      remarks.append(.combination(shares: combination.shares, origins: combination.origins))
    }
    return remarks + levelShifts + surprises.map { .surprise(date: $0.date, ratio: $0.ratio) }
  }

  /// Weeks in a row that move the level the same way are one shift.
  private var levelShifts: [FitRemark] {
    var shifts: [FitRemark] = []
    var (start, change) = (0, 0.0)
    for step in 0...design.steps {
      let next = step < design.steps ? regression.coefficients[1 + step] : 0
      if change != 0, abs(next) <= 0.2 || next * change < 0 {
        let day = first.advanced(
          by: design.shifts[start]?.day ?? start * DayDesign.daysPerStep)
        shifts.append(.levelShift(from: day, ratio: exp(change), lasted: day.days(to: last) + 1))
        change = 0
      }
      guard abs(next) > 0.2 else { continue }
      if change == 0 { start = step }
      change += next
    }
    return shifts
  }

  private var hourRemarks: [FitRemark] {
    let slots = 86_400 / interval
    var remarks = profiles.emptyHours.runs.filter(\.isClosed).compactMap { run -> FitRemark? in
      let end = run.first + run.count
      guard let from = ClockTime(secondsSinceMidnight: run.first * interval),
        let to = ClockTime(secondsSinceMidnight: (end > slots ? end - slots : end) * interval)
      else { return nil }
      return .closedHours(from: from, to: to)
    }
    let empty = profiles.emptyHours.runs.reduce(0) { $0 + ($1.isClosed ? 0 : $1.count) }
    if empty > 0 { remarks.append(.emptySlots(count: empty, of: slots)) }
    return remarks
  }
}
