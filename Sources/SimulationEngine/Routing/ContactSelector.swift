// SPDX-License-Identifier: GPL-3.0-or-later

/// Which waiting contact a freed agent takes. Only the heads of the types' lines are compared:
/// within a type the longest waiting comes first.
protocol ContactSelector {
  /// The smaller is taken first.
  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency
  /// Whether a contact of the type may take one of the free slots of agents who serve the type
  /// that slots are kept for.
  func admits(type: Int, freeSlots: Int) -> Bool
}

/// Compared by rank, then by value.
struct ContactUrgency: Comparable {
  var rank = 0.0
  var value: Double

  @inline(__always)
  static func < (left: ContactUrgency, right: ContactUrgency) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : left.value < right.value
  }
}
