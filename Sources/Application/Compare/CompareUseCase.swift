// SPDX-License-Identifier: GPL-3.0-or-later

package import Planning
package import Plans
import Scenarios

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
    /// Whose chats of which replication are wanted, chat by chat.
    package var chats: (plan: String, replication: Int)?

    package init(
      _ run: RunRequest, against: ScenarioSource? = nil,
      volumeMultiples: [Double] = ComparisonOptions().volumeMultiples,
      largestReplications: Int? = nil,
      chats: (plan: String, replication: Int)? = nil
    ) {
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
    package let chats: [ChatRow]?
    package let record: RunRecord
  }

  /// With the request's changes.
  package let scenario: PlannedScenario
  private let request: Request
  private let base: BaseScenario?

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    scenario = try request.run.scenario()
    if let chats = request.chats {
      try scenario.checkPlan(chats.plan, .chats)
      try scenario.checkReplication(chats.replication, .chatsReplication)
      try request.run.checkLoad(scenario, keepsChats: true)
    }
    let (run, changed) = (request.run, scenario)
    base = try request.against.map { source throws(ApplicationError) in
      try BaseScenario(source, for: changed, run)
    }
  }

  package var inputs: [String] {
    scenario.inputs(request.run.source.path) + (base?.inputs ?? [])
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
      try ChatRow.rows(
        of: comparison, plan: chats.plan, replication: chats.replication, in: scenario)
    }
    return Outcome(
      comparison: comparison, change: change, chats: chats, record: record.finished())
  }
}
