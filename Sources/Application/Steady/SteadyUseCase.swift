// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Experiments
package import Plans
import Scenarios

/// Holds one interval of a plan still and simulates its steady state.
package struct SteadyUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Nil for the first.
    package var plan: String?
    /// A date and a time; nil for the interval with most work for each agent.
    package var at: String?
    package var study: SteadyStudy

    package init(
      _ run: RunRequest, plan: String? = nil, at: String? = nil,
      study: SteadyStudy = SteadyStudy()
    ) {
      self.run = run
      self.plan = plan
      self.at = at
      self.study = study
    }
  }

  package struct Outcome: Sendable {
    package let plan: Plan
    package let desk: SteadyDesk
    package let result: SteadyResult
    /// Whether the result is known as well as was asked.
    package let isPrecise: Bool
  }

  private let request: Request
  private let scenario: PlannedScenario
  private let plan: Plan
  private let interval: Int?

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var scenario = try request.run.scenario()
    if request.study.precision != nil { scenario.scenario.ask(for: request.study.measure) }
    plan = try scenario.plan(request.plan, file: request.run.source.path)
    interval = try request.at.map { text throws(ApplicationError) in
      try Self.interval(text, in: scenario.scenario)
    }
    self.scenario = scenario
  }

  package var inputs: [String] { scenario.inputs(request.run.source.path) }

  /// Progress is that of the comparison which finds the plan's seats, where it leaves them open.
  package func run(
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let staffing = try await request.run.staffing(of: plan, in: scenario, report)
    let file = request.run.source.path
    do {
      let desk = try SteadyDesk(
        scenario: scenario.scenario, staffing: staffing, interval: interval)
      let result = try request.study.run(desk)
      return Outcome(
        plan: plan, desk: desk, result: result, isPrecise: request.study.isPrecise(result))
    } catch let error as SteadyStateError {
      throw .noAnswer(.noSteadyState(file: file, error))
    } catch {
      throw ApplicationError(error, file: file)
    }
  }

  /// The interval of the horizon that a date and a time lie in.
  private static func interval(
    _ text: String, in scenario: Scenario
  ) throws(ApplicationError) -> Int {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard parts.count == 2, let date = CivilDate(iso: parts[0]),
      let time = ClockTime(iso: parts[1]), time < .endOfDay
    else { throw .request(.notAMoment(found: text)) }
    guard scenario.horizon.contains(date) else {
      throw .request(.momentOutsideHorizon(found: date, horizon: scenario.horizon))
    }
    return (date.dayNumber - scenario.horizon.first.dayNumber) * scenario.interval.perDay
      + time.secondsSinceMidnight / scenario.interval.seconds
  }
}
