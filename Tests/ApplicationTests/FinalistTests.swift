// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Experiments
import Foundation
import Inference
import Planning
import Plans
import Scenarios
import Testing

@Suite struct FinalistTests {
  @Test func `the cheapest finalist is named at the level of all comparisons together`() throws {
    let found = try #require(
      Finalists([
        (.plan(0), [100, 101, 102, 103]), (.other(2), [120, 122, 121, 124]),
        (.plan(1), [90, 92, 91, 94, 99]),
      ]))
    #expect(found.selection.outcome == .winner(2))
    #expect(found.members[2] == .plan(1))
    #expect(found.replications == 4 && found.level == 0.95)
    #expect(found.selection.differences.compactMap { $0?.interval.level } == [0.975, 0.975])
    #expect(Finalists([(.plan(0), [1, 2])]) == nil)
    #expect(Finalists([(.plan(0), [1]), (.plan(1), [2])]) == nil)
  }

  @Test func `each line of a group is sized for itself where heads are written`() async throws {
    // One person is written for eight hours and six for one: scaled alike they would stay as ill matched.
    let text = SmallShop.text
      .replacing(
        "shifts: {day: 09:00-18:00}",
        with: "shifts: {day: 09:00-18:00, early: 09:00-17:00, late: 17:00-18:00}"
      )
      .replacing(
        "staffing: [{group: team, shift: day, agents: 4}]",
        with: "staffing: [{group: team, shift: early, agents: 1}, "
          + "{group: team, shift: late, agents: 6}]")
    let useCase = try ChatLimitsUseCase(
      ChatLimitsUseCase.Request(
        RunRequest(
          ScenarioSource(text: text, path: "shop.yaml"), settings: [], replications: 3,
          threads: 2), plan: "commission", limits: 2...3))
    let outcome = try await useCase.run { _ in }
    #expect(outcome.trials.map(\.limit) == [2, 3])
    for trial in outcome.trials {
      let agents = trial.outcome.staffing.lines.map(\.agents)
      #expect(agents.count == 2 && agents[0] >= agents[1])
    }
  }
}
