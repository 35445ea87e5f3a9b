// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Planning
import Plans

/// The chats of some replications of some plans, each replication simulated once more when its chats
/// are looked at: memory holds those of one.
package struct ChatRows: Sequence, Sendable {
  private let desks: [(plan: String, experiment: Experiment)]
  private let replications: [Int]

  /// - Parameters:
  ///   - plans: Of the comparison, whose seats they have.
  ///   - use: What the chats are wanted for, where a plan was refused.
  init(
    of comparison: Comparison, plans: [String], replications: [Int],
    in scenario: PlannedScenario, for use: RequestField
  ) throws(ApplicationError) {
    self.replications = replications
    var desks: [(plan: String, experiment: Experiment)] = []
    for plan in plans {
      desks.append((plan, try comparison.experiment(of: plan, in: scenario, for: use)))
    }
    self.desks = desks
  }

  package func makeIterator() -> some IteratorProtocol<ChatRow> {
    let replications = replications
    return desks.lazy.flatMap { desk in
      replications.lazy.flatMap {
        ChatRow.rows(of: desk.experiment, plan: desk.plan, replication: $0)
      }
    }.makeIterator()
  }
}
