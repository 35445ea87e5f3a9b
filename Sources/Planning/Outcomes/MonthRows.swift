// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments
package import Scenarios

/// Seats and person-shifts of a month under a plan; the same in every replication.
package struct StaffedMonth: Equatable, Sendable {
  package var month: YearMonth
  /// In the order of the scenario's groups.
  package var groups: [StaffedGroup]
}

package struct StaffedGroup: Equatable, Sendable {
  package var group: String
  /// Seat-days ÷ days of the month served.
  package var seats: Double
  package var shifts: Int
  package var hours: Double
}

/// People on duty on a line of the roster, month by month.
package struct LineSeats: Equatable, Sendable {
  /// The line's name, or its shift's.
  package var name: String
  package var group: String
  package var engagement: Engagement
  /// Fewest and most on a day of the month on which somebody works; nil in a month without one.
  package var months: [ClosedRange<Int>?]
}

/// A month's bill in yuan.
package struct MonthlyCost: Sendable {
  package var month: YearMonth
  package var total: SampleSummary
}
