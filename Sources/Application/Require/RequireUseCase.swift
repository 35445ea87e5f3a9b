// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
package import Capacity
import Planning
import Plans
package import Scenarios

/// Finds the people on duty that keep the targets, by interval and agent group, over some days.
package struct RequireUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Whose groups may be on duty; nil for the first that staffs seats of its own.
    package var plan: String?
    /// A date, or two with a slash between; nil for the week of the busiest day.
    package var dates: String?
    package var hold: TargetHold
    /// Formulas to set beside what is found.
    package var methods: [Requirement.Method]
    package var leastOnDuty: Int
    /// How surely each stretch must keep every target, in (0, 1); nil as the scenario says.
    package var confidence: Double?
    /// Lines of plans whose sizes were searched elsewhere, by the plan's name.
    package var sized: [String: [StaffingLine]]

    package init(
      _ run: RunRequest, plan: String? = nil, dates: String? = nil, hold: TargetHold = .day,
      confidence: Double? = nil, sized: [String: [StaffingLine]] = [:],
      methods: [Requirement.Method] = [.modifiedOfferedLoad, .erlangA], leastOnDuty: Int = 1
    ) {
      self.run = run
      self.plan = plan
      self.dates = dates
      self.hold = hold
      self.methods = methods
      self.leastOnDuty = leastOnDuty
      self.confidence = confidence
      self.sized = sized
    }
  }

  package struct Outcome: Sendable {
    package let plan: String
    package let requirement: Requirement
    /// Of each group the share in [0, 1) of rostered people who are not there.
    package let absence: [Double]
    /// Whom the plan itself has on duty; nil where its size is to be searched and nobody knows it.
    package let onDuty: StaffProfile?
    package let scenarioHash: String
    package let record: RunRecord
  }

  private let request: Request
  private let scenario: PlannedScenario
  private let plan: Plan
  private let question: RequirementQuestion

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var scenario = try request.run.scenario()
    scenario.keep(request.confidence)
    if let name = request.plan { try scenario.checkPlan(name, .plan) }
    let own = scenario.plans.first { !$0.staffing.isSharedPool }
    guard let plan = request.plan.map({ name in scenario.plans.first { $0.name == name } }) ?? own,
      !plan.staffing.isSharedPool
    else {
      throw .request(.poolHasNoRequirement(plan: request.plan ?? scenario.plans[0].name))
    }
    self.scenario = scenario
    self.plan = plan
    do {
      let days = try scenario.days(request.dates)
      var groups: [String] = []
      for line in plan.staffing.lines where !groups.contains(line.group) {
        groups.append(line.group)
      }
      question = RequirementQuestion(
        scenario: scenario.scenario,
        groups: scenario.agentGroups.map(\.name).filter(groups.contains), days: days,
        hold: request.hold, replications: max(2, scenario.experiment.replications),
        threads: request.run.threads, leastOnDuty: request.leastOnDuty)
    } catch {
      throw ApplicationError(error, file: request.run.source.path)
    }
  }

  package var inputs: [String] { scenario.inputs(request.run.source.path) }

  package func run(
    _ report: @escaping @Sendable (RequirementSearch.Progress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    let source = request.run.source
    do {
      var search = try RequirementSearch(question, progress: report)
      let requirement = try await search.run(beside: request.methods)
      return Outcome(
        plan: plan.name, requirement: requirement, absence: question.groups.map(absence),
        onDuty: try onDuty(),
        scenarioHash: source.fingerprint(request.run.settings, scenario),
        record: record.finished())
    } catch {
      throw ApplicationError(error, file: source.path, plan: plan.name)
    }
  }

  private func onDuty() throws -> StaffProfile? {
    let written = plan.staffing.sizing == nil ? plan.staffing.lines : nil
    return try (request.sized[plan.name] ?? written).map {
      try StaffProfile($0, on: question.days, scenario: question.scenario)
    }
  }

  /// Over the plan's lines, by their people.
  private func absence(of group: String) -> Double {
    let lines = plan.staffing.lines.filter { $0.group == group }
    let people = lines.reduce(0) { $0 + max(1, $1.agents) }
    return lines.reduce(0) { $0 + Double(max(1, $1.agents)) * max($1.absence, $1.shrinkage) }
      / Double(max(1, people))
  }
}
