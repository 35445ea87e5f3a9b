// SPDX-License-Identifier: GPL-3.0-or-later

/// Intervals: what has been summed up goes to the record.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  mutating func beginInterval() {
    flushInterval()
    if interval < 0, intervalStart < 0 { forgetWarmUp() }
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

  /// The horizon begins: what agents did before is in none of their sums, and of the chats in hand
  /// only the work that is left.
  private mutating func forgetWarmUp() {
    for agent in 0..<agents.count {
      let state = agents.base + agent
      let since = max(now, state.pointee.log.acceptingSince)
      state.pointee.log = AgentLog()
      state.pointee.log.acceptingSince = since
      if state.pointee.open > 0, state.pointee.pace != .constant {
        state.pointee.log.work = events.remaining(agent: agent, state: state, at: now)
      }
    }
  }

  /// The agents' sums, when all is over.
  borrowing func agentTotals(into totals: inout [AgentTotals]) {
    for agent in 0..<agents.count {
      totals[agent].chats = agents[agent].log.chats
      totals[agent].answered = agents[agent].log.chats - agents[agent].log.empty
      totals[agent].busy = agents[agent].log.busy
      totals[agent].staffed = agents[agent].log.staffed
      totals[agent].composing = agents[agent].log.work
    }
  }

  /// The shop's own messages of closed hours that no opening has taken up, when all is over.
  borrowing func heldMessages(ofType type: Int) -> Int {
    let line = types.count + type
    return (0..<lines.count(line)).count {
      Int(lines[line, $0].cell) % rules.rowsPerInterval < types.count
    }
  }
}
