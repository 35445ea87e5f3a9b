// SPDX-License-Identifier: GPL-3.0-or-later

/// Occupancy by three definitions; NaN without agents on duty.
///
/// Ratios of expectations over time on duty.
package struct Occupancy: Equatable, Sendable {
  /// Time with at least one chat in hand ÷ time on duty.
  package var engaged: Double
  /// Slots in use ÷ slots on duty.
  package var slots: Double
  /// Work done, in seconds of a chat handled alone, ÷ time on duty; above 1 where several chats at
  /// once get more done than one.
  package var work: Double

  package init(engaged: Double, slots: Double, work: Double) {
    self.engaged = engaged
    self.slots = slots
    self.work = work
  }
}
