// SPDX-License-Identifier: GPL-3.0-or-later

/// What a group of agents did in one interval; effort is booked when it happens.
package struct GroupInterval: Equatable, Sendable {
  /// Agent-seconds on duty, breaks not included.
  package var staffed: Double = 0
  /// Agent-seconds with at least one chat open, work beyond the shift's end included.
  package var busy: Double = 0
  /// Slot-seconds: open chats summed over time.
  package var chats: Double = 0
  /// Seconds of handling requirement worked off (conversation fidelity) or of composing (message
  /// fidelity, booked in the interval in which a message ends).
  package var work: Double = 0

  package init() {}

  package static func += (left: inout GroupInterval, right: GroupInterval) {
    left.staffed += right.staffed
    left.busy += right.busy
    left.chats += right.chats
    left.work += right.work
  }
}

/// What one agent did from the horizon's start to the end of the last chat.
package struct AgentTotals: Equatable, Sendable {
  /// Chats taken, other shops' and those of silent leavers included.
  package var chats: Int = 0
  /// Of them, those whose customer was still there.
  package var answered: Int = 0
  /// Seconds with at least one chat open.
  package var busy: Double = 0
  /// Seconds on duty up to the horizon's end, breaks not included.
  package var staffed: Double = 0
  /// Seconds of composing at message fidelity; at conversation fidelity, requirement worked off.
  package var composing: Double = 0

  package init() {}

  package static func += (left: inout AgentTotals, right: AgentTotals) {
    left.chats += right.chats
    left.answered += right.answered
    left.busy += right.busy
    left.staffed += right.staffed
    left.composing += right.composing
  }
}
