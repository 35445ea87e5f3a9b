// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
import Planning
import Plans
import Scenarios
package import Scorecards

/// One message of a simulated chat, as a log of messages has it.
package struct MessageRow: Equatable, Sendable {
  package let plan: String
  package let replication: Int
  /// Number of the chat among the shop's own of its replication, from 0.
  package let session: Int
  package let date: CivilDate
  /// Milliseconds after midnight.
  package let millisecond: Int
  package let side: MessageSide
  /// Number of the agent, from 0; nil of a customer.
  package let agent: Int?
  /// IANA zone of the shop's clock.
  package let timeZone: String

  init(_ message: MessageLog.Message, plan: String, replication: Int, timeZone: String) {
    self.plan = plan
    self.timeZone = timeZone
    self.replication = replication
    session = message.session
    let (day, millisecond) = message.time.quotientAndRemainder(
      dividingBy: MessageLog.millisecondsADay)
    date = CivilDate(dayNumber: day)
    self.millisecond = millisecond
    side = message.side
    agent = message.agent < 0 ? nil : message.agent
  }
}

/// The messages of some replications of every plan, each replication simulated once more when its
/// messages are looked at: memory holds those of one.
package struct MessageRows: Sequence, Sendable {
  private let desks: [(plan: String, experiment: Experiment)]
  private let replications: [Int]

  init(
    of comparison: Comparison, replications: [Int], in scenario: PlannedScenario
  ) throws(ApplicationError) {
    self.replications = replications
    var desks: [(plan: String, experiment: Experiment)] = []
    for plan in comparison.plans.map(\.name) {
      desks.append((plan, try comparison.experiment(of: plan, in: scenario, for: .chats)))
    }
    self.desks = desks
  }

  package func makeIterator() -> some IteratorProtocol<MessageRow> {
    let replications = replications
    return desks.lazy.flatMap { desk in
      replications.lazy.flatMap { replication in
        MessageLog.messages(
          of: ChatLog(of: desk.experiment, replication: replication), in: desk.experiment.scenario
        ).map {
          MessageRow(
            $0, plan: desk.plan, replication: replication,
            timeZone: desk.experiment.scenario.timeZone)
        }
      }
    }.makeIterator()
  }
}
