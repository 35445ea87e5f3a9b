// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Plans
import Scenarios
import Scorecards

/// Compares all plans of a scenario on the same simulated customers: cost, service, verdict.
package struct CompareUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// The scenario before a change, whose plans are compared with this one's.
    package var against: ScenarioSource?
    /// Multiples of the volume for the break-even curve; empty leaves it out.
    package var volumeMultiples: [Double]
    /// Most replications that may be added to tell whether a target is met; nil for the default.
    package var largestReplications: Int?
    /// Whose chats of which replications are wanted, chat by chat.
    package var chats: (plan: String, replications: [Int])?
    /// Whether every replication is simulated once more under observation: for shares of time, days of
    /// agents, and figures with their errors.
    package var isObserved: Bool
    /// Reply rules by which the chats of every plan are graded; each replication is simulated once more
    /// where a rule counts what intervals do not book.
    package var rules: RuleChoice

    package init(
      _ run: RunRequest, against: ScenarioSource? = nil,
      volumeMultiples: [Double] = ComparisonOptions().volumeMultiples,
      largestReplications: Int? = nil,
      chats: (plan: String, replications: [Int])? = nil, isObserved: Bool = false,
      rules: RuleChoice = RuleChoice()
    ) {
      self.isObserved = isObserved
      self.rules = rules
      self.run = run
      self.against = against
      self.volumeMultiples = volumeMultiples
      self.largestReplications = largestReplications
      self.chats = chats
    }
  }

  package struct Outcome: Sendable {
    package let comparison: Comparison
    /// Where a scenario before the change was given.
    package let change: ChangeReport?
    /// Where chats were asked for.
    package let chats: ChatRows?
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
  private let base: BaseScenario?

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    var scenario = try request.run.scenario()
    if let chats = request.chats {
      try scenario.checkPlan(chats.plan, .chats)
      for replication in chats.replications {
        try scenario.checkReplication(replication, .chatsReplication)
      }
      try request.run.checkLoad(scenario, keepsChats: true)
    }
    rules = try request.run.rules(request.rules, of: scenario)
    if request.isObserved || !scenario.counts(all: rules) {
      try request.run.checkLoad(scenario, keepsChats: true)
    }
    scenario.grade(by: rules)
    self.scenario = scenario
    let (run, changed) = (request.run, scenario)
    base = try request.against.map { source throws(ApplicationError) in
      try BaseScenario(source, for: changed, run)
    }
  }

  package var inputs: [String] {
    scenario.inputs(request.run.source.path) + (base?.inputs ?? [])
      + [request.rules.ownRules].compactMap(\.self)
  }

  /// Names the scenario's file, the settings and the histories.
  package var scenarioHash: String {
    request.run.source.fingerprint(request.run.settings, scenario)
  }

  package func run(
    _ report: @escaping @Sendable (ComparisonProgress) -> Void
  ) async throws(ApplicationError) -> Outcome {
    let record = RunRecord(scenario)
    let comparison = try await request.run.compare(
      scenario, multiples: request.volumeMultiples,
      largestReplications: request.largestReplications, report)
    let change = try await base?.change(to: comparison, file: request.run.source.path, report)
    let chats = try request.chats.map { chats throws(ApplicationError) in
      try ChatRows(
        of: comparison, plans: [chats.plan], replications: chats.replications, in: scenario,
        for: .chats)
    }
    let observed = request.isObserved ? try await request.run.observe(comparison, in: scenario) : []
    let scores = try await request.run.score(comparison, by: rules, in: scenario)
    return Outcome(
      comparison: comparison, change: change, chats: chats, observed: observed,
      scores: scores, record: record.finished())
  }
}
