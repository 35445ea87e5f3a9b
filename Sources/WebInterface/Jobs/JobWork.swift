// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import Tables
import Wording

/// How far a job is.
struct JobProgress: Equatable, Sendable {
  var step: Localized
  var done: Int
  /// Nil where nobody knows how much there will be.
  var total: Int?
}

/// How a job ended.
enum JobEnd: Sendable {
  /// With what is shown of it, in either language.
  case done(@Sendable (Language) -> JSONValue)
  case failed(ApplicationError)
}

/// A use case that is at work, whichever it is.
struct JobWork: Sendable {
  /// Tells every step and gives the end.
  let follow: @Sendable (_ tell: @Sendable (JobProgress) async -> Void) async -> JobEnd
  /// The work then ends within a replication.
  let cancel: @Sendable () -> Void

  init<Case: UseCase>(
    _ useCase: Case, progress: @escaping @Sendable (Case.Progress) -> JobProgress,
    shown: @escaping @Sendable (Case.Outcome, Language) -> JSONValue
  ) {
    let work = useCase.start()
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
