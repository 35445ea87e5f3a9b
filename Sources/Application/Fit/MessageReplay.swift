// SPDX-License-Identifier: GPL-3.0-or-later

import Calendars
import Experiments
import Scenarios
import Scorecards

/// The chats of a log once more, at their times, under laws of turns: to as many agents around the clock
/// as had sessions open when rounds of the log began.
struct MessageReplay: Sendable {
  private let scenario: Scenario
  private let staffing: StaffingPlan
  private let replications: Int

  /// Rounds that are simulated altogether, about.
  private static let roundsWanted = 20_000
  private static let mostReplications = 60

  init(of turns: MessageTurns, days: DateSpan, exchange: MessageExchange) {
    let origin = Double(days.first.dayNumber) * 86_400
    let allDay = ClockSpan(start: .midnight, end: .endOfDay)
    let type = InquiryType(name: "chat", service: .messages(exchange))
    scenario = Scenario(
      name: "log", horizon: days, serviceWindow: .daily(allDay), inquiryTypes: [type],
      demand: [
        DemandStream(
          name: "log",
          source: .history(
            HistoryReplay(
              source: "log",
              records: .arrivals(ArrivalLog(times: turns.starts.map { $0 + origin })),
              gapsAreEmpty: true)),
          mix: [TypeShare(inquiryType: type.name, share: 1)])
      ],
      agentGroups: [
        AgentGroup(
          name: "agents", skills: [Skill(inquiryType: type.name)], chatLimit: 64,
          concurrency: .independentOfLoad)
      ])
    staffing = StaffingPlan(lines: [
      StaffingLine(
        group: "agents", shift: ShiftPattern(name: "day", hours: allDay),
        agents: max(1, Int(turns.agentsAtOnce.rounded())))
    ])
    replications = min(
      Self.mostReplications, max(2, Self.roundsWanted / max(1, turns.rounds.count)))
  }

  /// The answered rounds of all replications, each chat of each a session of its own.
  func rounds() throws -> [MessageTurns.Round] {
    let experiment = try Experiment(scenario: scenario, staffing: staffing)
    var all: [MessageTurns.Round] = []
    var sessions = 0
    for replication in 0..<replications {
      try Task.checkCancellation()
      let chats = ChatLog(of: experiment, replication: replication)
      guard let log = MessageLog(chats, in: scenario) else { continue }
      all += MessageTurns(log).rounds.map { $0.inSession($0.session + sessions) }
      sessions += log.sessionCount
    }
    return all
  }
}
