// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Plans
import Scenarios
import Scorecards

/// Simulates the service of each plan, without money.
package struct SimulateUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Plans to simulate; empty for all.
    package var plans: [String]
    /// A measure that is to be known to a relative half-width.
    package var precision: ServicePrecision?
    /// Whether estimates are corrected by the number of customers, whose mean is known.
    package var controlVariates: Bool
    /// Whether the random days of every second replication are mirrored.
    package var antithetic: Bool
    /// Most replications that may be added to tell whether a target is met; nil for the default.
    package var largestReplications: Int?
    /// Replications whose chats are wanted, chat by chat; empty for none.
    package var chats: [Int]
    /// Replications whose messages are wanted, one by one; empty for none.
    package var messages: [Int]
    /// Whether every replication is simulated once more under observation: for shares of time, days of
    /// agents, and figures with their errors.
    package var isObserved: Bool
    /// Reply rules by which the chats of every plan are graded; each replication is simulated once more
    /// where a rule counts what intervals do not book.
    package var rules: RuleChoice

    package init(
      _ run: RunRequest, plans: [String] = [], precision: ServicePrecision? = nil,
      controlVariates: Bool = false, antithetic: Bool = false,
      largestReplications: Int? = nil, chats: [Int] = [], messages: [Int] = [],
      isObserved: Bool = false,
      rules: RuleChoice = RuleChoice()
    ) {
      self.chats = chats
      self.messages = messages
      self.isObserved = isObserved
      self.rules = rules
      self.run = run
      self.plans = plans
      self.precision = precision
      self.controlVariates = controlVariates
      self.antithetic = antithetic
      self.largestReplications = largestReplications
    }
  }

  package struct Outcome: Sendable {
    package let comparison: Comparison
    /// Empty where no precision and no method of less variance was asked for.
    package let estimates: [EstimateRow]
    /// Nil where none were asked for.
    package let chats: ChatRows?
    /// Nil where none were asked for.
    package let messages: MessageRows?
    /// By plan; empty where nothing was to be observed.
    package let observed: [ObservedPlan]
    /// By plan and rule; empty where no rule was asked for.
    package let scores: [PlanScore]
    package let record: RunRecord
  }

  /// With the request's changes.
  package let scenario: PlannedScenario
  private let request: Request
  private let rules: [RuleBook.Entry]

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var scenario = try request.run.scenario()
    for name in request.plans { try scenario.checkPlan(name, .plan) }
    if !request.plans.isEmpty {
      scenario.plans.removeAll { !request.plans.contains($0.name) }
    }
    if request.antithetic { scenario.experiment.antithetic = true }
    if let precision = request.precision { scenario.scenario.ask(for: precision.measure) }
    for replication in request.chats + request.messages {
      try scenario.checkReplication(replication, .chatsReplication)
    }
    rules = try request.run.rules(request.rules, of: scenario)
    if !request.chats.isEmpty || !request.messages.isEmpty || request.isObserved
      || !scenario.counts(all: rules)
    {
      try request.run.checkLoad(scenario, keepsChats: true)
    }
    scenario.grade(by: rules)
    self.scenario = scenario
  }

  package var inputs: [String] {
    scenario.inputs(request.run.source.path) + [request.rules.ownRules].compactMap(\.self)
  }

  package func run(
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    let comparison = try await request.run.compare(
      scenario, precision: request.precision,
      largestReplications: request.largestReplications, report)
    let isAsked = request.precision != nil || request.controlVariates || request.antithetic
    let estimates =
      isAsked
      ? try EstimateRow.rows(
        of: comparison.plans, in: scenario, measure: request.precision?.measure,
        controlVariates: request.controlVariates,
        file: request.run.source.path) : []
    let chats =
      request.chats.isEmpty
      ? nil
      : try ChatRows(
        of: comparison, plans: comparison.plans.map(\.name), replications: request.chats,
        in: scenario, for: .chats)
    let messages =
      request.messages.isEmpty
      ? nil
      : try MessageRows(of: comparison, replications: request.messages, in: scenario)
    let observed = request.isObserved ? try await request.run.observe(comparison, in: scenario) : []
    let scores = try await request.run.score(comparison, by: rules, in: scenario)
    return Outcome(
      comparison: comparison, estimates: estimates, chats: chats, messages: messages,
      observed: observed,
      scores: scores, record: record.finished())
  }
}
