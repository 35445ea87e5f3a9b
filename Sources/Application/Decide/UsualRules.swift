// SPDX-License-Identifier: GPL-3.0-or-later

import DemandFitting
import Measures
import Planning
import Plans
import QueueingTheory
import Scenarios

/// The sizes that planners choose without a simulator, from the last four weeks of a history.
///
/// Work is counted in agents who hold as many chats as they may, at the speed that they then have.
struct UsualRules {
  private static let weeks = 4

  private let scenario: Scenario
  private let plan: Plan
  /// Agents on duty at once for each unit of the plan's size.
  private let onDutyPerUnit: Double
  /// Mean inquiries of each interval of the week.
  private let week: [Double]
  private let interval: Double

  /// Nil where the history is too short for four weeks or does not tell hours.
  init?(_ past: CountSeries, plan: Plan, scenario: Scenario) throws {
    let days = Self.weeks * 7
    guard past.dayCount >= days, past.interval < 86_400,
      let range = plan.staffing.sizing?.range
    else { return nil }
    let unit = max(1, range.lowerBound)
    onDutyPerUnit =
      Double(try plan.staffing.sized(unit).peakOnDuty(in: scenario)) / Double(unit)
    self.plan = plan
    self.scenario = scenario
    interval = Double(past.interval)
    let perWeek = 7 * past.slots
    let last = Array(past.values.suffix(days * past.slots))
    week = (0..<perWeek).map { slot in
      let values = stride(from: slot, to: last.count, by: perWeek).map { last[$0] }
        .filter { !$0.isNaN }
      return values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
    }
  }

  func size(_ rule: DecisionRule) -> Int? {
    let busiest = week.max() ?? 0
    let open = week.filter { $0 > 0.02 * busiest }
    guard busiest > 0, !open.isEmpty else { return nil }
    switch rule {
    case .meanLoad: return size(agents(open.reduce(0, +) / Double(open.count)) * 1.15)
    case .peakLoad: return size(agents(busiest) * 1.5)
    case .erlangC:
      let servers = try? Staffing.agents(
        arrivalRate: busiest / interval, meanHandlingTime: handling / speed,
        targets: targets, largest: 100_000)
      return servers.flatMap { size((Double($0) / Double(limit)).rounded(.up)) }
    case .advice, .mean, .lastPeriod: return nil
    }
  }

  /// Agents whose whole time the inquiries of an interval take.
  private func agents(_ inquiries: Double) -> Double {
    inquiries / interval * handling / (Double(limit) * speed)
  }

  private func size(_ agents: Double) -> Int? {
    guard let range = plan.staffing.sizing?.range, onDutyPerUnit > 0 else { return nil }
    let size = Int(bounded: (agents / onDutyPerUnit - 1e-9).rounded(.up))
    return min(max(size, range.lowerBound), range.upperBound)
  }

  private var limit: Int { scenario.fullAgent.chats }
  private var speed: Double { scenario.fullAgent.speed }

  /// Mean work of an inquiry, by the first stream's mix.
  private var handling: Double {
    let works = scenario.meanWork
    let mix = scenario.demand.first?.mix ?? []
    let mean = zip(scenario.inquiryTypes, works).reduce(0) { sum, pair in
      sum + pair.1 * (mix.first { $0.inquiryType == pair.0.name }?.share ?? 0)
    }
    return mean > 0 ? mean : works.max() ?? 1
  }

  private var targets: [StaffingTarget] {
    scenario.serviceTargets.compactMap { target in
      let seconds = target.measure.threshold(acceptableWait: scenario.acceptableWait.value)
      return seconds.map { .answeredWithin(limit: $0, share: target.bound) }
    }
  }
}
