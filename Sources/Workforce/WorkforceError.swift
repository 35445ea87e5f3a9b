// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a roster cannot become duty periods.
package enum WorkforceError: Error, Equatable, Sendable {
  /// `line` counts from zero in the plan's staffing lines.
  case unknownGroup(line: Int, name: String)
  case negativeAgents(line: Int, found: Int)
  case tooManyAgents(found: Int, allowed: Int)
  case tooManyDutyPeriods(found: Int, allowed: Int)
  /// A break that begins or ends outside its shift, or before the break ahead of it has ended.
  case misplacedBreak(line: Int, shift: String)
  /// The same of a stretch on hold.
  case misplacedHold(line: Int, shift: String)
}
