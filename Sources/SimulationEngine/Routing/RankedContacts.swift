// SPDX-License-Identifier: GPL-3.0-or-later

/// Types compared by a rank, then by a line in the wait: slack − weight × wait. The built-in
/// selections differ in these numbers only, so that one loop serves them all.
struct RankedContacts: ContactSelector {
  struct Score: BitwiseCopyable {
    var rank = 0.0
    var weight = 1.0
    var slack = 0.0
  }

  /// By type, or where `stride` is above zero by group × type.
  let scores: UnsafePointer<Score>
  /// Scores of a group; 0 where all groups share them.
  var stride = 0
  /// The type that free slots are kept for, and how many; −1 for none.
  var reservedType = -1
  var reservedSlots = 0

  @inline(__always)
  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency {
    urgency(type: type, group: 0, arrival: arrival, at: time)
  }

  @inline(__always)
  func urgency(type: Int, group: Int, arrival: Double, at time: Double) -> ContactUrgency {
    let score = scores[group &* stride &+ type]
    return ContactUrgency(rank: score.rank, value: score.slack - score.weight * (time - arrival))
  }

  @inline(__always)
  func admits(type: Int, freeSlots: Int) -> Bool {
    type == reservedType || freeSlots > reservedSlots
  }
}
