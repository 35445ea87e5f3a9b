// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Scenarios

/// People needed on duty on some days, for a cover program.
package struct ShiftNeed: Equatable, Sendable {
  /// A day to be covered.
  package struct Day: Equatable, Sendable {
    package let date: CivilDate
    /// The days that are like it, itself among them.
    package let dates: [CivilDate]
    /// `people[group][interval of the day]`; nobody where the desk is closed.
    package let people: [[Int]]
    /// Whether the service on it is simulated, so that people may be spared where they help least.
    package let isSimulated: Bool

    var weight: Double { Double(dates.count) }
  }

  /// Of the agent groups that are needed.
  package let groups: [String]
  package let days: [Day]

  init(groups: [String], days: [Day]) {
    self.groups = groups
    self.days = days
  }

  /// The profile's days, and others beside them.
  package init(_ profile: StaffProfile, further: [Day] = []) {
    groups = profile.groups
    let perDay = profile.interval.perDay
    days =
      profile.days.enumerated().map { place, date in
        Day(
          date: date, dates: [date],
          people: profile.counts.map { Array($0[place * perDay..<(place + 1) * perDay]) },
          isSimulated: true)
      } + further
  }
}
