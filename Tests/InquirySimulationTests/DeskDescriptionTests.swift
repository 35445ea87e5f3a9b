// SPDX-License-Identifier: GPL-3.0-or-later

import InquirySimulation
import Testing

/// Notes every moment.
private struct Diary: SimulationObserver {
  var moments: [ChatMoment] = []
  mutating func note(_ moment: ChatMoment) { moments.append(moment) }
}

struct DeskDescriptionTests {
  /// One agent for ten hours; everybody is served for exactly five minutes and waits for ever.
  private func shop(days: Int = 1, perDay: Double = 60) -> DeskDescription {
    DeskDescription(
      days: days, openHours: 8..<18, seed: 11,
      customers: [
        CustomerType(
          "question", perDay: perDay, service: .conversation(handling: .deterministic(300)))
      ],
      groups: [AgentGroup(name: "team", skills: [Skill(inquiryType: "question")])],
      shifts: [ShiftPlan(group: "team", agents: 1, hours: 8..<18)])
  }

  @Test func `a desk in code takes customers in its open hours and answers them`() throws {
    let outcome = try Desk(shop(days: 50)).simulate()
    // Who waits as the last shift ends is not answered any more.
    #expect((0..<10).contains(outcome.total.arrived - outcome.total.answered))
    // Poisson of 3,000: four standard deviations.
    #expect(abs(outcome.total.arrived - 3000) < 4 * 55)
    #expect(outcome.chatsOfAgents.reduce(0, +) == outcome.total.answered)
  }

  @Test func `a desk that no machine could hold is refused before it is built`() throws {
    #expect(throws: DeskError.tooManyCustomers(expected: 3660e9, most: 500e6)) {
      try Desk(shop(days: 3660, perDay: 1e9))
    }
    var crowded = shop(days: 3660)
    crowded.shifts = [ShiftPlan(group: "team", agents: 1_000_000, hours: 8..<18)]
    let refusal = #expect(throws: DeskError.self) { try Desk(crowded) }
    guard case .tooMuchMemory(let bytes, let limit) = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(bytes > limit && limit == Desk.memoryLimit)
    #expect(throws: DeskError.self) { try Desk(shop(), memoryLimit: 1e6) }
  }

  @Test func `the same description and number give the same outcome`() throws {
    let desk = try Desk(shop())
    #expect(desk.simulate(replication: 3) == desk.simulate(replication: 3))
    #expect(desk.simulate(replication: 3) != desk.simulate(replication: 4))
  }

  @Test func `intervals add up to the horizon`() throws {
    let outcome = try Desk(shop(days: 2)).simulate()
    let intervals = outcome.intervals
    #expect(intervals.count == 96 && intervals[1].start == 1800 && intervals[1].length == 1800)
    #expect(intervals.reduce(0) { $0 + $1.total.arrived } == outcome.total.arrived)
    #expect(intervals.reduce(0) { $0 + $1.types[0].answered } == outcome.total.answered)
    #expect(intervals[15].total.arrived == 0 && intervals[15].groups[0].onDuty == 0)
    #expect(intervals[16].groups[0].onDuty == 1 && intervals[35].groups[0].onDuty == 1)
    #expect(intervals[36].groups[0].onDuty == 0)
    let busySeconds = intervals.reduce(0.0) { $0 + $1.groups[0].busy * $1.length.value }
    // The last chat of a day may end after the last interval of the horizon.
    #expect(abs(busySeconds - 300 * Double(outcome.total.answered)) <= 300)
  }

  @Test func `quantiles rise with their probability and are those of the waits`() throws {
    let outcome = try Desk(shop(days: 20, perDay: 110)).simulate()
    let waits = try [0, 0.5, 0.9, 1].map {
      try #require(outcome.quantile($0, of: .answered))
    }
    #expect(waits == waits.sorted() && waits[0] == 0 && waits[3] > 300)
    #expect(outcome.count(of: .answered) == outcome.total.answered)
    #expect(outcome.quantile(0.5, of: .abandoned) == nil && outcome.count(of: .abandoned) == 0)
    #expect(outcome.quantile(1.5, of: .answered) == nil)
    // Conversations are replied to as soon as they are taken.
    #expect(outcome.quantile(0.9, of: .reply, type: 0) == outcome.quantile(0.9, of: .answered))
  }

  @Test func `an observer sees every contact begin and end and changes nothing`() throws {
    let desk = try Desk(shop())
    var diary = Diary()
    let watched = desk.simulate(observer: &diary)
    #expect(watched == desk.simulate())
    func count(_ matches: (ChatMoment.Kind) -> Bool) -> Int {
      diary.moments.count { matches($0.kind) }
    }
    #expect(count { $0 == .arrived } == watched.total.arrived)
    #expect(count { if case .assigned = $0 { true } else { false } } == watched.total.answered)
    #expect(count { if case .closed = $0 { true } else { false } } == watched.total.answered)
  }

  @Test func `a night shift past midnight and a break are the clock's`() throws {
    var night = shop()
    night.openHours = 0..<24
    night.shifts = [
      ShiftPlan(group: "team", agents: 2, hours: 22..<30, breaks: [25..<25.5]),
      ShiftPlan(group: "team", agents: 1, hours: 6..<22),
    ]
    night.days = 2
    let intervals = try Desk(night).simulate().intervals
    #expect(intervals[44].groups[0].onDuty == 2 && intervals[43].groups[0].onDuty == 1)
    #expect(intervals[48 + 2].groups[0].onDuty == 0 && intervals[48 + 3].groups[0].onDuty == 2)
  }

  @Test func `numbers outside their range are named`() throws {
    var shop = shop()
    shop.days = 0
    #expect(throws: DeskError.outOfRange(place: "days", found: 0, allowed: 1...3660)) {
      try Desk(shop)
    }
    shop.days = 1
    shop.shifts[0].hours = 8..<40
    #expect(throws: DeskError.outOfRange(place: "shifts[0].hours", found: 32, allowed: 0...24)) {
      try Desk(shop)
    }
    shop.shifts[0].hours = 8..<18
    shop.customers[0].profile = [1, 2]
    #expect(throws: DeskError.profile(customers: "question")) { try Desk(shop) }
    shop.customers[0].profile = nil
    shop.groups[0].skills = []
    #expect(throws: DeskError.refused(reason: #"noAgent(inquiryType: "question")"#)) {
      try Desk(shop)
    }
  }
}
