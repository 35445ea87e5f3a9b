// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Capacity
import Demand
import Experiments
import Inference
import Plans
import Pricing
import Scenarios
import TestSupport
import Testing

struct TodayTests {
  private static let noon = 12 * 3600

  /// A desk from ten to four at noon: of those on the long shift everybody stays, of those on the short
  /// one all leave at two.
  private func question(
    perHour: Double = 60, level: Double = 1, long: Int = 3, short: Int = 2, threads: Int = 2,
    replications: Int = 60
  ) throws -> TodayQuestion {
    let scenario = DeskScenario.make(
      perHour: Array(repeating: perHour, count: 6), handling: 240, patience: 180,
      targets: [DeskScenario.answered(within: 30, atLeast: 0.8)])
    let day = scenario.horizon.first
    let origin = Double(day.dayNumber) * 86_400
    let gap = 3600 / (perHour * level)
    let times = Array(stride(from: 10 * 3600.0, to: Double(Self.noon), by: gap))
    let arrivals = try ArrivalPlan(
      scenario,
      begun: BegunDay(
        now: Self.noon, past: .arrivals(ArrivalLog(times: times.map { $0 + origin })),
        level: level, shape: 200))
    let people =
      (0..<long).map { _ in person("10", "16", pause: nil, on: day) }
      + (0..<short).map { _ in person("10", "14", pause: "13", on: day) }
    let plan = Plan(
      name: "team", staffing: StaffingPlan(lines: people.map(\.line)),
      contract: Contract(name: "none", clauses: []))
    return TodayQuestion(
      scenario: scenario, month: scenario, arrivals: arrivals, now: Self.noon, people: people,
      plan: plan, past: [nil], replications: replications, threads: threads, notice: 3600)
  }

  private func person(
    _ start: String, _ end: String, pause: String?, on day: CivilDate
  ) -> DutyPerson {
    func clock(_ hour: String, _ minutes: Int = 0) -> ClockTime {
      ClockTime(unchecked: (Int(hour) ?? 0) * 3600 + minutes * 60)
    }
    let breaks = pause.map { [ClockSpan(start: clock($0), end: clock($0, 30))] } ?? []
    return DutyPerson(
      line: StaffingLine(
        group: "team",
        shift: ShiftPattern(
          name: "\(start)-\(end)", hours: ClockSpan(start: clock(start), end: clock(end)),
          breaks: breaks), agents: 1, engagement: .shortTerm,
        dates: [DateSpan(unchecked: day, day)]))
  }

  @Test func `only those who come from now on are counted, at the level of the day`() async throws {
    let outlook = try await TodaySearch(question()).run()
    let doubled = try await TodaySearch(question(level: 2)).run()
    #expect(abs(outlook.customers.mean - 240) < 12)
    #expect(abs(doubled.customers.mean / outlook.customers.mean - 2) < 0.1)
    #expect(outlook.slots.filter(\.isPast).allSatisfy { $0.customers.mean == 0 })
    #expect(outlook.slots.map(\.isPast) == (0..<12).map { $0 < 4 })
    #expect(doubled.probability.mean < outlook.probability.mean)
  }

  @Test func `people who stay longer and people who come help, and the steps add up`() async throws
  {
    let outlook = try await TodaySearch(question(perHour: 60, level: 1.2)).run()
    let overtime = try #require(
      outlook.effects.first { effect in
        if case .overtime(_, let minutes) = effect.change.kind {
          return minutes == 120 && effect.change.people == 2
        }
        return false
      })
    #expect(overtime.verdict == .helps)
    #expect(overtime.saved.lower > 0)
    #expect(overtime.probability.mean >= 0)
    let extras = outlook.effects.filter {
      if case .extra = $0.change.kind { return true } else { return false }
    }
    #expect(extras.allSatisfy { $0.verdict != .harms })
    let helps = outlook.effects.prefix { $0.verdict == .helps }
    #expect(!outlook.effects.dropFirst(helps.count).contains { $0.verdict == .helps })
    var before = outlook.probability.mean
    for step in outlook.steps {
      #expect(step.probability.mean > before - 0.02)
      before = step.probability.mean
    }
    #expect(!outlook.steps.isEmpty)
  }

  @Test func `a change that is told to harm names what it makes worse`() async throws {
    let outlook = try await TodaySearch(question(perHour: 60, level: 1.2)).run()
    for effect in outlook.effects {
      switch effect.verdict {
      case .harms:
        #expect(
          effect.saved.upper < 0 || effect.probability.upper < 0 || !effect.harmed.isEmpty)
      case .negligible: #expect(effect.harmed.isEmpty)
      case .helps, .undecided: break
      }
    }
  }

  @Test func `where nothing is at stake no change is told to help`() async throws {
    let outlook = try await TodaySearch(question(perHour: 6, long: 6, short: 2)).run()
    #expect(outlook.probability.mean > 0.99)
    #expect(outlook.steps.isEmpty)
    #expect(outlook.worst == nil)
  }

  @Test func `one thread and two give the same`() async throws {
    func told(_ threads: Int) async throws -> [Double] {
      let outlook = try await TodaySearch(question(threads: threads, replications: 40)).run()
      return outlook.effects.flatMap { [$0.saved.mean, $0.probability.mean, $0.saved.halfWidth] }
        + outlook.slots.map(\.shortfall) + [outlook.customers.mean]
    }
    let one = try await told(1)
    #expect(try await told(2) == one)
  }

  @Test func `people on duty are counted without their breaks`() throws {
    let question = try question()
    let onDuty = question.people.onDuty(
      groups: ["team"], on: question.day, interval: .halfHour)[0]
    #expect(onDuty[20] == 5)
    #expect(onDuty[26] == 3)
    #expect(onDuty[27] == 5)
    #expect(onDuty[28] == 3)
    #expect(onDuty[32] == 0)
  }

  @Test func `a group with another limit has a speed for every chat, and says where it guesses`() {
    let group = AgentGroup(
      name: "team", skills: [], chatLimit: 2, concurrency: .speeds([1, 0.8]))
    let more = group.limited(to: 4)
    #expect(more.chatLimit == 4)
    #expect(more.extrapolatedBeyond == 2)
    guard case .speeds(let speeds) = more.concurrency else { return #expect(Bool(false)) }
    #expect(speeds.count == 4)
    #expect(abs(speeds[3] - 0.512) < 1e-9)
    #expect(group.limited(to: 1).extrapolatedBeyond == nil)
  }
}
