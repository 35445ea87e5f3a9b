// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
import Planning
import Plans
import Scenarios
import Workforce

/// One chat of one replication, as it went.
package struct ChatRow: Equatable, Sendable {
  /// An instant on the shop's clock.
  package struct Moment: Equatable, Sendable {
    package var date: CivilDate
    /// Seconds after midnight.
    package var second: Double

    package init(date: CivilDate, second: Double) {
      self.date = date
      self.second = second
    }

    /// - Parameter time: Seconds since the start of the horizon.
    init(_ time: Double, in scenario: Scenario) {
      let day = (time / 86_400).rounded(.down)
      self.init(
        date: scenario.horizon.first.advanced(by: Int(day)), second: time - day * 86_400)
    }
  }

  package var plan: String
  package var replication: Int
  /// Number of the chat in its replication by the time of writing, from 0; those of a warm-up, which
  /// have no rows, are numbered too.
  package var chat: Int
  /// From when the wait counts, and where every other file books the chat: its arrival at the desk, or
  /// the writing where it never came to it.
  package var arrival: Moment
  /// When the customer wrote; earlier than the arrival where he was kept until opening.
  package var written: Moment
  package var inquiryType: String
  package var isBackground: Bool
  /// Whether it counts among the arrivals.
  package var hasArrived: Bool
  package var isCarriedOver: Bool
  /// `served`, `abandoned`, `silently_abandoned`, `blocked`, `lost_outside_hours`, `unserved`,
  /// `waiting_for_opening`.
  package var outcome: String
  /// Seconds until an agent took the chat or the customer left; nil where neither happened.
  package var wait: Double?
  /// Seconds from arrival to an agent's taking; longer than the wait of a silent leaver.
  package var taken: Double?
  /// Seconds from arrival to the first reply; nil where there was none.
  package var firstReply: Double?
  /// Seconds from first assignment to release of the slot.
  package var handling: Double?
  package var group: String?
  /// Who took the chat.
  package var agent: Int?
  /// Who held it last.
  package var lastAgent: Int?
  package var isOrder: Bool
  /// IANA zone of the shop's clock.
  package var timeZone: String

  package init(
    plan: String, replication: Int = 0, chat: Int, arrival: Moment, written: Moment? = nil,
    inquiryType: String, isBackground: Bool = false, hasArrived: Bool = true,
    isCarriedOver: Bool = false, outcome: String, wait: Double? = nil, taken: Double? = nil,
    firstReply: Double? = nil, handling: Double? = nil, group: String? = nil, agent: Int? = nil,
    lastAgent: Int? = nil, isOrder: Bool = false, timeZone: String
  ) {
    self.plan = plan
    self.replication = replication
    self.chat = chat
    self.arrival = arrival
    self.written = written ?? arrival
    self.inquiryType = inquiryType
    self.isBackground = isBackground
    self.hasArrived = hasArrived
    self.isCarriedOver = isCarriedOver
    self.outcome = outcome
    self.wait = wait
    self.taken = taken
    self.firstReply = firstReply
    self.handling = handling
    self.group = group
    self.agent = agent
    self.lastAgent = lastAgent
    self.isOrder = isOrder
    self.timeZone = timeZone
  }
}

extension ChatRow {
  /// Every chat of one replication that counts in it: those that came in a warm-up are left out.
  static func rows(
    of experiment: Experiment, plan: String, replication: Int
  ) -> [ChatRow] {
    ChatLog(of: experiment, replication: replication).chats.enumerated()
      .filter { ($0.element.arrived ?? $0.element.firstSeen) >= 0 }
      .map {
        ChatRow(
          $0.element, number: $0.offset, plan: plan, replication: replication,
          in: experiment.scenario, experiment.timeline)
      }
  }

  private init(
    _ chat: LoggedChat, number: Int, plan: String, replication: Int, in scenario: Scenario,
    _ timeline: StaffingTimeline
  ) {
    let start = chat.arrived ?? chat.firstSeen
    self.init(
      plan: plan, replication: replication, chat: number, arrival: Moment(start, in: scenario),
      written: Moment(chat.firstSeen, in: scenario),
      inquiryType: scenario.inquiryTypes[chat.type].name, isBackground: chat.isBackground,
      hasArrived: chat.arrived != nil, isCarriedOver: chat.isCarriedOver,
      outcome: chat.outcome.rawValue, wait: chat.wait, taken: chat.assigned.map { $0 - start },
      firstReply: chat.firstReply.map { $0 - start },
      handling: chat.assigned.flatMap { taken in chat.closed.map { $0 - taken } },
      group: chat.agent.map { timeline.groups[timeline.agents[$0].group] }, agent: chat.agent,
      lastAgent: chat.lastAgent, isOrder: chat.isOrder, timeZone: scenario.timeZone)
  }
}

extension Comparison {
  /// A compared plan once more, with the seats that the comparison found.
  ///
  /// - Parameter use: What it is wanted for, where the plan was refused.
  func experiment(
    of name: String, in scenario: PlannedScenario, for use: RequestField
  ) throws(ApplicationError) -> Experiment {
    guard let plan = scenario.plans.first(where: { $0.name == name }),
      let staffing = staffing(of: plan)
    else { throw .noAnswer(.planRefused(use, plan: name)) }
    do {
      return try Experiment(scenario: scenario.scenario, staffing: staffing)
    } catch {
      throw ApplicationError(error, file: "", plan: name)
    }
  }
}
