// SPDX-License-Identifier: GPL-3.0-or-later

/// People of a staffing group, and what of their work a clause bills.
package struct BilledPeople: Hashable, Sendable {
  package enum Work: CaseIterable, Sendable {
    /// Seats held, worked or not.
    case seats
    case shifts
    case hours
    /// The shop's own people, on its payroll.
    case payroll

    /// Whether it is counted by shifts worked, which one column tells of all groups.
    var isByShift: Bool { self == .shifts || self == .hours }
  }

  package var group: String
  package var work: Work

  package init(group: String, work: Work) {
    self.group = group
    self.work = work
  }
}
