// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
package import Wording

/// Why a request has no outcome; the cases say whose mistake it is, so that a face can answer in its
/// own way (exit status, HTTP status).
package enum ApplicationError: Error, Equatable, Sendable {
  /// The request itself is wrong.
  case request(RequestError)
  /// A file that it names is wrong, or cannot be read.
  case file(String, FileProblem)
  /// Request and files are sound, but the question has no answer.
  case noAnswer(NoAnswer)
  case cancelled

  /// What a run on a file threw, which may be its cancellation.
  init(_ error: any Error, file: String, plan: String? = nil) {
    switch error {
    case let error as ApplicationError: self = error
    case is CancellationError: self = .cancelled
    case let error as PlanProblem: self.init(error.cause, file: file, plan: error.plan)
    default: self = .file(file, .refused(plan: plan, Cause(error)))
    }
  }

  /// One sentence, or one line for each mistake of a file: place, what was found, what is allowed.
  ///
  /// - Parameter name: How the face calls a field of its request.
  package func sentence(naming name: (RequestField) -> String = \.rawValue) -> Localized {
    switch self {
    case .request(let error): error.sentence(naming: name)
    case .file(let file, let problem): problem.sentence(in: file)
    case .noAnswer(let reason): reason.sentence(naming: name)
    case .cancelled: Localized(en: "cancelled.", zh: "已取消。")
    }
  }
}

/// What of a request is meant. Each face has its own name for it: an option, a field of a form.
package enum RequestField: String, CaseIterable, Sendable {
  case plan, replication, chat, chats, at, size, against, dates
  case chatsReplication = "chats-replication"
}
