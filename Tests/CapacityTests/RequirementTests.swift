// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Experiments
import Inference
import Measures
import QueueingTheory
import Scenarios
import TestSupport
import Testing

struct RequirementTests {
  private func require(
    _ scenario: Scenario, hold: TargetHold = .interval, replications: Int = 30
  ) async throws -> Requirement {
    var search = try RequirementSearch(
      RequirementQuestion(
        scenario: scenario, groups: scenario.agentGroups.map(\.name), days: scenario.horizon,
        hold: hold, replications: replications, threads: 2))
    return try await search.run()
  }

  /// People that were found in the open intervals after the first hour, in which the desk fills.
  private func steady(_ requirement: Requirement) -> [Int] {
    let counts = requirement.found.profile.counts[0]
    return requirement.isOpen.indices.filter { requirement.isOpen[$0] }.dropFirst(2).map {
      counts[$0]
    }
  }

  /// The least that the formula needs is taken by how it does and how one agent fewer does: where both
  /// are clear of the bound, a simulation must find the same.
  @Test(arguments: [
    (80.0, 180.0, 60.0, 0.8), (120, 300, 30, 0.9), (200, 240, 20, 0.85), (90, 420, 60, 0.75),
    (300, 120, 15, 0.8),
  ])
  func `a steady desk needs what Erlang A says`(
    perHour: Double, handling: Double, limit: Double, share: Double
  ) async throws {
    let scenario = DeskScenario.make(
      perHour: Array(repeating: perHour, count: 6), handling: handling, patience: 180,
      targets: [DeskScenario.answered(within: limit, atLeast: share)])
    let theory = try Staffing.agents(
      arrivalRate: perHour / 3600, meanHandlingTime: handling, patience: .exponential(mean: 180),
      targets: [.answeredWithin(limit: limit, share: share)])
    let found = steady(try await require(scenario))
    let mean = Double(found.reduce(0, +)) / Double(found.count)
    #expect(abs(mean - Double(theory)) <= 0.75, "\(found) beside \(theory)")
    #expect(found.allSatisfy { abs($0 - theory) <= 1 }, "\(found) beside \(theory)")
  }

  @Test(arguments: [(40.0, 480.0, 3), (90, 600, 4), (60, 300, 2)])
  func `agents with several chats at full speed are as many servers`(
    perHour: Double, handling: Double, chats: Int
  ) async throws {
    let scenario = DeskScenario.make(
      perHour: Array(repeating: perHour, count: 6), handling: handling, patience: 240, chats: chats,
      targets: [DeskScenario.answered(within: 30, atLeast: 0.8)])
    let servers = try Staffing.agents(
      arrivalRate: perHour / 3600, meanHandlingTime: handling, patience: .exponential(mean: 240),
      targets: [.answeredWithin(limit: 30, share: 0.8)])
    let theory = (servers + chats - 1) / chats
    let found = steady(try await require(scenario))
    #expect(found.allSatisfy { abs($0 - theory) <= 1 }, "\(found) beside \(theory)")
    let mean = Double(found.reduce(0, +)) / Double(found.count)
    #expect(abs(mean - Double(theory)) <= 0.75, "\(found) beside \(theory)")
  }

  /// A quarter of an hour at four times the rate: its half hour on average, which is all that a formula
  /// sees, is far from it.
  @Test func `after a burst no stretch misses by more than its tolerance, as Erlang does`()
    async throws
  {
    var scenario = DeskScenario.make(
      perHour: Array(repeating: 60, count: 6), handling: 300, patience: nil,
      targets: [DeskScenario.answered(within: 30, atLeast: 0.8)])
    guard case .seasonal(var demand) = scenario.demand[0].source else { return }
    demand.profile = (0..<96).map { $0 / 4 < 10 || $0 / 4 >= 16 ? 0 : $0 == 48 ? 4 : 1 }
    demand.dailyMean = 15 * Double(24 + 3)
    scenario.demand[0].source = .seasonal(demand)
    let requirement = try await require(scenario)
    for check in requirement.found.checks {
      let value = try #require(check.result.value)
      #expect(value.mean >= 0.8 - value.halfWidth / 2, "\(check.block)")
    }
    let erlang = try #require(requirement.candidates.first { $0.method == .erlangA })
    #expect(erlang.stretches.contains(.missed))
  }

  @Test
  func `a day that may make up for its worst hour needs fewer people than every stretch alone`()
    async throws
  {
    let scenario = DeskScenario.make(
      perHour: [30, 60, 120, 80, 40, 30], handling: 400, patience: 300,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)])
    let day = try await require(scenario, hold: .day)
    let interval = try await require(scenario, hold: .interval)
    #expect(day.found.profile.hours <= interval.found.profile.hours)
    #expect(day.found.answer != .missed && interval.found.answer != .missed)
    let formula = try #require(day.candidates.first { $0.method == .modifiedOfferedLoad })
    #expect(day.found.profile.hours < formula.profile.hours)
  }

  @Test func `more confidence asks for more people, and keeps more days`() async throws {
    var scenario = DeskScenario.make(
      perHour: [30, 60, 90, 80, 40, 30], handling: 400, patience: 300,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)])
    let mean = try await require(scenario, hold: .day)
    scenario.serviceTargets[0].confidence = .horizons(0.9)
    let sure = try await require(scenario, hold: .day)
    #expect(sure.found.profile.hours > mean.found.profile.hours)
    let kept = try #require(sure.found.checks[0].result.horizons?.probability)
    let keptInMean = try #require(mean.found.checks[0].result.horizons?.probability)
    #expect(kept.mean > keptInMean.mean)
    #expect(kept.mean >= 0.9 - kept.halfWidth / 2)
  }

  /// Refunds are few, and only their own people answer them: help for the many would not help them.
  @Test(arguments: [1, 2, 3])
  func `people are added where a target's customers are answered`(seed: UInt64) async throws {
    var scenario = DeskScenario.make(
      perHour: [60, 60, 60, 60, 60, 60], handling: 300, patience: 240,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)])
    scenario.seed = seed
    scenario.inquiryTypes.append(
      InquiryType(
        name: "refund", service: .conversation(handling: .exponential(mean: 600)),
        patience: .exponential(mean: 240)))
    scenario.demand[0].mix = [
      TypeShare(inquiryType: "all", share: 0.85), TypeShare(inquiryType: "refund", share: 0.15),
    ]
    scenario.agentGroups.append(
      AgentGroup(name: "refunds", skills: [Skill(inquiryType: "refund")]))
    scenario.serviceTargets[0].confidence = .horizons(0.9)
    scenario.serviceTargets.append(
      ServiceTarget(
        measure: .abandonment, bound: 0.15, inquiryTypes: ["refund"], confidence: .horizons(0.9)))
    let requirement = try await require(scenario, replications: 10)
    let formula = try #require(
      requirement.candidates.first { $0.method == .modifiedOfferedLoad })
    for group in 0..<2 {
      let most = formula.profile.counts[group].max() ?? 0
      #expect(requirement.found.profile.counts[group].allSatisfy { $0 <= 2 * most + 2 })
    }
  }

  @Test func `days that make up for each other need no more people than days alone`() async throws {
    var scenario = DeskScenario.make(
      perHour: [30, 60, 90, 60, 40, 30], handling: 400, patience: 300,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)],
      horizon: ToyShop.span("2026-01-05", "2026-01-08"))
    guard case .seasonal(var demand) = scenario.demand[0].source else { return }
    demand.weekdayFactors = [1.6, 0.8, 1, 0.6, 1, 1, 1]
    scenario.demand[0].source = .seasonal(demand)
    let day = try await require(scenario, hold: .day)
    let period = try await require(scenario, hold: .period)
    #expect(period.found.profile.hours <= day.found.profile.hours)
    #expect(period.found.checks.count == 1 && day.found.checks.count == 4)
    #expect(period.found.days.count == 4)
  }

  @Test func `a stretch ends where the desk closes`() async throws {
    var scenario = DeskScenario.make(
      perHour: [20, 20, 20, 20, 20, 20], handling: 200, patience: 300,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)])
    scenario.serviceWindow = ServiceWindow(
      hours: Array(repeating: [ToyShop.clock(10, 12), ToyShop.clock(14, 16)], count: 7))
    let requirement = try await require(scenario)
    #expect(requirement.found.checks.map(\.block) == [20..<24, 28..<32])
  }

  @Test func `people who must be there stand where most work is`() async throws {
    var scenario = DeskScenario.make(
      perHour: Array(repeating: 40, count: 6), handling: 300, patience: 240,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)])
    scenario.inquiryTypes.append(
      InquiryType(
        name: "refund", service: .conversation(handling: .exponential(mean: 300)),
        patience: .exponential(mean: 240)))
    scenario.demand[0].mix = [
      TypeShare(inquiryType: "all", share: 0.75), TypeShare(inquiryType: "refund", share: 0.25),
    ]
    scenario.agentGroups.append(
      AgentGroup(name: "refunds", skills: [Skill(inquiryType: "refund")]))
    var search = try RequirementSearch(
      RequirementQuestion(
        scenario: scenario, groups: ["team", "refunds"], days: scenario.horizon, leastOnDuty: 40))
    let counts = try await search.run().found.profile.counts
    #expect(counts[0][24] + counts[1][24] == 40)
    #expect((25...35).contains(counts[0][24]))
  }

  @Test func `any number of threads finds the same people`() async throws {
    let scenario = DeskScenario.make(
      perHour: [30, 60, 90, 80, 40, 30], handling: 400, patience: 300,
      targets: [DeskScenario.answered(within: 60, atLeast: 0.8)])
    var profiles: [StaffProfile] = []
    for threads in [1, 2, 3] {
      var search = try RequirementSearch(
        RequirementQuestion(
          scenario: scenario, groups: ["team"], days: scenario.horizon, threads: threads))
      profiles.append(try await search.run().found.profile)
    }
    #expect(profiles[0] == profiles[1] && profiles[1] == profiles[2])
  }

  @Test func `somebody is there in every open interval, and nobody in closed ones`() async throws {
    let scenario = DeskScenario.make(
      perHour: [1, 0, 0, 0, 1, 1], handling: 60, patience: 600,
      targets: [DeskScenario.answered(within: 600, atLeast: 0.01)])
    let requirement = try await require(scenario, hold: .day)
    let counts = requirement.found.profile.counts[0]
    #expect(zip(requirement.isOpen, counts).allSatisfy { $0 ? $1 == 1 : $1 == 0 })
  }

  @Test func `what cannot be asked is refused`() async throws {
    var scenario = DeskScenario.make(
      perHour: Array(repeating: 30, count: 6), handling: 300, patience: 60, targets: [])
    #expect(throws: RequirementError.noTargets) { try question(scenario) }
    scenario.serviceTargets = [DeskScenario.answered(within: 60, atLeast: 0.8)]
    #expect(throws: RequirementError.daysOutside(horizon: scenario.horizon)) {
      try question(scenario, days: ToyShop.span("2026-02-01", "2026-02-02"))
    }
    #expect(throws: RequirementError.nobodyAnswers(inquiryType: "all")) {
      try question(scenario, groups: [])
    }
    scenario.serviceWindow = ServiceWindow(hours: Array(repeating: [], count: 7))
    #expect(throws: RequirementError.closed) { try question(scenario) }
  }

  private func question(
    _ scenario: Scenario, days: DateSpan? = nil, groups: [String] = ["team"]
  ) throws {
    _ = try RequirementSearch(
      RequirementQuestion(scenario: scenario, groups: groups, days: days ?? scenario.horizon))
  }
}
