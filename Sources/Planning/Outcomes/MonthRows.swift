// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Experiments

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

/// A month's bill in yuan.
package struct MonthlyCost: Sendable {
  package var month: YearMonth
  package var total: SampleSummary
}
