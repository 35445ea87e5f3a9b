// SPDX-License-Identifier: GPL-3.0-or-later

import Experiments
import Planning
import Plans
package import Scenarios

/// Tells what happened to one simulated customer, moment by moment.
///
/// No size is searched: a plan that leaves its size open is traced at the size asked for, or at the
/// first guess of a search.
package struct TraceUseCase: UseCase {
  package struct Request: Sendable {
    package var run: RunRequest
    /// Nil for the first.
    package var plan: String?
    /// Of a plan with `staffing: fewest`; nil for the first guess.
    package var size: Int?
    package var replication: Int
    /// Number of the chat in order of appearance, from 0.
    package var chat: Int

    package init(
      _ run: RunRequest, plan: String? = nil, size: Int? = nil, replication: Int = 0, chat: Int
    ) {
      self.run = run
      self.plan = plan
      self.size = size
      self.replication = replication
      self.chat = chat
    }
  }

  package struct Outcome: Sendable {
    package let story: ChatStory
    /// Nil for a plan whose agents are written.
    package let size: TracedSize?
  }

  private let request: Request
  private let scenario: PlannedScenario
  private let plan: Plan

  package init(_ request: Request) throws(ApplicationError) {
    self.request = request
    scenario = try request.run.scenario()
    try scenario.checkReplication(request.replication, .replication)
    plan = try scenario.plan(request.plan, file: request.run.source.path)
    if plan.staffing.sizing?.isPlanned == true {
      throw .request(.shiftsStillPlanned(plan: plan.name))
    }
    try request.run.checkLoad(scenario, keepsChats: true)
    guard let size = request.size else { return }
    guard let sizing = plan.staffing.sizing else {
      throw .request(.sizeNotOpen(plan: plan.name))
    }
    guard sizing.range.contains(size) else {
      throw .request(.sizeOutOfRange(found: size, allowed: sizing.range))
    }
  }

  package var inputs: [String] { scenario.inputs(request.run.source.path) }

  /// One replication is simulated, without steps worth telling.
  package func run(
    _ report: @escaping @Sendable (Never) -> Void
  ) async throws(ApplicationError) -> Outcome {
    do {
      let size = try tracedSize()
      var staffing = size.map { plan.staffing.sized($0.size) } ?? plan.staffing
      staffing.sizing = nil
      let experiment = try Experiment(scenario: scenario.scenario, staffing: staffing)
      let chats = ChatLog(of: experiment, replication: request.replication).chats
      guard chats.indices.contains(request.chat) else {
        throw ApplicationError.request(
          .chatTooLarge(
            found: request.chat, count: chats.count, replication: request.replication))
      }
      let story = ChatStory(
        chats[request.chat], number: request.chat, replication: request.replication,
        plan: plan.name, in: scenario.scenario, experiment.timeline)
      return Outcome(story: story, size: size)
    } catch {
      throw ApplicationError(error, file: request.run.source.path)
    }
  }

  private func tracedSize() throws -> TracedSize? {
    guard let sizing = plan.staffing.sizing else { return nil }
    let size = try request.size ?? Sizer.firstGuess(for: plan, scenario: scenario.scenario)
    return TracedSize(
      plan: plan.name, size: size, subject: sizing.subject, isGuess: request.size == nil)
  }
}

/// The size at which a plan that leaves it open is traced.
package struct TracedSize: Equatable, Sendable {
  package let plan: String
  package let size: Int
  package let subject: Sizing.Subject
  /// Whether nobody stated it: a search may end elsewhere.
  package let isGuess: Bool
}
