// SPDX-License-Identifier: GPL-3.0-or-later

package import Application
package import Tables
package import Wording

/// How far a job is.
package struct JobProgress: Equatable, Sendable {
  package var step: Localized
  package var done: Int
  /// Nil where nobody knows how much there will be.
  package var total: Int?

  package init(step: Localized, done: Int, total: Int?) {
    self.step = step
    self.done = done
    self.total = total
  }
}

/// How a job ended.
package enum JobEnd: Sendable {
  /// With what is shown of it, in either language.
  case done(@Sendable (Language) -> JSONValue)
  case failed(ApplicationError)
}

/// A use case that is at work, whichever it is.
package struct JobWork: Sendable {
  /// Tells every step and gives the end.
  let follow: @Sendable (_ tell: @Sendable (JobProgress) async -> Void) async -> JobEnd
  /// The work then ends within a replication.
  let cancel: @Sendable () -> Void

  package init<Case: UseCase>(
    _ useCase: Case, each: @escaping @Sendable (Case.Progress) -> Void = { _ in },
    progress: @escaping @Sendable (Case.Progress) -> JobProgress,
    shown: @escaping @Sendable (Case.Outcome, Language) -> JSONValue
  ) {
    let work = useCase.start(each)
    cancel = { work.cancel() }
    follow = { tell in
      for await step in work.progress { await tell(progress(step)) }
      do throws(ApplicationError) {
        let outcome = try await work.outcome()
        return .done { shown(outcome, $0) }
      } catch {
        return .failed(error)
      }
    }
  }
}
