// SPDX-License-Identifier: GPL-3.0-or-later

/// Types compared by a rank, then by a line in the wait: slack − weight × wait. Static priority,
/// longest weighted wait and due date differ in these numbers only.
struct ScoredContacts: ContactSelector {
  struct Score: BitwiseCopyable {
    var rank = 0.0
    var weight = 1.0
    var slack = 0.0
  }

  let scores: UnsafePointer<Score>

  @inline(__always)
  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency {
    let score = scores[type]
    return ContactUrgency(rank: score.rank, value: score.slack - score.weight * (time - arrival))
  }
}

extension ScoredContacts.Score {
  /// The smallest priority number first, then the longest waiting.
  static func priority(_ rule: TypeRule) -> Self { Self(rank: rule.priority) }
  /// The largest wait × weight.
  static func longestWeightedWait(_ rule: TypeRule) -> Self { Self(weight: rule.waitWeight) }
  /// The least time left to the reply target.
  static func dueDate(_ rule: TypeRule) -> Self { Self(slack: rule.replyTarget) }
}
