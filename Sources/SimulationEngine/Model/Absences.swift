// SPDX-License-Identifier: GPL-3.0-or-later

import Workforce

/// Shifts to which nobody comes, drawn for each replication before it begins.
///
/// The draw is keyed by replication, line, place in the line and time, so that it depends on no
/// customer and on nobody else's shift.
struct Absences: Sendable {
  /// Share of absent shifts for each agent; empty where nobody is ever absent.
  private let shares: [Double]
  private let keys: [UInt64]

  init(_ staffing: StaffingTimeline) {
    let isUsed = staffing.agents.contains { $0.absence > 0 }
    shares = isUsed ? staffing.agents.map(\.absence) : []
    keys =
      isUsed
      ? staffing.agents.map { mix(UInt64($0.line) << 32 | UInt64($0.position)) } : []
  }

  var isEmpty: Bool { shares.isEmpty }

  /// The calendar without the duties of those who do not come.
  func present(
    _ calendar: [CalendarEvent], seed: UInt64, replication: Int
  ) -> [CalendarEvent] {
    let owner = StreamKey.replication(seed: seed, replication: replication)
    var isAbsent = [Bool](repeating: false, count: shares.count)
    return calendar.filter { event in
      let agent = Int(event.agent)
      switch event.kind {
      case .windowOpens, .windowCloses: return true
      case .dutyStarts:
        let time = UInt64(bitPattern: Int64(event.time))
        var stream = RandomStream(
          key: mix(owner ^ keys[agent] &+ mix(time)), purpose: Purpose.absence)
        isAbsent[agent] = stream.uniform() < shares[agent]
        return !isAbsent[agent]
      case .dutyEnds:
        let wasAbsent = isAbsent[agent]
        isAbsent[agent] = false
        return !wasAbsent
      case .breakStarts, .breakEnds, .holdStarts, .holdEnds: return !isAbsent[agent]
      }
    }
  }
}
