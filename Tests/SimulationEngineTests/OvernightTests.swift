// SPDX-License-Identifier: GPL-3.0-or-later

import Measures
import Scenarios
import SimulationEngine
import TestSupport
import Testing

/// What was written in closed hours, answered as messages from opening on.
@Suite struct OvernightTests {
  private let nine = 32_400.0

  /// A desk open from nine to nine.
  private func scenario(
    days: Int = 1, _ demand: [DemandStream], types: [InquiryType]? = nil, limit: Int = 1,
    patience: Distribution = .never, routing: RoutingRules = RoutingRules()
  ) -> Scenario {
    let types = types ?? [ToyDesk.chat(.deterministic(600))]
    var scenario = ToyDesk.scenario(
      days: days, types: types,
      groups: [ToyDesk.group(types: types.map(\.name), limit: limit)], demand: demand,
      routing: routing, window: ToyDesk.hours(9, 21), closedHours: .waitUntilOpen)
    scenario.overnight = OvernightMessages(patience: patience)
    return scenario
  }

  private func nights(_ record: ReplicationRecord) -> ContactCounts {
    record.total(shop: ContactLayout.overnight)
  }

  @Test func `a backlog is cleared as fast as its agents work`() throws {
    let count = 7
    let desk = scenario([ToyDesk.recorded((0..<count).map { Double($0) * 100 })])
    for agents in 1...4 {
      let (record, diary) = try watch(desk, [ToyDesk.line(agents)])
      // The n-th message is taken after n ÷ agents whole rounds.
      let waits = (0..<count).map { Double($0 / agents) * 600 }
      #expect(close(diary.assignments.sorted(), waits.map { nine + $0 }))
      let rounds = (count + agents - 1) / agents
      #expect(diary.closings.max() == nine + Double(rounds) * 600)
      #expect(nights(record).answered == count)
      #expect(abs(nights(record).answeredWait - waits.reduce(0, +)) < 1e-6)
      #expect(record.total().arrived == 0)
      #expect(record.total().count(.count(.carriedOver)) == count)
    }
  }

  @Test func `every message is answered, left or still waiting`() throws {
    let types = ["first", "second"].map {
      ToyDesk.chat(.exponential(mean: 400), patience: .exponential(mean: 300), name: $0)
    }
    let mix = types.map { TypeShare(inquiryType: $0.name, share: 0.5) }
    for rule in ShiftEndRule.allCases {
      let desk = scenario(
        days: 4, [ToyDesk.poisson(perSecond: 0.004, mix: mix)], types: types, limit: 3,
        patience: .exponential(mean: 7200), routing: RoutingRules(shiftEnd: rule))
      let (record, diary) = try watch(
        desk,
        [
          ToyDesk.line(2, hours: ToyDesk.hours(9, 15)),
          ToyDesk.line(1, hours: ToyDesk.hours(13, 21)),
        ])
      let written = Set(
        diary.moments.compactMap { if case .carriedOver = $0.kind { $0.contact } else { nil } })
      func have(_ wanted: (ChatMoment.Kind) -> Bool) -> Set<UInt64> {
        Set(diary.moments.filter { wanted($0.kind) }.map(\.contact)).intersection(written)
      }
      let opened = have { if case .arrived = $0 { true } else { false } }
      let taken = have { if case .assigned = $0 { true } else { false } }
      let left = have { if case .abandoned = $0 { true } else { false } }
      let counts = nights(record)
      #expect(counts.arrived == opened.count)
      #expect(counts.answered == taken.count && taken.count > 10)
      #expect(counts.abandoned == left.count && left.count > 10)
      #expect(counts.unserved == opened.subtracting(taken).subtracting(left).count)
      #expect(taken.isDisjoint(with: left))
      // The last night's have no opening to wait for.
      let evening = 3 * 48 + 42
      let last = record.total(intervals: evening..<4 * 48).count(.count(.carriedOver))
      #expect(written.count == opened.count + last)
    }
  }

  @Test func `with people enough live customers are served as if there were no messages`() throws {
    let type = ToyDesk.chat(.exponential(mean: 300), patience: .exponential(mean: 200))
    let with = scenario(days: 3, [ToyDesk.poisson(perSecond: 0.01)], types: [type], limit: 2)
    var without = with
    without.overnight = nil
    without.closedHours = .lost
    let lines = [ToyDesk.line(400)]
    let (left, right) = (
      try watch(with, lines).record.total(), try watch(without, lines).record.total()
    )
    #expect(left.arrived == right.arrived && left.arrived > 1000)
    #expect(left.count(.answeredWithin) == right.count(.answeredWithin))
    #expect(left.answered == left.arrived)
    #expect(left.answeredWait == right.answeredWait)
  }

  @Test func `who has several slots keeps one for live customers`() throws {
    let desk = scenario([ToyDesk.recorded([100, 200, 300, nine + 10])], limit: 3)
    let (record, diary) = try watch(desk, [ToyDesk.line(1)])
    // Two messages at opening, the live customer ten seconds later, the third message when one ends.
    #expect(close(diary.assignments, [nine, nine, nine + 10, nine + 600]))
    #expect(record.total().answeredWait == 0)
    #expect(nights(record).answered == 3)
  }

  @Test func `live customers go before messages that have waited longer`() throws {
    let desk = scenario([ToyDesk.recorded([100, 200, nine + 10])])
    let (record, diary) = try watch(desk, [ToyDesk.line(1)])
    #expect(close(diary.assignments, [nine, nine + 600, nine + 1200]))
    #expect(abs(record.total().answeredWait - 590) < 1e-6)
    #expect(abs(nights(record).answeredWait - 1200) < 1e-6)
  }

  @Test func `messages are answered in order of writing, and after patience not at all`() throws {
    let types = ["first", "second"].map { ToyDesk.chat(.deterministic(1000), name: $0) }
    let log = ToyDesk.recorded(
      [50, 100, 150, 160], types: types.map(\.name), indices: [1, 0, 1, 0])
    let desk = scenario([log], types: types, patience: .deterministic(2500))
    let (record, diary) = try watch(desk, [ToyDesk.line(1)])
    let order = diary.moments.compactMap { if case .assigned = $0.kind { $0.type } else { nil } }
    #expect(order == [1, 0, 1])
    #expect(nights(record).abandoned == 1)
    #expect(abs(nights(record).abandonedWait - 2500) < 1e-6)
    #expect(nights(record).arrived == 4)
  }

  @Test func `a shift that begins later helps with what is left of the night`() throws {
    let desk = scenario([ToyDesk.recorded([1, 2, 3, 4, 5, 6].map { $0 * 100 })])
    let (_, diary) = try watch(
      desk, [ToyDesk.line(1), ToyDesk.line(1, hours: ToyDesk.hours(10, 21))])
    let ten = nine + 3600
    #expect(close(diary.assignments.filter { $0 < ten }, (0..<6).map { nine + Double($0) * 600 }))
    let slow = scenario(
      [ToyDesk.recorded([1, 2, 3, 4].map { $0 * 100 })],
      types: [ToyDesk.chat(.deterministic(3000))])
    let late = try watch(slow, [ToyDesk.line(1), ToyDesk.line(1, hours: ToyDesk.hours(10, 21))])
    #expect(close(late.diary.assignments, [nine, nine + 3000, ten, nine + 6000]))
  }
}
