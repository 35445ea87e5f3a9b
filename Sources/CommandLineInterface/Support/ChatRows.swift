// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Planning
import Plans
import Reporting
import Scenarios
import Workforce

extension PlannedScenario {
  /// Refuses a name that no plan has.
  func checkPlan(_ name: String, option: String) throws(CommandFailure) {
    let known = plans.map(\.name)
    if known.contains(name) { return }
    throw CommandFailure(
      status: .usage,
      message: "\(option) \(name): no such plan; there are \(known.joined(separator: ", ")).")
  }
}

extension PlannedScenario {
  /// Refuses a replication that the run does not have; where a precision is asked for, nobody knows
  /// beforehand how many there will be.
  func checkReplication(_ number: Int, option: String) throws(CommandFailure) {
    let count = scenario.experiment.replications
    guard scenario.experiment.relativePrecision == nil, number >= count else { return }
    throw CommandFailure(
      status: .usage,
      message:
        "\(option): found \(number), allowed 0 to \(count - 1), the replications of this run.")
  }
}

extension ChatRow {
  /// Every chat of one replication of a compared plan, with the seats that the comparison found.
  static func rows(
    of comparison: Comparison, plan name: String, replication: Int, in scenario: PlannedScenario
  ) throws(CommandFailure) -> [ChatRow] {
    guard let outcome = comparison.plans.first(where: { $0.name == name }),
      let plan = scenario.plans.first(where: { $0.name == name })
    else {
      throw CommandFailure(
        status: .noAnswer, message: "--chats \(name): the plan was refused and has no chats.")
    }
    var staffing = plan.staffing
    staffing.lines = outcome.staffing.lines
    staffing.sizing = nil
    do {
      let experiment = try Experiment(scenario: scenario.scenario, staffing: staffing)
      return ChatLog(of: experiment, replication: replication).chats.enumerated().map {
        ChatRow(
          $0.element, number: $0.offset, plan: name, in: scenario.scenario, experiment.timeline)
      }
    } catch {
      throw CommandFailure(status: .badData, message: "--chats \(name): \(sentence(for: error))")
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
