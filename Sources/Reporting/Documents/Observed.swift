// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
import Experiments
import Tables

/// What only the chats one by one tell, and what of it is wanted.
package struct Observed: Sendable {
  let plans: [ObservedPlan]
  /// Shares of time, and days of agents.
  let states: Bool
  /// Figures with their errors.
  let errors: Bool

  /// Plans graded by reply rules.
  let scores: [PlanScore]

  package init(
    _ plans: [ObservedPlan] = [], states: Bool = false, errors: Bool = false,
    scores: [PlanScore] = []
  ) {
    self.scores = scores
    self.plans = plans
    self.states = states
    self.errors = errors
  }

  func write(to files: inout FileList) throws(OutputError) {
    if states {
      try files.write(.states, StateRow.rows(of: plans))
      try files.write(.agentDays, AgentDayRow.rows(of: plans))
    }
    if errors { try files.write(.errors, ErrorRow.rows(of: plans)) }
    if !scores.isEmpty { try files.write(.planScores, scores) }
  }

  var members: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if states {
      members += [
        .init("states", CSVTable.states.json(StateRow.rows(of: plans))),
        .init("agent_days", CSVTable.agentDays.json(AgentDayRow.rows(of: plans))),
      ]
    }
    if errors { members.append(.init("errors", CSVTable.errors.json(ErrorRow.rows(of: plans)))) }
    if !scores.isEmpty {
      members.append(.init("scorecards", CSVTable.planScores.json(scores)))
    }
    return members
  }
}
