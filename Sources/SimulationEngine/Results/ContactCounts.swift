// SPDX-License-Identifier: GPL-3.0-or-later

/// What became of the contacts of one inquiry type that arrived in one half hour.
///
/// Everything is booked in the interval of arrival, so that ratios are of one cohort; a message
/// that waited for opening arrives when the window opens.
package struct ContactCounts: Equatable, Sendable {
  /// Came to the desk while it was open, the blocked included, those lost outside hours not.
  package var arrived: UInt32 = 0
  package var answered: UInt32 = 0
  /// Answered no later than the scenario's acceptable wait.
  package var answeredWithinAcceptableWait: UInt32 = 0
  /// First reply within 180 s of arrival: wait plus first-reply delay, or at message fidelity the
  /// end of the first agent message.
  package var repliedWithinThreeMinutes: UInt32 = 0
  /// Left the queue, the silent included.
  package var abandoned: UInt32 = 0
  /// Of the abandoned, those who left without a word.
  package var silentlyAbandoned: UInt32 = 0
  /// Turned away by a full waiting room.
  package var blocked: UInt32 = 0
  /// Came in closed hours under the rule `lost`; not among the arrived.
  package var lostOutsideHours: UInt32 = 0
  /// Came in closed hours and was held until opening; counted here in the interval of writing, and
  /// as arrived in the interval of opening.
  package var carriedOver: UInt32 = 0
  /// Answered contacts that became orders.
  package var orders: UInt32 = 0
  /// Seconds waited by the answered.
  package var answeredWait: Double = 0
  /// Seconds waited by the abandoned, the silent included.
  package var abandonedWait: Double = 0
  /// Seconds from arrival to first reply of the answered.
  package var firstReplyTime: Double = 0

  package init() {}

  /// Seconds waited by all who were answered or left.
  package var totalWait: Double { answeredWait + abandonedWait }
  /// Still waiting, with nobody to come, when the simulation ended.
  package var unserved: UInt32 { arrived - answered - abandoned - blocked }

  package static func += (left: inout ContactCounts, right: ContactCounts) {
    left.arrived += right.arrived
    left.answered += right.answered
    left.answeredWithinAcceptableWait += right.answeredWithinAcceptableWait
    left.repliedWithinThreeMinutes += right.repliedWithinThreeMinutes
    left.abandoned += right.abandoned
    left.silentlyAbandoned += right.silentlyAbandoned
    left.blocked += right.blocked
    left.lostOutsideHours += right.lostOutsideHours
    left.carriedOver += right.carriedOver
    left.orders += right.orders
    left.answeredWait += right.answeredWait
    left.abandonedWait += right.abandonedWait
    left.firstReplyTime += right.firstReplyTime
  }
}
