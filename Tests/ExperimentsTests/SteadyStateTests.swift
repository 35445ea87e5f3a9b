// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Inference
import Measures
import Scenarios
import TestSupport
import Testing

/// A half hour that goes on for ever: refused where it cannot, and right where a formula knows.
@Suite struct SteadyStateTests {
  /// 20 agents, one chat each, 90 % busy in the second hour of the day and idle in the others.
  private func scenario(
    agents: Int = 20, perHour: Double = 2160, patience: Distribution = .never
  ) -> (Scenario, StaffingPlan) {
    var profile = [Double](repeating: 0, count: 24)
    profile[1] = 1
    let demand = DemandStream(
      name: "shop",
      source: .seasonal(SeasonalDemand(dailyMean: perHour, profile: profile)),
      mix: [TypeShare(inquiryType: "chat", share: 1)])
    let scenario = ToyDesk.scenario(
      types: [ToyDesk.chat(.exponential(mean: 30), patience: patience)],
      groups: [ToyDesk.group()], demand: [demand], acceptableWait: 0)
    return (scenario, StaffingPlan(lines: [ToyDesk.line(agents)]))
  }

  /// Erlang's C and the mean wait of a M/M/c desk, written for this test.
  private func erlang(agents: Int, load: Double, service: Double) -> (delayed: Double, wait: Double)
  {
    var blocking = 1.0
    for n in 1...agents { blocking = load * blocking / (Double(n) + load * blocking) }
    let delayed = blocking / (1 - load / Double(agents) * (1 - blocking))
    return (delayed, delayed * service / (Double(agents) - load))
  }

  @Test func `the busiest half hour is found and its wait is Erlang's to the asked precision`()
    throws
  {
    let (scenario, staffing) = scenario()
    let desk = try SteadyDesk(scenario: scenario, staffing: staffing)
    #expect([2, 3].contains(desk.moment.interval))
    #expect(abs(desk.moment.arrivalRate - 0.6) < 1e-9)
    #expect(desk.moment.agents == [20])
    var study = SteadyStudy()
    study.precision = 0.02
    let result = try study.run(desk)
    let exact = erlang(agents: 20, load: 18, service: 30)
    let wait = try #require(result.estimates.first { $0.measure == "mean_wait" }).plain
    #expect(wait.relativeHalfWidth <= 0.02)
    #expect(abs(wait.mean - exact.wait) < 2 * wait.halfWidth)
    #expect(result.looksIndependent)
    let level = try #require(result.estimates.first { $0.measure == "service_level" }).plain
    #expect(abs(level.mean - (1 - exact.delayed)) < 2 * level.halfWidth)
    let busy = try #require(result.estimates.first { $0.measure == "occupancy_engaged" }).plain
    #expect(abs(busy.mean - 0.9) < 2 * busy.halfWidth)
    #expect(result.warmUpHours < 48)
    // The last four hours are left out; the rest is warm-up and batches.
    let hours = result.warmUpHours + Double(result.batches) * result.batchHours
    #expect(hours == Double(result.days) * 24 - 4)
  }

  @Test func `the known number of customers makes a known gain`() throws {
    let (scenario, staffing) = scenario()
    let desk = try SteadyDesk(scenario: scenario, staffing: staffing)
    var study = SteadyStudy()
    study.days = 300
    study.batches = 150
    study.usesControls = true
    let result = try study.run(desk)
    let busy = try #require(result.estimates.first { $0.measure == "occupancy_engaged" })
    let controlled = try #require(busy.controlled)
    #expect(controlled.gain > 1.3, "busy time follows the arrivals: \(controlled.gain)")
    #expect(abs(controlled.interval.mean - 0.9) < 2 * controlled.interval.halfWidth)
    #expect(controlled.interval.halfWidth < busy.plain.halfWidth)
  }

  @Test func `a desk that cannot do the work of those who stay is refused with its numbers`() {
    let (scenario, staffing) = scenario(agents: 18)
    #expect {
      _ = try SteadyDesk(scenario: scenario, staffing: staffing)
    } throws: { error in
      guard case SteadyStateError.unstable(let types, let needed, let agents) = error else {
        return false
      }
      return types == ["chat"] && abs(needed - 18) < 1e-9 && agents == 18
    }
  }

  @Test func `who leaves, or is turned away, keeps any desk stable`() throws {
    let (patient, staffing) = scenario(agents: 5, patience: .exponential(mean: 60))
    #expect(try SteadyStudy().run(SteadyDesk(scenario: patient, staffing: staffing)).days > 0)
    var (room, lines) = scenario(agents: 5)
    room.routing.waitingRoom = 3
    lines.lines = [ToyDesk.line(5)]
    #expect(try SteadyStudy().run(SteadyDesk(scenario: room, staffing: lines)).days > 0)
  }

  @Test func `the types that only one group serves must fit into that group`() {
    var (scenario, _) = scenario()
    var other = ToyDesk.chat(.exponential(mean: 30), name: "other")
    other.patience = .never
    scenario.inquiryTypes.append(other)
    scenario.agentGroups = [
      ToyDesk.group("both", types: ["chat", "other"]), ToyDesk.group("one", types: ["chat"]),
    ]
    scenario.demand[0].mix = [
      TypeShare(inquiryType: "chat", share: 0.4), TypeShare(inquiryType: "other", share: 0.6),
    ]
    // 10.8 agents' work of "other" and ten who may do it, among thirty in all.
    let staffing = StaffingPlan(
      lines: [ToyDesk.line(10, group: "both"), ToyDesk.line(20, group: "one")])
    #expect {
      _ = try SteadyDesk(scenario: scenario, staffing: staffing)
    } throws: { error in
      guard case SteadyStateError.unstable(let types, let needed, let agents) = error else {
        return false
      }
      return types == ["other"] && abs(needed - 10.8) < 1e-9 && agents == 10
    }
  }

  /// Agents that a stable desk needs more than, of customers who stay.
  private func needed(_ type: InquiryType, limit: Int, curve: ConcurrencyCurve) -> Double? {
    var (scenario, _) = scenario(perHour: 360)
    scenario.inquiryTypes = [type]
    scenario.agentGroups = [ToyDesk.group(limit: limit, curve: curve)]
    scenario.agentGroups[0].speed = 2
    do {
      _ = try SteadyDesk(
        scenario: scenario, staffing: StaffingPlan(lines: [ToyDesk.line(1)]))
      return nil
    } catch SteadyStateError.unstable(_, let needed, _) {
      return needed
    } catch {
      return nil
    }
  }

  @Test func `what a chat takes of an agent is the best of the loads, or writing and slots`() throws
  {
    // A tenth of a chat a second, agents of speed two.
    let talk = ToyDesk.chat(.exponential(mean: 300))
    let plain = try #require(needed(talk, limit: 3, curve: .independentOfLoad))
    #expect(abs(plain - 0.1 * 300 / 3 / 2) < 1e-9)
    // 1, 1.4 and 1.5 chats' work a second with one, two and three chats.
    let slowed = try #require(needed(talk, limit: 3, curve: .speeds([1, 0.7, 0.5])))
    #expect(abs(slowed - 0.1 * 300 / 1.5 / 2) < 1e-9)
    let messages = InquiryType(
      name: "chat",
      service: .messages(
        MessageExchange(
          agentMessages: .geometric(mean: 8), composing: .exponential(mean: 20),
          thinking: .exponential(mean: 40), closing: .deterministic(10))),
      wrapUp: .deterministic(6))
    // Writing 8 · 20 / 2; open 80 + 7 · 40 + 16.
    let few = try #require(needed(messages, limit: 1, curve: .independentOfLoad))
    #expect(abs(few - 0.1 * 376) < 1e-9)
    let many = try #require(needed(messages, limit: 8, curve: .independentOfLoad))
    #expect(abs(many - 0.1 * 80) < 1e-9)
  }

  @Test func `closed hours and hours without customers have no steady state`() {
    var (scenario, staffing) = scenario()
    #expect(throws: SteadyStateError.nobodyComes) {
      _ = try SteadyDesk(scenario: scenario, staffing: staffing, interval: 30)
    }
    scenario.serviceWindow = .daily(ToyDesk.hours(9, 17))
    staffing.lines = [ToyDesk.line(20)]
    #expect(throws: SteadyStateError.closed) {
      _ = try SteadyDesk(scenario: scenario, staffing: staffing, interval: 2)
    }
  }

  @Test func `mirrored days and the number of customers make yearly figures sharper`() async throws
  {
    // Days that differ much: their factor moves the number of customers and with it the waits.
    var demand = SeasonalDemand(dailyMean: 700)
    demand.busyness = BusynessFactor(shape: 8)
    var scenario = ToyDesk.scenario(
      days: 20,
      types: [ToyDesk.chat(.exponential(mean: 300), patience: .exponential(mean: 200))],
      groups: [ToyDesk.group()],
      demand: [
        DemandStream(
          name: "shop", source: .seasonal(demand),
          mix: [TypeShare(inquiryType: "chat", share: 1)])
      ])
    scenario.experiment.antithetic = true
    let experiment = try Experiment(
      scenario: scenario, staffing: StaffingPlan(lines: [ToyDesk.line(3)]))
    var totals: [ReplicationTotals] = []
    try await experiment.run(0..<80, threads: 2) { totals.append($0.totals) }
    let mirrored = try #require(
      ReplicationEstimate(.abandonment, totals, expectedChats: nil, isMirrored: true))
    let both = try #require(
      ReplicationEstimate(.abandonment, totals, expectedChats: 14_000, isMirrored: true))
    let controlled = try #require(
      ReplicationEstimate(.abandonment, totals, expectedChats: 14_000, isMirrored: false))
    #expect(try #require(mirrored.gain) > 1.5)
    #expect(try #require(controlled.gain) > 3)
    #expect(try #require(both.gain) > 3)
    // What the pairs gain and what the control gains beyond them.
    let values = Measure.abandonment.linearized(totals.map(\.counts))
    func pairs(_ row: [Double]) -> [Double] {
      stride(from: 0, to: row.count, by: 2).map { (row[$0] + row[$0 + 1]) / 2 }
    }
    let beyond = try ControlVariates(
      pairs(values), controls: [pairs(totals.map { Double($0.chats) })], expectations: [14_000])
    let product = try #require(mirrored.gain) * beyond.gain
    #expect(abs(try #require(both.gain) / product - 1) < 1e-9)
    #expect(both.reduced == beyond.interval)
    // Other truths would do: the methods must agree with each other.
    let (left, right) = (try #require(mirrored.reduced), try #require(controlled.reduced))
    #expect(abs(left.mean - right.mean) < left.halfWidth + right.halfWidth)
    let plain = try #require(
      ReplicationEstimate(.abandonment, totals, expectedChats: nil, isMirrored: false))
    #expect(plain.reduced == nil && plain.gain == nil)
  }
}
