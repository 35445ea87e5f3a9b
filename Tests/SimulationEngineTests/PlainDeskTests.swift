// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// Desks without extras, which have a loop of their own: the results are those of the other one.
@Suite struct PlainDeskTests {
  private let hour = 3600.0

  /// Fixed lengths run in the loop of every desk; those that differ in the twelfth digit in the
  /// plain one.
  @Test(arguments: [Distribution.deterministic(600), .lognormal(mean: 600, cv: 1e-12)])
  func `work is counted as if handled alone, however fast the group`(law: Distribution) throws {
    var group = ToyDesk.group(limit: 2)
    group.speed = 2
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(law)], groups: [group],
      demand: [ToyDesk.recorded([1700, 1750, 1900])])
    let (record, diary) = try watch(scenario, [ToyDesk.line(1)])
    // 1700–2000, 1750–2050, and the third at 2000–2300.
    #expect(close(diary.closings, [2000, 2050, 2300]))
    #expect(close(diary.assignments, [1700, 1750, 2000]))
    let rows = [record.group(0, interval: 0), record.group(0, interval: 1)]
    #expect(close(rows.map(\.busy), [100, 500]))
    #expect(close(rows.map(\.chats), [150, 750]))
    #expect(close(rows.map(\.work), [300, 1500]))
    #expect(close(rows.map(\.staffed), [1800, 1800]))
    #expect(abs(record.agents[0].composing - 1800) < 1e-6)
    #expect(abs(record.agents[0].busy - 600) < 1e-6)
    #expect(record.agents[0].chats == 3)
    #expect(abs(record.total().answeredWait - 100) < 1e-6)
  }

  /// Records that tell the same of everything, times to a billionth.
  private func expectSame(_ left: ReplicationRecord, _ right: ReplicationRecord) {
    #expect(left.contacts == right.contacts)
    #expect(left.times == right.times)
    #expect(left.chatCount == right.chatCount)
    #expect(left.agents.map(\.chats) == right.agents.map(\.chats))
    func near(_ a: [Double], _ b: [Double]) -> Bool {
      zip(a, b).allSatisfy { abs($0 - $1) <= 1e-9 * max(1000, abs($0)) }
    }
    for value in [\GroupInterval.staffed, \.busy, \.chats, \.work] {
      #expect(near(left.groups.map { $0[keyPath: value] }, right.groups.map { $0[keyPath: value] }))
    }
    for value in [\AgentTotals.busy, \.staffed, \.composing] {
      #expect(near(left.agents.map { $0[keyPath: value] }, right.agents.map { $0[keyPath: value] }))
    }
  }

  /// A day of all that a plain desk may have, busy enough for lines and full rooms.
  private func day(_ selection: ContactSelection) -> Scenario {
    var a = ToyDesk.chat(
      .lognormal(mean: 400, cv: 0.8), patience: .lognormal(mean: 180, cv: 1.2), name: "a")
    a.firstReplyDelay = .exponential(mean: 20)
    a.conversion = 0.3
    var b = ToyDesk.chat(.exponential(mean: 300), patience: .exponential(mean: 200), name: "b")
    b.wrapUp = .exponential(mean: 40)
    b.priority = 2
    b.waitWeight = 2
    b.replyTarget = 60
    var both = ToyDesk.group("both", types: ["a", "b"], limit: 3)
    both.speed = 1.3
    both.skills[0].preference = 2
    both.skills[1].preference = 2
    var onlyB = ToyDesk.group("only b", types: ["b"], limit: 2)
    onlyB.speed = 0.8
    onlyB.conversionFactor = 0.5
    return ToyDesk.scenario(
      days: 2, types: [a, b], groups: [both, ToyDesk.group("only a", types: ["a"]), onlyB],
      demand: [
        ToyDesk.poisson(
          perSecond: 0.06,
          mix: [
            TypeShare(inquiryType: "a", share: 0.6), TypeShare(inquiryType: "b", share: 0.4),
          ])
      ],
      routing: RoutingRules(contactSelection: selection, waitingRoom: 12),
      window: ToyDesk.hours(6, 23), closedHours: .waitUntilOpen)
  }

  @Test(arguments: [
    ContactSelection.fifo, .priority, .longestWeightedWait, .dueDate,
  ])
  func `a day with everything plain is the same in both loops`(
    selection: ContactSelection
  ) throws {
    let model = try model(
      day(selection),
      [
        ToyDesk.line(3, group: "both", hours: ToyDesk.hours(6, 15)),
        ToyDesk.line(
          3, group: "both", hours: ToyDesk.hours(9, 23), breaks: [ToyDesk.hours(12, 13)],
          holds: [ToyDesk.hours(21, 23)]),
        ToyDesk.line(5, group: "only a", hours: ToyDesk.hours(6, 14)),
        ToyDesk.line(6, group: "only a", hours: ToyDesk.hours(14, 23)),
        ToyDesk.line(3, group: "only b", hours: ToyDesk.hours(6, 23)),
      ])
    for replication in 0..<3 {
      let plain = simulate(model, replication: replication)
      // A policy from outside runs in the loop of every desk.
      let other = simulate(
        model, replication: replication, policies: RoutingPolicies(agents: LeastLoaded.self))
      expectSame(plain, other)
      let total = plain.total()
      #expect(
        total.abandoned > 50 && total.answered > 1000 && total.count(.count(.carriedOver)) > 0)
    }
  }
}
