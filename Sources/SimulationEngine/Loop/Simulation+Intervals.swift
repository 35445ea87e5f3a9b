// SPDX-License-Identifier: GPL-3.0-or-later

/// Intervals: what has been summed up goes to the record.
extension Simulation where Agents: ~Copyable {
  mutating func beginInterval() {
    flushInterval()
    interval += 1
    intervalStart = now
    if interval < rules.intervalCount {
      firstCell = interval * rules.rowsPerInterval
      ownFlags = .measured
      nextInterval = Double(interval + 1) * rules.intervalLength
    } else {
      // Beyond the horizon chats end and are booked aside.
      interval = -1
      ownFlags = []
      firstCell = rules.intervalCount * rules.rowsPerInterval
      nextInterval = .infinity
    }
  }

  private mutating func flushInterval() {
    let length = now - intervalStart
    let row = interval >= 0 ? interval : rules.intervalCount
    for agent in 0..<agents.count where agents[agent].open > 0 { bookBusy(agent) }
    for group in 0..<groups.count {
      let state = groupStates.base + group
      let cell = books.groups + (row * groups.count + group)
      cell.pointee.staffed +=
        state.pointee.staffedArea + Double(state.pointee.present) * length
      cell.pointee.busy += state.pointee.busyArea
      let slotTime = state.pointee.chatArea + Double(state.pointee.chats) * length
      cell.pointee.chats += slotTime
      cell.pointee.work +=
        groups[group].pace == .constant
        ? slotTime * groups[group].speed
        : state.pointee.workArea + state.pointee.workRate * length
      state.pointee.staffedArea = 0
      state.pointee.busyArea = 0
      state.pointee.chatArea = 0
      state.pointee.workArea = 0
    }
  }

  /// The agents' sums, when all is over.
  borrowing func agentTotals(into totals: inout [AgentTotals]) {
    for agent in 0..<agents.count {
      totals[agent].chats = agents[agent].log.chats
      totals[agent].busy = agents[agent].log.busy
      totals[agent].staffed = agents[agent].log.staffed
      totals[agent].composing = agents[agent].log.work
    }
  }
}
