// SPDX-License-Identifier: GPL-3.0-or-later

import Capacity
import Experiments
package import Inference
import Planning

/// The staffings of a search that miss no target, separated by cost on the same customers.
///
/// Ranking and selection as in a comparison: each is set against the cheapest by a paired interval, at so
/// high a level that a wrong one is named with a probability of at most one less the level.
package struct Finalists: Sendable {
  package enum Member: Equatable, Sendable {
    /// A plan at its own best, by its place in the outcome.
    case plan(Int)
    /// Another way under the first plan, by its place.
    case other(Int)
  }

  /// The selection's indices refer to them.
  package let members: [Member]
  package let selection: SelectionOfBest
  package let level: Double
  package let replications: Int

  /// Nil for fewer than two members, and for costs of a single replication.
  ///
  /// - Parameter costs: Yuan of each member, replication by replication.
  package init?(_ costs: [(member: Member, yuan: [Double])], level: Double = 0.95) {
    let count = costs.map(\.yuan.count).min() ?? 0
    guard costs.count > 1, count > 1,
      let selection = try? SelectionOfBest(
        among: costs.map { Array($0.yuan.prefix(count)) }, level: level)
    else { return nil }
    members = costs.map(\.member)
    self.selection = selection
    self.level = level
    replications = count
  }
}

extension PlanUseCase.Outcome {
  /// Plans and ways that miss no target by more than its tolerance; nil where there is but one.
  package var finalists: Finalists? {
    Finalists(
      plans.enumerated().filter { $1.planned.isKept }.map { (.plan($0), $1.bill.totals) }
        + others.enumerated().filter { $1.alternative.proof.answer != .missed }
        .map { (.other($0), $1.bill.totals) })
  }
}

extension HeadcountUseCase.Outcome {
  /// Plans and ways that miss no target; nil where there is but one.
  package var finalists: Finalists? {
    Finalists(
      plans.enumerated().filter { $1.year.isKept }
        .map { (.plan($0), $1.outcome.cost.total.values) }
        + others.enumerated().filter { $1.proof.promised.answer != .missed }
        .map { (.other($0), $1.outcome.cost.total.values) })
  }
}
