// SPDX-License-Identifier: GPL-3.0-or-later

/// Intervals: what has been summed up goes to the record.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
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
    for index in 0..<staffedGroups.count {
      let group = Int(staffedGroups[index])
      groupStates[group].begun += groupStates[group].carried
      groupStates[group].carried = 0
    }
    for agent in 0..<agents.count where agents[agent].open > 0 {
      bookBusy(agent)
      if agents[agent].pace != .constant {
        groupStates[Int(agents[agent].group)].carried += events.remaining(
          agent: agent, state: agents.base + agent, at: now)
      }
    }
    for index in 0..<staffedGroups.count {
      let group = Int(staffedGroups[index])
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
        : state.pointee.begun - state.pointee.carried
      state.pointee.staffedArea = 0
      state.pointee.busyArea = 0
      state.pointee.chatArea = 0
      state.pointee.begun = 0
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
