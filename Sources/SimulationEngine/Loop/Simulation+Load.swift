// SPDX-License-Identifier: GPL-3.0-or-later

/// What a change of an agent's chats means: her speed, her next completion, the sums and the selector.
extension Simulation where Agents: ~Copyable {
  /// Carries the agent's virtual time to now; at a constant pace it is the clock's.
  @inline(__always)
  mutating func advance(_ agent: Int) {
    let state = agents.base + agent
    if groups[Int(state.pointee.group)].pace == .constant {
      state.pointee.virtualTime = now
      return
    }
    state.pointee.virtualTime =
      state.pointee.working > 0
      ? state.pointee.virtualTime + (now - state.pointee.updatedAt) * state.pointee.speed : 0
    state.pointee.updatedAt = now
  }

  /// After any change to the chats in hand: the new speed, the next completion, the group's sums
  /// and the selector's index.
  ///
  /// - Parameter isTaken: Whether the agent was taken out of the event list.
  @inline(__always)
  mutating func settle(
    _ agent: Int, openBefore: Int32, wasAccepting: Bool, isTaken: Bool
  ) {
    let state = agents.base + agent
    let group = Int(state.pointee.group)
    let open = state.pointee.open
    let pace = groups[group].pace
    if pace == .shared {
      let speed = speeds[group &* SimulationModel.speedLevels &+ Int(open)]
      state.pointee.speed = speed.speed
      state.pointee.slowness = speed.slowness
    }
    if rules.usesMessages { planReply(agent) }
    var next =
      pace == .constant
      ? state.pointee.leastMark
      : state.pointee.working > 0
        ? now + (state.pointee.leastMark - state.pointee.virtualTime) * state.pointee.slowness
        : .infinity
    if rules.usesTimers { next = fastMin(next, clocks[agent].next) }
    if isTaken { completions.put(agent, next) } else { completions.set(agent, to: next) }
    let elapsed = now - intervalStart
    if pace == .shared {
      let workRate = Double(state.pointee.working) * state.pointee.speed
      let change = workRate - state.pointee.workRate
      state.pointee.workRate = workRate
      groupStates[group].workRate += change
      groupStates[group].workArea -= change * elapsed
    }
    if open != openBefore {
      bookLoad(agent, group, openBefore: openBefore, elapsed: elapsed)
      if wasAccepting { reindex(agent, group, from: openBefore, to: open) }
    }
  }

  @inline(__always)
  mutating func bookLoad(
    _ agent: Int, _ group: Int, openBefore: Int32, elapsed: Double
  ) {
    let open = agents[agent].open
    let change = Int(open - openBefore)
    groupStates[group].chats &+= change
    groupStates[group].chatArea -= Double(change) * elapsed
    if openBefore == 0 {
      busySince[2 &* agent] = now
    } else if open == 0 {
      bookBusy(agent)
    }
  }

  /// Books how long the agent has been busy since that was booked last.
  @inline(__always)
  mutating func bookBusy(_ agent: Int) {
    let busy = now - busySince[2 &* agent]
    busySince[2 &* agent] = now
    agents[agent].log.busy += busy
    groupStates[Int(agents[agent].group)].busyArea += busy
  }

  @inline(__always)
  mutating func reindex(_ agent: Int, _ group: Int, from before: Int32, to open: Int32) {
    let limit = groups[group].chatLimit
    if !Scope.isPlain { groupStates[group].freeSlots &-= Int(open - before) }
    if before < limit {
      selector.remove(agent, group: group, open: Int(before))
    } else {
      groupStates[group].freeAgents &+= 1
    }
    if open < limit {
      selector.add(agent, group: group, open: Int(open))
    } else {
      groupStates[group].freeAgents &-= 1
    }
  }
}
