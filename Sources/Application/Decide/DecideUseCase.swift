// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Demand
import DemandFitting
import Planning
package import Plans
import Scenarios

/// Goes back in a history and decides: at each past date it fits what was known, lets the plan's search
/// choose a size, and replays what then came.
package struct DecideUseCase: UseCase {
  package struct Request: Sendable {
    package var history: HistoryRequest
    /// The scenario whose service, plans and targets hold; its demand is replaced.
    package var run: RunRequest
    /// Nil takes the first plan that has one size to choose.
    package var plan: String?
    /// Days decided on at a time.
    package var days: Int

    package init(
      _ history: HistoryRequest, run: RunRequest, plan: String? = nil, days: Int = 28
    ) {
      self.history = history
      self.run = run
      self.plan = plan
      self.days = days
    }
  }

  package struct Outcome: Sendable {
    package let plan: String
    package let decisions: [Decision]

    package init(plan: String, decisions: [Decision]) {
      self.plan = plan
      self.decisions = decisions
    }

    package var records: [RuleRecord] {
      DecisionRule.allCases.compactMap { RuleRecord($0, decisions) }
    }
  }

  package enum Progress: Sendable {
    case note(ReadingNote)
    case decided(Int, of: Int)
  }

  /// Days of history before the first decision.
  package static let firstOrigin = 63
  /// Replays of each size.
  private static let replays = 10

  private let request: Request
  package let scenario: PlannedScenario
  private let plan: Plan

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    let scenario = try request.run.scenario()
    if let name = request.plan { try scenario.checkPlan(name, .plan) }
    let open = scenario.plans.filter {
      $0.staffing.sizing.map { !$0.isPlanned } == true && !$0.staffing.isSharedPool
    }
    guard
      var plan = open.first(where: { request.plan == nil || $0.name == request.plan })
    else {
      throw .request(.noSizeToChoose(plan: request.plan))
    }
    plan.staffing.sizing?.periods = .whole
    if case .lines = plan.staffing.sizing?.subject {
      plan.staffing.sizing?.subject = .rosterScale
    }
    self.scenario = scenario
    self.plan = plan
  }

  package var inputs: [String] {
    request.history.files + scenario.inputs(request.run.source.path)
  }

  package func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let recorded = try request.history.recorded { report(.note($0)) }
    let series = try request.history.series(recorded)
    let events = try request.history.announced { report(.note($0)) }
    let needed = Self.firstOrigin + request.days
    guard series.dayCount >= needed else {
      throw .file(
        request.history.history, .fit(.tooFewDays(found: series.dayCount, needed: needed)))
    }
    let count = (series.dayCount - Self.firstOrigin) / request.days
    var decisions: [Decision] = []
    for index in 0..<count {
      let origin = Self.firstOrigin + index * request.days
      do {
        decisions.append(
          try await decide(
            series, events, origin: origin, before: decisions.last?.hindsight,
            records: recorded.records))
      } catch {
        throw ApplicationError(error, file: request.history.history)
      }
      report(.decided(index + 1, of: count))
    }
    return Outcome(plan: plan.name, decisions: decisions)
  }

  private func decide(
    _ series: CountSeries, _ events: [CalendarEvent], origin: Int, before: Int?,
    records: HistoryRecords
  ) async throws -> Decision {
    let first = series.first.advanced(by: origin)
    let days = DateSpan(unchecked: first, first.advanced(by: request.days - 1))
    let past = series.before(first.dayNumber * 86_400)
    let model = try DemandModel(past, events: events, prior: request.history.prior)
    var replay = ReplayedPeriod(
      plan, scenario: scenario.scenario, records: records, days: days,
      replications: Self.replays, threads: request.run.threads)
    let rules = try UsualRules(past, plan: plan, scenario: scenario.scenario)
    var choices: [Decision.Choice] = []
    for rule in DecisionRule.allCases {
      let size: Int? =
        switch rule {
        case .advice: try await advised(model, days, .usual)
        case .mean: try await advised(model, days, .mean)
        case .lastPeriod: before
        case .erlangC, .meanLoad, .peakLoad: rules?.size(rule)
        }
      guard let size else { continue }
      choices.append(
        Decision.Choice(
          rule: rule, size: size, isKept: try await replay.isKept(by: size),
          cost: try await replay.cost(of: size)))
    }
    let hindsight = try await replay.fewest()
    var best: Double?
    if let hindsight { best = try await replay.cost(of: hindsight) }
    return Decision(
      days: days, choices: choices, hindsight: hindsight, hindsightCost: best)
  }

  /// The size that the search finds for the period, from what was known before it.
  ///
  /// - Parameter confidence: Of promises that leave theirs to the mean.
  private func advised(
    _ model: DemandModel, _ days: DateSpan, _ confidence: TargetConfidence
  ) async throws -> Int {
    var scenario = scenario.scenario
    scenario.horizon = days
    scenario.demand = [
      DemandStream(
        name: scenario.demand.first?.name ?? "shop", source: .seasonal(model.seasonalDemand),
        mix: scenario.demand.first?.mix ?? [])
    ]
    for index in scenario.serviceTargets.indices {
      let own = scenario.serviceTargets[index].confidence
      scenario.serviceTargets[index].confidence =
        confidence == .mean ? .mean : own == .mean ? confidence : own
    }
    var sizer = try Sizer(
      [plan], scenario: scenario, replications: scenario.experiment.replications,
      threads: request.run.threads, keepsIntervals: false, tabulates: false)
    return try await sizer.search().size
  }
}
