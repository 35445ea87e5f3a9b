// SPDX-License-Identifier: GPL-3.0-or-later

import Demand
import Scenarios
import SimulationEngine
import Workforce

/// Keeps every moment that the engine reports.
struct Diary: SimulationObserver {
  static var isWatching: Bool { true }
  var moments: [ChatMoment] = []

  mutating func note(_ moment: ChatMoment) { moments.append(moment) }

  func times(_ wanted: (ChatMoment.Kind) -> Bool) -> [Double] {
    moments.filter { wanted($0.kind) }.map(\.time)
  }

  /// Times at which chats were closed.
  var closings: [Double] {
    times { if case .closed = $0 { true } else { false } }
  }

  var assignments: [Double] {
    times { if case .assigned = $0 { true } else { false } }
  }

  var replies: [Double] {
    times { if case .replied = $0 { true } else { false } }
  }

  var agents: [Int] {
    moments.compactMap { if case .assigned(let agent) = $0.kind { agent } else { nil } }
  }
}

func model(
  _ scenario: Scenario, _ lines: [StaffingLine], scale: Double = 1
) throws -> SimulationModel {
  try SimulationModel(
    scenario: scenario, staffing: StaffingTimeline(scenario: scenario, lines: lines),
    arrivals: ArrivalPlan(scenario: scenario, scale: scale))
}

func watch(
  _ scenario: Scenario, _ lines: [StaffingLine], replication: Int = 0
) throws -> (record: ReplicationRecord, diary: Diary) {
  let model = try model(scenario, lines)
  var diary = Diary()
  let record = simulate(model, replication: replication, observer: &diary)
  return (record, diary)
}

func close(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-6 }
}
