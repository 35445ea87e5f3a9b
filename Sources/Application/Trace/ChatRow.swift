// SPDX-License-Identifier: GPL-3.0-or-later

package import Calendars
import Experiments
import Planning
import Plans
import Scenarios
import Workforce

/// One chat of one replication, as it went.
package struct ChatRow: Equatable, Sendable {
  package var plan: String
  /// Number of the chat by arrival, from 0.
  package var chat: Int
  package var date: CivilDate
  /// Seconds after midnight on the shop's clock.
  package var second: Double
  package var inquiryType: String
  package var isBackground: Bool
  /// `served`, `abandoned`, `silently_abandoned`, `blocked`, `lost_outside_hours`, `unserved`.
  package var outcome: String
  /// Seconds; nil where the chat never queued.
  package var wait: Double?
  /// Seconds from arrival to the first reply; nil where there was none.
  package var firstReply: Double?
  /// Seconds from first assignment to release of the slot.
  package var handling: Double?
  package var group: String?
  package var agent: Int?
  package var isOrder: Bool

  package init(
    plan: String, chat: Int, date: CivilDate, second: Double, inquiryType: String,
    isBackground: Bool = false, outcome: String, wait: Double? = nil, firstReply: Double? = nil,
    handling: Double? = nil, group: String? = nil, agent: Int? = nil, isOrder: Bool = false
  ) {
    self.plan = plan
    self.chat = chat
    self.date = date
    self.second = second
    self.inquiryType = inquiryType
    self.isBackground = isBackground
    self.outcome = outcome
    self.wait = wait
    self.firstReply = firstReply
    self.handling = handling
    self.group = group
    self.agent = agent
    self.isOrder = isOrder
  }
}

extension ChatRow {
  /// Every chat of one replication of a compared plan, with the seats that the comparison found.
  static func rows(
    of comparison: Comparison, plan name: String, replication: Int, in scenario: PlannedScenario
  ) throws(ApplicationError) -> [ChatRow] {
    guard let plan = scenario.plans.first(where: { $0.name == name }),
      let staffing = comparison.staffing(of: plan)
    else { throw .noAnswer(.planRefused(.chats, plan: name)) }
    do {
      let experiment = try Experiment(scenario: scenario.scenario, staffing: staffing)
      return ChatLog(of: experiment, replication: replication).chats.enumerated().map {
        ChatRow(
          $0.element, number: $0.offset, plan: name, in: scenario.scenario, experiment.timeline)
      }
    } catch {
      throw ApplicationError(error, file: "", plan: name)
    }
  }

  private init(
    _ chat: LoggedChat, number: Int, plan: String, in scenario: Scenario,
    _ timeline: StaffingTimeline
  ) {
    let day = Int((chat.firstSeen / 86_400).rounded(.down))
    let start = chat.arrived ?? chat.firstSeen
    self.init(
      plan: plan, chat: number, date: scenario.horizon.first.advanced(by: day),
      second: chat.firstSeen - Double(day) * 86_400,
      inquiryType: scenario.inquiryTypes[chat.type].name, isBackground: chat.isBackground,
      outcome: chat.outcome.rawValue, wait: chat.wait,
      firstReply: chat.firstReply.map { $0 - start },
      handling: chat.assigned.flatMap { taken in chat.closed.map { $0 - taken } },
      group: chat.agent.map { timeline.groups[timeline.agents[$0].group] }, agent: chat.agent,
      isOrder: chat.isOrder)
  }
}
