// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Desks whose agents share their effort: whoever finds nobody free is fetched when a slot is, and
/// what is counted must not depend on it.
@Suite struct SharedDeskTests {
  private func day(
    _ curve: ConcurrencyCurve, _ selection: ContactSelection, silent: Double, delay: Double,
    shiftEnd: ShiftEndRule
  ) -> Scenario {
    var a = ToyDesk.chat(
      .lognormal(mean: 400, cv: 0.8), patience: .weibull(mean: 180, shape: 0.8), name: "a")
    a.firstReplyDelay = .deterministic(7)
    a.conversion = 0.3
    if silent > 0 {
      a.silentAbandonment = SilentAbandonment(share: silent, idleClose: Seconds(120))
    }
    var b = ToyDesk.chat(.exponential(mean: 300), patience: .exponential(mean: 200), name: "b")
    b.priority = 2
    var both = ToyDesk.group("both", types: ["a", "b"], limit: 5)
    both.concurrency = curve
    both.skills[1].overflowDelay = Seconds(delay)
    var onlyB = ToyDesk.group("only b", types: ["b"], limit: 2)
    onlyB.concurrency = curve
    onlyB.speed = 0.8
    return ToyDesk.scenario(
      days: 2, types: [a, b], groups: [both, onlyB],
      demand: [
        ToyDesk.poisson(
          perSecond: 0.05,
          mix: [
            TypeShare(inquiryType: "a", share: 0.6), TypeShare(inquiryType: "b", share: 0.4),
          ])
      ],
      routing: RoutingRules(contactSelection: selection, shiftEnd: shiftEnd),
      window: ToyDesk.hours(6, 23), closedHours: .waitUntilOpen)
  }

  private let roster = [
    ToyDesk.line(3, group: "both", hours: ToyDesk.hours(6, 15)),
    ToyDesk.line(
      3, group: "both", hours: ToyDesk.hours(9, 23), breaks: [ToyDesk.hours(12, 13)],
      holds: [ToyDesk.hours(21, 22)]),
    ToyDesk.line(2, group: "only b", hours: ToyDesk.hours(6, 23)),
  ]

  @Test(
    arguments: [
      ConcurrencyCurve.speeds([1, 0.85, 0.7, 0.6, 0.5]), .frozenAtStart([1, 0.85, 0.7, 0.6, 0.5]),
      .independentOfLoad,
    ], [ShiftEndRule.finishThenLeave, .handOver, .poolExchangeable])
  func `a day has the same record whether it is watched or not`(
    curve: ConcurrencyCurve, shiftEnd: ShiftEndRule
  ) throws {
    for selection in [ContactSelection.fifo, .priority] {
      for (silent, delay) in [(0.0, 0.0), (0.5, 0), (0, 60), (0.5, 60)] {
        let scenario = day(curve, selection, silent: silent, delay: delay, shiftEnd: shiftEnd)
        let model = try model(scenario, roster)
        var diary = Diary()
        let watched = simulate(model, replication: 1, observer: &diary)
        let record = simulate(model, replication: 1)
        #expect(record == watched)
        let total = record.total()
        #expect(total.abandoned > 30 && total.answered > 1000)
        // Chats that are handed over in the evening wait for a morning that does not come.
        if shiftEnd != .handOver {
          #expect(diary.closings.count == diary.assignments.count)
        }
      }
    }
  }

  @Test func `a curve matters up to the chat limit and no further`() throws {
    for (limit, isPlain) in [(1, true), (2, false)] {
      var group = ToyDesk.group(limit: limit)
      group.concurrency = .speeds([1, 0.5])
      let scenario = ToyDesk.scenario(
        types: [ToyDesk.chat(.exponential(mean: 300))], groups: [group],
        demand: [ToyDesk.poisson(perSecond: 0.01)])
      let curved = simulate(try model(scenario, [ToyDesk.line(3)]), replication: 0)
      var flat = scenario
      flat.agentGroups[0].concurrency = .independentOfLoad
      let even = simulate(try model(flat, [ToyDesk.line(3)]), replication: 0)
      #expect((curved == even) == isPlain)
    }
  }
}
