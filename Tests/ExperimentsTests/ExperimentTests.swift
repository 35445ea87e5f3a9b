// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Measures
import Money
import Plans
import Pricing
import Scenarios
import SimulationEngine
import TestSupport
import Testing

struct ExperimentTests {
  /// 10:00 answered at once, 10:02 leaves at 10:07, 10:08 waits two minutes, 12:00 at once.
  private let hours = [10, 10 + 2.0 / 60, 10 + 8.0 / 60, 12]

  private func summaries(
    _ scenario: PlannedScenario, count: Int = 1, threads: Int = 1
  ) async throws -> [ReplicationSummary] {
    let experiment = try Experiment(
      scenario: scenario.scenario, staffing: scenario.plans[0].staffing)
    var all: [ReplicationSummary] = []
    try await experiment.run(0..<count, threads: threads) { all.append($0) }
    return all
  }

  @Test func `a recorded morning gives every sum by hand`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.recorded(hours), plans: [ToyShop.seatPlan(agents: 1)], conversion: 1)
    let year = try #require(try await summaries(scenario).first).year
    #expect(year[.arrivals] == 4)
    #expect(year[.answered] == 3)
    #expect(year[.abandoned] == 1)
    #expect(year.parts(of: .meanWait) == (300 + 120, 4))
    #expect(year[.meanWaitOfAnswered] == 40)
    #expect(year[.meanWaitOfAbandoned] == 300)
    #expect(year[.meanWait] == 105 && year[.meanFirstReply] == 40)
    #expect(year[.serviceLevel] == 0.5 && year[.abandonment] == 0.25)
    #expect(year[.threeMinuteReplies] == 0.75)
    #expect(year.parts(of: .serviceLevel).top == 2)
    #expect(year.parts(of: .threeMinuteReplies).top == 3)
    #expect(year[.orders] == 3)
    #expect(year[.sales] == 300)
    #expect(year[.salesLost] == 100)
  }

  @Test func `sales lost are abandoned times conversion times order value`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 80), plans: [ToyShop.seatPlan(agents: 1)])
    for summary in try await summaries(scenario, count: 5) {
      #expect(summary.year[.abandoned] > 0)
      #expect(abs(summary.year[.salesLost] - summary.year[.abandoned] * 0.5 * 100) < 1e-6)
    }
  }

  @Test func `two threads hand on the same replications in the same order`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 60), plans: [ToyShop.seatPlan(agents: 1)])
    let one = try await summaries(scenario, count: 9)
    let two = try await summaries(scenario, count: 9, threads: 2)
    #expect(one.map(\.record) == two.map(\.record))
    #expect(one[0].record != one[1].record)
  }

  @Test func `days, months and types add up to the year`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.random(dailyMean: 30), plans: [ToyShop.seatPlan(agents: 1)],
      horizon: ToyShop.span("2026-01-20", "2026-02-10"))
    let summary = try #require(try await summaries(scenario).first)
    let layout = scenario.countLayout
    #expect(summary.months.count == 2)
    #expect(summary.days.count == 22)
    #expect(summary.days.sum(layout: layout)[.arrivals] == summary.year[.arrivals])
    #expect(summary.months.sum(layout: layout)[.answered] == summary.year[.answered])
  }

  @Test func `usage counts what pricing may see, in whole numbers`() async throws {
    var scenario = ToyShop.scenario(
      demand: ToyShop.recorded(hours), plans: [ToyShop.seatPlan(agents: 1)], conversion: 1)
    scenario.refundShare = 0.25
    scenario.silentOrders = SilentOrders(perDay: 2, orderValue: .yuan(50))
    let experiment = try Experiment(
      scenario: scenario.scenario, staffing: scenario.plans[0].staffing)
    var months: [MonthlyUsage] = []
    try await experiment.run(0..<1, threads: 1) { summary in
      months = experiment.usageBuilder.usage(of: summary, byHour: true)
        .months(for: scenario.plans[0].contract)
    }
    let schema = experiment.usageBuilder.schema
    let month = try #require(months.first)
    let column = { (column: Int) in month.counts[column * schema.typeCount] }
    #expect(schema.column(of: .everyArrival).map(column) == 4)
    #expect(schema.column(of: .answeredByPerson).map(column) == 3)
    #expect(schema.column(of: .answered(within: 60)).map(column) == 2)
    #expect(column(schema.ordersColumn) == 3)
    #expect(column(schema.salesColumn) == 30_000)
    #expect(column(schema.refundsColumn) == 7500)
    // A history's ordinary day is its mean day, so the week has 14 silent orders.
    #expect(month.shop.silentSales == .yuan(700))
    #expect(month.shop.sales == .yuan(1000))
    #expect(month.shop.refunds == .yuan(250))
    #expect(month.results[0] == Fraction(2, over: 4))
    #expect(month.results[3] == Fraction(420, over: 4))
  }

  @Test func `a replication's sums are those of the morning`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.recorded(hours), plans: [ToyShop.seatPlan(agents: 1)], conversion: 1)
    let totals = try #require(try await summaries(scenario).first).totals
    #expect(totals.counts.arrived == 4 && totals.chats == 4)
    #expect(totals.waited == 2 && totals.counts.abandoned == 1)
    #expect(totals.counts.totalWait == 420)
    #expect(totals.replies == 3 && totals.replySeconds == 120)
    #expect(totals.counts.firstReplyTime == 120)
    #expect(totals.counts.parts(of: .meanWait) == (420, 4))
    #expect(totals.counts.parts(of: .serviceLevel) == (2, 4))
    #expect(totals.counts.parts(of: .abandonment) == (1, 4))
  }

  @Test func `the blocked are arrivals who waited no time`() async throws {
    // Served 0–100; one waits 99; two are turned away.
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(100))], groups: [ToyDesk.group()],
      demand: [ToyDesk.recorded([0, 1, 2, 3])], routing: RoutingRules(waitingRoom: 1))
    let experiment = try Experiment(
      scenario: scenario, staffing: StaffingPlan(lines: [ToyDesk.line(1)]))
    var times = WaitTimes(layout: scenario.countLayout, isMessages: false)
    try await experiment.run(0..<1, threads: 1) { times.add($0, type: 0) }
    #expect(times.count(.all) == 4 && times.count(.answered) == 2)
    #expect(times.mean(.all) == 99.0 / 4)
    #expect(times.quantile(.all, 0.75) == 0)
    #expect(abs(try #require(times.quantile(.all, 0.8)) / 99 - 1) < 0.008)
  }

  @Test func `busy agents, slots in use and work done are three occupancies`() async throws {
    // 600 s of work each at 0 and 300, speeds 1 and .6: chats 0–800 and 300–1100.
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.deterministic(600))],
      groups: [
        ToyDesk.group(limit: 2, curve: .speeds([1, 0.6])), ToyDesk.group("idle", limit: 3),
      ],
      demand: [ToyDesk.recorded([0, 300])],
      routing: RoutingRules(agentSelection: .mostLoadedBelow(level: 2)))
    let staffing = StaffingPlan(
      lines: [ToyDesk.line(1), ToyDesk.line(1, group: "idle", hours: ToyDesk.hours(12, 24))])
    let experiment = try Experiment(scenario: scenario, staffing: staffing)
    var collector = PerformanceCollector(scenario: scenario, timeline: experiment.timeline)
    try await experiment.run(0..<2, threads: 1) { collector.add($0) }
    let report = collector.report()
    let own = report.groups[0].occupancy
    #expect(abs(own.engaged - 1100.0 / 86_400) < 1e-12)
    #expect(abs(own.slots - 1600.0 / (2 * 86_400)) < 1e-12)
    #expect(abs(own.work - 1200.0 / 86_400) < 1e-12)
    #expect(report.groups[0].answered == 2 && report.groups[0].hoursOnDuty == 24)
    // Of both groups: half a day of three more slots.
    #expect(abs(report.occupancy.engaged - 1100.0 / 129_600) < 1e-12)
    #expect(abs(report.occupancy.slots - 1600.0 / (2 * 86_400 + 3 * 43_200)) < 1e-12)
    #expect(abs(report.occupancy.work - 1200.0 / 129_600) < 1e-12)
    #expect(report.agents[0].busy == 1100 && report.agents[0].work == 1200)
  }

  @Test func `waits of all, of the served and of those who left come apart`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.recorded(hours), plans: [ToyShop.seatPlan(agents: 1)], conversion: 1)
    let summary = try #require(try await summaries(scenario).first)
    let none = WaitTimes(layout: scenario.countLayout, isMessages: false)
    var times = none
    times.add(summary, type: 0)
    times.add(summary, type: 0)
    #expect(WaitTimes.Measure.allCases.map(times.count) == [8, 6, 2, 6, 0])
    #expect(times.mean(.all) == 105 && times.mean(.answered) == 40 && times.mean(.abandoned) == 300)
    #expect(times.quantile(.all, 0.5) == 0)
    let left = try #require(times.quantile(.all, 0.99))
    #expect(abs(left / 300 - 1) < 0.008)
    #expect(times.quantile(.answered, 0.5) == 0)
    #expect(abs(try #require(times.quantile(.answered, 0.9)) / 120 - 1) < 0.008)
    #expect(times.quantile(.reply, 0.5) == nil && times.mean(.reply).isNaN)
    #expect(WaitTimes([times, none], layout: scenario.countLayout) == times)
  }

  @Test func `of types of both fidelities together only messages count as replies`() async throws {
    let scenario = ToyShop.scenario(
      demand: ToyShop.recorded(hours), plans: [ToyShop.seatPlan(agents: 1)], conversion: 1)
    var typed = scenario
    typed.inquiryTypes[0].service = .messages(
      MessageExchange(
        agentMessages: .fixed(2), composing: .deterministic(20), thinking: .deterministic(40)))
    let layout = scenario.countLayout
    var talks = WaitTimes(layout: layout, isMessages: false)
    var messages = WaitTimes(layout: layout, isMessages: true)
    talks.add(try #require(try await summaries(scenario).first), type: 0)
    messages.add(try #require(try await summaries(typed).first), type: 0)
    let both = WaitTimes([talks, messages], layout: layout)
    #expect(both.count(.reply) == messages.count(.reply) && both.count(.reply) == 8)
    #expect(talks.count(.firstReply) == 3 && messages.count(.firstReply) == 4)
    #expect(both.count(.firstReply) == 7)
    let first = try #require(messages.quantile(.firstReply, 0.5))
    #expect(first >= 20 * 0.99 && first < 40)
    let fastest = try #require(both.quantile(.firstReply, 0.1))
    #expect(fastest == talks.quantile(.firstReply, 0.1))
    #expect(both.quantile(.reply, 0.5) == messages.quantile(.reply, 0.5))
  }

  @Test func `the mean wait leaves out who still waits when nobody will come any more`()
    async throws
  {
    // One agent from ten for an hour; the second customer comes after it and stays for ever.
    var scenario = ToyShop.scenario(
      demand: ToyShop.recorded([10, 12]), plans: [ToyShop.seatPlan(agents: 1)],
      horizon: ToyShop.span("2026-01-05", "2026-01-05"))
    scenario.inquiryTypes[0].patience = .never
    scenario.plans[0].staffing.lines[0].shift = ShiftPattern(
      name: "hour", hours: ToyShop.clock(10, 11))
    let summary = try #require(try await summaries(scenario).first)
    #expect(summary.year[.arrivals] == 2 && summary.year.parts(of: .meanWait).bottom == 1)
    #expect(summary.year[.meanWait] == 0)
    #expect(summary.totals.counts.unserved == 1)
    var times = WaitTimes(layout: scenario.countLayout, isMessages: false)
    times.add(summary, type: 0)
    #expect(times.count(.all) == 1 && times.mean(.all) == 0)
  }
}
