// SPDX-License-Identifier: GPL-3.0-or-later

/// One thing that a user can ask for, the same under every face: a request, progress while it is
/// worked on, an outcome.
///
/// A use case prints nothing, writes no file and ends no process. Work runs on the caller's task;
/// where that task is cancelled it ends within a replication, with `ApplicationError.cancelled`.
package protocol UseCase: Sendable {
  associatedtype Request: Sendable
  associatedtype Progress: Sendable
  associatedtype Outcome: Sendable

  /// Checks what can be known of the request before anything is worked on.
  init(_ request: Request) throws(ApplicationError)

  /// Files that are read, which no result may replace.
  var inputs: [String] { get }

  /// - Parameter report: Told of progress, on any thread.
  func run(
    _ report: @escaping @Sendable (Progress) -> Void
  ) async throws(ApplicationError) -> Outcome
}

extension UseCase {
  /// Begins the work on a task of its own, for a face that goes on meanwhile.
  ///
  /// - Parameter each: Told of every step, on any thread; `Work.progress` leaves out those for which its
  ///   reader was too slow.
  package func start(
    _ each: @escaping @Sendable (Progress) -> Void = { _ in }
  ) -> Work<Self> { Work(self, each) }
}

/// A use case at work: its progress, its outcome, and the way to stop it.
package struct Work<Case: UseCase>: Sendable {
  /// Ends with the work. Only the newest step waits for a slow reader.
  package let progress: AsyncStream<Case.Progress>
  private let task: Task<Result<Case.Outcome, ApplicationError>, Never>

  fileprivate init(_ useCase: Case, _ each: @escaping @Sendable (Case.Progress) -> Void) {
    let (progress, steps) = AsyncStream.makeStream(
      of: Case.Progress.self, bufferingPolicy: .bufferingNewest(1))
    self.progress = progress
    task = Task {
      defer { steps.finish() }
      do throws(ApplicationError) {
        return .success(
          try await useCase.run { step in
            each(step)
            steps.yield(step)
          })
      } catch {
        return .failure(error)
      }
    }
  }

  /// Waits for the end of the work.
  package func outcome() async throws(ApplicationError) -> Case.Outcome {
    try await task.value.get()
  }

  /// Stops the work; its outcome is then `ApplicationError.cancelled`, unless it has just ended.
  package func cancel() { task.cancel() }
}
