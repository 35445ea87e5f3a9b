// SPDX-License-Identifier: GPL-3.0-or-later

/// Chooses the cheapest of several plans that ran with common random numbers, or says that none is.
///
/// The leader by sample mean is compared with each other plan by a paired Student interval. With k
/// plans each interval has level 1 - α/(k - 1): a wrong winner must look significantly better than
/// the true best in one of k - 1 comparisons, so a wrong winner is named with probability of at most
/// α. Pairs need no equal variances, and no assumption about their correlation is made (unlike Nelson
/// and Matejcik 1995, whose sphericity fails where plans differ in kind).
package struct SelectionOfBest: Equatable, Sendable {
  package enum Outcome: Equatable, Sendable {
    /// Significantly better than every other plan.
    case winner(Int)
    /// The difference to every undecided plan is smaller than the indifference zone, and surely so:
    /// choose by other reasons.
    case equivalent([Int])
    /// Not decided between these, leader first. `replications` would likely settle it if means and
    /// spreads are as they seem; nil where no affordable number would.
    case noWinnerYet(contenders: [Int], replications: Int?)
  }

  package let outcome: Outcome
  /// The plan with the least sample mean; ties go to the first.
  package let leader: Int
  /// The leader minus each plan, in the order given; the leader's own entry is nil.
  package let differences: [PairedDifference?]

  /// - Parameters:
  ///   - samples: One array for each plan; element r of each comes from replication r.
  ///   - level: Probability that no wrong winner is named.
  ///   - indifference: A difference too small to care about, at least zero.
  /// - Throws: `.tooFew` without a plan or a replication, `.differentLengths`, `.notFinite`,
  ///   `.outsideUnitInterval`.
  package init(
    among samples: [[Double]], level: Double = 0.95, indifference: Double = 0
  ) throws(InferenceError) {
    guard let first = samples.first else { throw .tooFew(found: 0, needed: 1) }
    try Require.unit(level)
    for sample in samples {
      try Require.sameLength(first, sample)
      try Require.atLeast(1, sample)
      try Require.finite(sample)
    }
    let scores = samples.map { SampleMoments($0).mean }
    let leader = scores.indices.min { scores[$0] < scores[$1] } ?? 0
    let each = 1 - (1 - level) / Double(max(1, samples.count - 1))
    var differences: [PairedDifference?] = []
    for (index, sample) in samples.enumerated() {
      differences.append(
        index == leader
          ? nil : try PairedDifference(samples[leader], minus: sample, level: each))
    }
    self.leader = leader
    self.differences = differences
    outcome = Self.judge(leader, differences, indifference)
  }

  private static func judge(
    _ leader: Int, _ differences: [PairedDifference?], _ indifference: Double
  ) -> Outcome {
    let open = differences.enumerated().compactMap { index, difference in
      difference.flatMap { $0.sign == .secondIsLarger ? nil : (index: index, difference: $0) }
    }
    if open.isEmpty { return .winner(leader) }
    let contenders = [leader] + open.map(\.index)
    let isEquivalent = open.allSatisfy { entry in
      max(abs(entry.difference.interval.lower), abs(entry.difference.interval.upper))
        <= indifference
    }
    if isEquivalent { return .equivalent(contenders) }
    var replications: Int? = 0
    for entry in open {
      let needed = self.replications(for: entry.difference, indifference)
      replications = replications.flatMap { most in needed.map { max(most, $0) } }
    }
    return .noWinnerYet(contenders: contenders, replications: replications)
  }

  /// Replications that resolve a difference, or that prove it to lie in the indifference zone.
  private static func replications(
    for difference: PairedDifference, _ indifference: Double
  ) -> Int? {
    let room = indifference - abs(difference.interval.mean)
    let toProveEqual =
      room > 0
      ? SampleSize.replications(
        standardDeviation: difference.standardDeviation, halfWidth: room,
        level: difference.interval.level) : nil
    switch (difference.replicationsToResolve, toProveEqual) {
    case (let a?, let b?): return min(a, b)
    case (let a, let b): return a ?? b
    }
  }
}
