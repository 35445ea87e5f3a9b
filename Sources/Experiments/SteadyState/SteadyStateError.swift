// SPDX-License-Identifier: GPL-3.0-or-later

/// Why an interval of a plan cannot go on for ever.
package enum SteadyStateError: Error, Equatable, Sendable {
  /// The interval lies in closed hours.
  case closed
  case nobodyComes
  /// Customers of these types never leave, and their work needs at least so many agents; there are
  /// fewer, or just as many.
  case unstable(inquiryTypes: [String], agentsNeeded: Double, agents: Int)
  /// The waits of the longest run still depend on its start.
  case noSteadyState(days: Int)
}
