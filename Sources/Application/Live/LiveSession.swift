// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Planning
import Scenarios

/// One page's moves: the newest is worked on, older ones are dropped, and each is answered first from
/// few replications and then from more.
package actor LiveSession {
  private let desk: LiveDesk
  private var newest = 0
  private var task: Task<Void, Never>?
  private var latest: LiveAnswer?
  private var failure: (sequence: Int, error: ApplicationError)?
  private var waiters: [Waiter] = []
  private var waiterCount = 0

  private struct Waiter {
    var number: Int
    var sequence: Int
    /// The answer that is known already.
    var after: Int
    var continuation: CheckedContinuation<Result<LiveAnswer?, ApplicationError>, Never>
  }

  package init(_ desk: LiveDesk) { self.desk = desk }

  /// Begins to answer a move and drops the one before it.
  ///
  /// - Parameter sequence: Greater than that of every move before; a smaller one is not begun.
  /// - Returns: The first answer; nil where a newer move came meanwhile, or where the time is over.
  package func move(
    _ question: LiveQuestion, sequence: Int, patience: Double = 20
  ) async throws(ApplicationError) -> LiveAnswer? {
    guard sequence > newest else { return nil }
    newest = sequence
    task?.cancel()
    // Whoever waits for an older answer gets none.
    release {
      $0.sequence < sequence
    } with: {
      .success(nil)
    }
    task = Task { await work(question, sequence) }
    return try await next(after: 0, of: sequence, patience: patience)
  }

  /// Waits for an answer beyond one that is known.
  ///
  /// - Parameter patience: Seconds after which nil is given.
  /// - Returns: nil where the move is not the newest any more, or its last answer is known.
  package func next(
    after step: Int, of sequence: Int, patience: Double = 20
  ) async throws(ApplicationError) -> LiveAnswer? {
    guard sequence == newest else { return nil }
    if let failure, failure.sequence == sequence { throw failure.error }
    if let latest, latest.sequence == sequence {
      if latest.step > step { return latest }
      if latest.isSettled { return nil }
    }
    waiterCount += 1
    let number = waiterCount
    let result = await withCheckedContinuation { continuation in
      waiters.append(
        Waiter(number: number, sequence: sequence, after: step, continuation: continuation))
      Task {
        try? await Task.sleep(for: .seconds(patience))
        release {
          $0.number == number
        } with: {
          .success(nil)
        }
      }
    }
    return try result.get()
  }

  /// Ends the work in hand.
  package func stop() {
    task?.cancel()
    release { _ in
      true
    } with: {
      .success(nil)
    }
  }

  /// The settled answer to a question, whatever is being looked at meanwhile.
  package func settle(
    _ question: LiveQuestion, _ report: @escaping @Sendable (ComparisonProgress) -> Void = { _ in }
  ) async throws(ApplicationError) -> LiveAnswer {
    try await settledAnswer(question, 0, step: 1, report)
  }

  private func work(_ question: LiveQuestion, _ sequence: Int) async {
    do throws(ApplicationError) {
      let scenario = try await desk.scenario(question.state)
      if let baseline = question.baseline { _ = try await desk.scenario(baseline) }
      var step = 0
      var steps = await desk.steps(scenario).dropLast()
      // Where nothing has to be simulated, only the last of them is not overtaken at once.
      if try await isPricedOnly(question) { steps = steps.suffix(1) }
      for replications in steps {
        guard !Task.isCancelled else { return }
        step += 1
        publish(try await roughAnswer(question, sequence, step: step, replications))
      }
      guard !Task.isCancelled else { return }
      publish(try await settledAnswer(question, sequence, step: step + 1))
    } catch {
      guard sequence == newest, error != .cancelled else { return }
      failure = (sequence, error)
      release {
        $0.sequence == sequence
      } with: {
        .failure(error)
      }
    }
  }

  private func isPricedOnly(_ question: LiveQuestion) async throws(ApplicationError) -> Bool {
    if let baseline = question.baseline, try await !desk.isPricedOnly(baseline) { return false }
    return try await desk.isPricedOnly(question.state)
  }

  private func roughAnswer(
    _ question: LiveQuestion, _ sequence: Int, step: Int, _ replications: Int
  ) async throws(ApplicationError) -> LiveAnswer {
    let (comparison, held) = try await desk.compare(
      question.state, replications: replications, sizedFor: question.baseline)
    var before: Comparison?
    if let baseline = question.baseline {
      before = try await desk.compare(
        baseline, replications: replications, sizedFor: baseline
      ).comparison
    }
    return LiveAnswer(
      sequence: sequence, step: step, scenario: try await desk.scenario(question.state),
      comparison: comparison, change: try change(question, before, comparison), isSettled: false,
      heldPlans: held)
  }

  private func settledAnswer(
    _ question: LiveQuestion, _ sequence: Int, step: Int,
    _ report: @escaping @Sendable (ComparisonProgress) -> Void = { _ in }
  ) async throws(ApplicationError) -> LiveAnswer {
    var before: Comparison?
    if let baseline = question.baseline { before = try await desk.settle(baseline, report) }
    let comparison = try await desk.settle(question.state, report)
    return LiveAnswer(
      sequence: sequence, step: step, scenario: try await desk.scenario(question.state),
      comparison: comparison, change: try change(question, before, comparison), isSettled: true,
      heldPlans: [])
  }

  private func change(
    _ question: LiveQuestion, _ before: Comparison?, _ after: Comparison
  ) throws(ApplicationError) -> ChangeReport? {
    guard let before, let baseline = question.baseline else { return nil }
    let name = { (state: LiveState) in
      ([URL(fileURLWithPath: state.source.path).lastPathComponent]
        + state.settings.map { "--set \($0)" }).joined(separator: " ")
    }
    do {
      return ChangeReport(
        try ChangeEffect(before: before, after: after), before: name(baseline),
        after: name(question.state))
    } catch PlanningError.noCommonPlan {
      // Every plan was renamed: there is nothing to set side by side.
      return nil
    } catch PlanningError.differentHorizons {
      return nil
    } catch {
      throw ApplicationError(error, file: question.source.path)
    }
  }

  private func publish(_ answer: LiveAnswer) {
    guard answer.sequence == newest else { return }
    latest = answer
    release {
      $0.sequence == answer.sequence && $0.after < answer.step
    } with: {
      .success(answer)
    }
  }

  private func release(
    _ isMeant: (Waiter) -> Bool, with result: () -> Result<LiveAnswer?, ApplicationError>
  ) {
    let meant = waiters.filter(isMeant)
    waiters.removeAll(where: isMeant)
    for waiter in meant { waiter.continuation.resume(returning: result()) }
  }
}
