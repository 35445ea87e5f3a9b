// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Scenarios

/// People on duty by agent group and interval over some days: a requirement, or a trial of one.
package struct StaffProfile: Equatable, Sendable {
  package let days: DateSpan
  package let interval: IntervalLength
  /// Names of the groups, in the order of `counts`.
  package let groups: [String]
  /// `counts[group][interval of the days]`, ≥ 0.
  package var counts: [[Int]]

  package init(days: DateSpan, interval: IntervalLength, groups: [String], counts: [[Int]]) {
    self.days = days
    self.interval = interval
    self.groups = groups
    self.counts = counts
  }

  package var intervalCount: Int { days.count * interval.perDay }

  /// Hours of all people together.
  package var hours: Double {
    Double(counts.reduce(0) { $0 + $1.reduce(0, +) }) * Double(interval.seconds) / 3600
  }

  /// The most people on duty at once.
  package var peak: Int {
    (0..<intervalCount).map { place in counts.reduce(0) { $0 + $1[place] } }.max() ?? 0
  }

  /// The profile as a roster of one-person lines: person k of a group is there whenever k or more are
  /// needed, so that as few as can be come and go.
  ///
  /// - Parameter leadDays: Days before the first that are staffed as the first is.
  package func lines(leadDays: Int = 0) -> [StaffingLine] {
    var lines: [StaffingLine] = []
    let perDay = interval.perDay
    for (group, counts) in zip(groups, counts) {
      let lead = (0..<leadDays).flatMap { _ in counts.prefix(perDay) }
      let all = lead + counts
      for level in 0..<(counts.max() ?? 0) {
        var dates: [Range<Int>: [CivilDate]] = [:]
        for run in all[...].runs(above: level).flatMap(shifts) {
          let day = run.lowerBound / perDay
          dates[run.lowerBound - day * perDay..<run.upperBound - day * perDay, default: []]
            .append(days.first.advanced(by: day - leadDays))
        }
        for (run, dates) in dates.sorted(by: {
          ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
        }) {
          lines.append(
            StaffingLine(
              group: group, shift: ShiftPattern(name: "\(group) \(level + 1)", hours: hours(run)),
              agents: 1, dates: dates.map { DateSpan(unchecked: $0, $0) }))
        }
      }
    }
    return lines
  }

  /// A run in one piece, over midnight too; one of more than a day is cut at midnights.
  private func shifts(_ run: Range<Int>) -> [Range<Int>] {
    let perDay = interval.perDay
    guard run.count > perDay else { return [run] }
    return (run.lowerBound / perDay...(run.upperBound - 1) / perDay).map {
      max(run.lowerBound, $0 * perDay)..<min(run.upperBound, ($0 + 1) * perDay)
    }
  }

  private func hours(_ run: Range<Int>) -> ClockSpan {
    ClockSpan(
      start: ClockTime(unchecked: run.lowerBound * interval.seconds),
      end: ClockTime(unchecked: run.upperBound * interval.seconds % 86_400))
  }
}

extension ArraySlice<Int> {
  /// Stretches of values above a level, counted from the slice's start.
  fileprivate func runs(above level: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (place, count) in enumerated() where count > level {
      if let last = runs.last, last.upperBound == place {
        runs[runs.count - 1] = last.lowerBound..<place + 1
      } else {
        runs.append(place..<place + 1)
      }
    }
    return runs
  }
}
