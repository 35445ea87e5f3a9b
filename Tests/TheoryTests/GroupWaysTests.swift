// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Groups that need other times for a type, and take types in another order.
@Suite struct GroupWaysTests {
  /// What one agent of each of two groups is at (0 nothing, 1 a, 2 b), and who waits.
  private struct State: Hashable {
    var left = 0
    var right = 0
    var waitingA = 0
    var waitingB = 0
  }

  @Test func `two groups with times and orders of their own agree with their chain`() throws {
    let (lambdaA, lambdaB, theta) = (0.02, 0.025, 1.0 / 60)
    let (left, right) = ([20.0, 40.0], [50.0, 25.0])
    let chain = Chain(from: State()) { s in
      var steps: [(to: State, rate: Double)] = []
      func add(_ rate: Double, _ change: (inout State) -> Void) {
        var to = s
        change(&to)
        steps.append((to, rate))
      }
      if s.waitingA < 25 {
        add(lambdaA) {
          if $0.left == 0 {
            $0.left = 1
          } else if $0.right == 0 {
            $0.right = 1
          } else {
            $0.waitingA += 1
          }
        }
      }
      if s.waitingB < 25 {
        add(lambdaB) {
          if $0.right == 0 {
            $0.right = 2
          } else if $0.left == 0 {
            $0.left = 2
          } else {
            $0.waitingB += 1
          }
        }
      }
      // Each takes what it is good at first.
      if s.left > 0 {
        add(1 / left[s.left - 1]) {
          $0.left = $0.waitingA > 0 ? 1 : $0.waitingB > 0 ? 2 : 0
          if $0.left == 1 { $0.waitingA -= 1 } else if $0.left == 2 { $0.waitingB -= 1 }
        }
      }
      if s.right > 0 {
        add(1 / right[s.right - 1]) {
          $0.right = $0.waitingB > 0 ? 2 : $0.waitingA > 0 ? 1 : 0
          if $0.right == 1 { $0.waitingA -= 1 } else if $0.right == 2 { $0.waitingB -= 1 }
        }
      }
      add(Double(s.waitingA) * theta) { $0.waitingA -= 1 }
      add(Double(s.waitingB) * theta) { $0.waitingB -= 1 }
      return steps
    }
    let scenario = ToyDesk.scenario(
      days: 20,
      types: ["a", "b"].map {
        ToyDesk.chat(.deterministic(1), patience: .exponential(mean: 60), name: $0)
      },
      groups: [
        AgentGroup(name: "left", skills: Self.skills(left, best: 0)),
        AgentGroup(name: "right", skills: Self.skills(right, best: 1)),
      ],
      demand: [
        ToyDesk.poisson(
          perSecond: lambdaA + lambdaB,
          mix: [
            TypeShare(inquiryType: "a", share: lambdaA / (lambdaA + lambdaB)),
            TypeShare(inquiryType: "b", share: lambdaB / (lambdaA + lambdaB)),
          ])
      ],
      routing: RoutingRules(contactSelection: .priority), acceptableWait: 0)
    let run = try TheoryRun(
      scenario, [ToyDesk.line(1, group: "left"), ToyDesk.line(1, group: "right")])
    let leftA = chain.mean { Double($0.waitingA) } * theta / lambdaA
    let leftB = chain.mean { Double($0.waitingB) } * theta / lambdaB
    #expect(run.abandonment(type: 0).agrees(with: leftA))
    #expect(run.abandonment(type: 1).agrees(with: leftB))
    for (group, busy) in [chain.mean { $0.left > 0 ? 1 : 0 }, chain.mean { $0.right > 0 ? 1 : 0 }]
      .enumerated()
    {
      #expect(
        run.ratio({ run.group($0, group: group).busy }, { run.group($0, group: group).staffed })
          .agrees(with: busy))
    }
  }

  private static func skills(_ means: [Double], best: Int) -> [Skill] {
    ["a", "b"].enumerated().map { type, name in
      Skill(
        inquiryType: name, preference: type == best ? 1 : 2,
        handling: .exponential(mean: means[type]), priority: type == best ? 1 : 2)
    }
  }

  @Test func `a handling of the group's own that is the type's moves no bit`() throws {
    var records: [ReplicationRecord] = []
    for handling in [nil, Distribution.lognormal(mean: 300, cv: 0.7)] {
      var group = ToyDesk.group(limit: 3, curve: .speeds([1, 0.8, 0.6]))
      group.skills[0].handling = handling
      let scenario = ToyDesk.scenario(
        types: [
          ToyDesk.chat(
            .lognormal(mean: 300, cv: 0.7), patience: .exponential(mean: 200))
        ],
        groups: [group], demand: [ToyDesk.poisson(perSecond: 0.02)])
      records.append(try TheoryRun(scenario, [ToyDesk.line(3)], replications: 1).records[0])
    }
    #expect(records[0].total() == records[1].total())
    #expect(records[0].groupTotal() == records[1].groupTotal())
  }
}
