// SPDX-License-Identifier: GPL-3.0-or-later

/// An instant, in seconds since 00:00 of the horizon's first day on the shop's wall clock.
///
/// Every day has 86,400 seconds: the axis is the civil clock of the shop's zone, and a shop whose
/// zone changes to summer time is simulated on the clock that its staff and customers read.
package struct SimulationTime: Hashable, Comparable, Sendable {
  package var secondsSinceStart: Double

  @inlinable package init(_ secondsSinceStart: Double) {
    self.secondsSinceStart = secondsSinceStart
  }

  @inlinable package static func < (left: SimulationTime, right: SimulationTime) -> Bool {
    left.secondsSinceStart < right.secondsSinceStart
  }
}
