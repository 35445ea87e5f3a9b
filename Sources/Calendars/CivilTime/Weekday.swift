// SPDX-License-Identifier: GPL-3.0-or-later

/// A day of the week; the week begins on Monday (ISO 8601).
package enum Weekday: Int, CaseIterable, Hashable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  package var isWeekend: Bool { self == .saturday || self == .sunday }
}
