// SPDX-License-Identifier: GPL-3.0-or-later

package import Experiments
package import QueueingTheory
package import Rostering
import Wording

/// Why a sound request has no answer.
package enum NoAnswer: Error, Equatable, Sendable {
  /// The plan's contract cannot be priced on what is simulated, so that it was not compared.
  case planRefused(RequestField, plan: String)
  /// `subject` is the plan or the file that is to blame.
  case bill(subject: String, BillRefusal)
  case noSteadyState(file: String, SteadyStateError)
  /// A desk that a formula is asked about cannot do its work, or no desk can.
  case formula(QueueingError)
  /// People whose rules allow no roster; `file` is that of the staff.
  case roster(file: String, RosterConflicts, of: RosterProblem)
}

extension NoAnswer {
  func sentence(naming name: (RequestField) -> String) -> Localized {
    switch self {
    case .planRefused(let field, let plan):
      Localized(
        en: "\(name(field)) \(plan): the plan was refused and has no chats.",
        zh: "\(name(field)) \(plan)：该方案无法计价，没有会话。")
    case .bill(let subject, let refusal): refusal.sentence.placed(subject)
    case .roster(let file, let conflicts, let problem):
      conflicts.sentence(of: problem).placed(file)
    case .formula(let error): Cause.queueing(error).sentence
    case .noSteadyState(let file, let error): Cause.steadyState(error).sentence.placed(file)
    }
  }
}
