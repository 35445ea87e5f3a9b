// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
package import Rostering

/// One person's shift of a day, as a roster's file has it.
package struct RosterEntry: Equatable, Sendable {
  /// Of the file.
  package let line: Int
  package let person: String
  /// On which the shift begins.
  package let date: CivilDate
  /// Nil where the row names none.
  package let group: String?
  package let shift: RosterShift

  package init(line: Int, person: String, date: CivilDate, group: String?, shift: RosterShift) {
    self.line = line
    self.person = person
    self.date = date
    self.group = group
    self.shift = shift
  }
}
