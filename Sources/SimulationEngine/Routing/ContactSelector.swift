// SPDX-License-Identifier: GPL-3.0-or-later

/// Which waiting contact a freed agent takes. A policy is a struct that conforms, passed in
/// `RoutingPolicies`.
///
/// Only the heads of the types' queues are compared: within a type the longest waiting comes first.
public protocol ContactSelector {
  /// The smaller is taken first.
  ///
  /// - Parameters:
  ///   - type: Index of the inquiry type.
  ///   - arrival: When the wait began, in seconds since the start of the horizon.
  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency
  /// The same for a freed agent of a group, where groups have orders of their own.
  func urgency(type: Int, group: Int, arrival: Double, at time: Double) -> ContactUrgency
  /// Whether a contact of the type may take one of the free slots of agents who serve the type
  /// that slots are kept for. Asked only where the scenario reserves slots for a type.
  func admits(type: Int, freeSlots: Int) -> Bool
}

extension ContactSelector {
  /// One order for all groups.
  @inlinable
  public func urgency(
    type: Int, group: Int, arrival: Double, at time: Double
  ) -> ContactUrgency {
    urgency(type: type, arrival: arrival, at: time)
  }

  /// Every type may take every free slot.
  public func admits(type: Int, freeSlots: Int) -> Bool { true }
}

/// Compared by rank, then by value.
public struct ContactUrgency: Comparable {
  /// Compared first; the smaller is taken.
  public var rank: Double
  /// Compared among equal ranks; the smaller is taken.
  public var value: Double

  /// An urgency of a rank, the same for all unless given.
  @inlinable
  public init(rank: Double = 0, value: Double) {
    self.rank = rank
    self.value = value
  }

  /// Whether the left is taken first.
  @inlinable
  public static func < (left: ContactUrgency, right: ContactUrgency) -> Bool {
    left.rank != right.rank ? left.rank < right.rank : left.value < right.value
  }
}
