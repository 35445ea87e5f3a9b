// SPDX-License-Identifier: GPL-3.0-or-later

extension SimulationModel {
  /// When the desk is open and when each agent is on duty and not on a break in a replication, in
  /// seconds since the horizon's start and within the horizon; each list in order and without overlap.
  ///
  /// Of each agent's own roster: where heads count at a shift's end (`pool_exchangeable`), colleagues
  /// may change places.
  package func presence(replication: Int) -> (open: [Range<Double>], agents: [[Range<Double>]]) {
    let events =
      absences.isEmpty
      ? calendar : absences.present(calendar, seed: seed, replication: replication)
    var open: [Range<Double>] = []
    var spans = [[Range<Double>]](repeating: [], count: agentCount)
    var openSince = Double.infinity
    var since = [Double](repeating: .infinity, count: agentCount)
    var isOnDuty = [Bool](repeating: false, count: agentCount)
    let end = endTime
    func add(from start: Double, to stop: Double, _ list: inout [Range<Double>]) {
      let (low, high) = (max(0, start), min(end, stop))
      if low < high { list.append(low..<high) }
    }
    for event in events {
      let agent = Int(event.agent)
      switch event.kind {
      case .windowOpens: openSince = event.time
      case .windowCloses:
        add(from: openSince, to: event.time, &open)
        openSince = .infinity
      case .dutyStarts:
        isOnDuty[agent] = true
        since[agent] = event.time
      case .breakEnds: if isOnDuty[agent] { since[agent] = event.time }
      case .breakStarts, .dutyEnds:
        add(from: since[agent], to: event.time, &spans[agent])
        since[agent] = .infinity
        if event.kind == .dutyEnds { isOnDuty[agent] = false }
      case .holdStarts, .holdEnds: break
      }
    }
    return (open, spans)
  }
}
