// SPDX-License-Identifier: GPL-3.0-or-later

/// What a number of agents has to achieve. Each gets easier with every further agent.
package enum StaffingTarget: Equatable, Sendable {
  /// Share of arrivals that wait at all, at most.
  case waitProbability(Double)
  /// Mean wait of all arrivals, at most.
  case meanWait(Double)
  /// At least `share` of all arrivals answered within `limit`; leavers count as not answered.
  case answeredWithin(limit: Double, share: Double)
  /// Share of arrivals that leave, at most. Needs impatient customers.
  case abandonment(Double)
  /// Busy share of an agent's time, at most.
  case occupancy(Double)

  func validate() throws(QueueingError) {
    switch self {
    case .waitProbability(let value), .abandonment(let value), .occupancy(let value):
      try Require.within(value, 0...1, .target)
    case .meanWait(let value):
      guard value >= 0, value.isFinite else { throw .notPositive(.target, found: value) }
    case .answeredWithin(let limit, let share):
      guard limit >= 0, limit.isFinite else { throw .notPositive(.timeLimit, found: limit) }
      try Require.within(share, 0...1, .target)
    }
  }
}
