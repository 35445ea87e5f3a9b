// SPDX-License-Identifier: GPL-3.0-or-later

/// Length of the intervals into which every day is cut for counting customers and staff.
package enum IntervalLength: Int, CaseIterable, Sendable {
  case quarterHour = 900
  case halfHour = 1800
  case hour = 3600

  package var seconds: Int { rawValue }
  package var perDay: Int { 86_400 / rawValue }
}
