// SPDX-License-Identifier: GPL-3.0-or-later

/// A chat is over where agents share their effort: its slot is emptied and filled again.
extension Simulation where Agents: ~Copyable {
  /// The agent at the root of the tree has finished something.
  @inline(__always)
  mutating func complete() {
    let agent = completions.takeLeast()
    if rules.usesTimers, clocks[agent].isDue(at: now) {
      runClock(agent)
      return
    }
    let state = agents.base + agent
    let open = state.pointee.open
    state.pointee.virtualTime = state.pointee.leastMark
    state.pointee.updatedAt = now
    let (slot, others) = endingSlot(of: agent)
    release(slot, of: agent, others: others)
    finishRelease(agent, openBefore: open)
  }

  /// The slot whose conversation ends first, and the least mark of the others.
  @inline(__always)
  private mutating func endingSlot(of agent: Int) -> (slot: Int, others: Double) {
    let first = agent &* slotStride
    if slotStride == 1 { return (first, .infinity) }
    let mark = agents[agent].leastMark
    if slotStride == 8 {
      let (place, others) = EightTimes(UnsafePointer(marks.base + first)).split(at: mark)
      return (first &+ place, others)
    }
    var slot = first
    while marks[slot] != mark { slot &+= 1 }
    return (slot, leastMark(of: agent, except: slot))
  }

  @inline(never)
  mutating func leastMark(of agent: Int, except slot: Int) -> Double {
    let first = agent &* slotStride
    var least = Double.infinity
    for each in first..<(first &+ Int(agents[agent].open)) where each != slot {
      least = fastMin(least, marks[each])
    }
    return least
  }

  /// Fills the slots that have become free, or leaves them open. The agent was taken out of the
  /// event list.
  @inline(__always)
  mutating func finishRelease(_ agent: Int, openBefore: Int32) {
    if rules.countsHeads, agents[agent].open == 0, !overdue.isEmpty,
      goForOverdue(agent, openBefore: openBefore)
    {
      return
    }
    if agents[agent].isAccepting, waiting > 0, agents[agent].open < openBefore {
      noteFreeSlots(agent, Int(openBefore - agents[agent].open))
      let type = nextType(forGroup: Int(agents[agent].group))
      if type >= 0 { begin(removeHead(type), type: type, at: agent) }
      noteFreeSlots(agent, -Int(openBefore - agents[agent].open) - (type >= 0 ? 1 : 0))
      settle(agent, openBefore: openBefore, wasAccepting: true, isTaken: true)
      if type >= 0 { noteAssigned(agent) }
    } else {
      settle(
        agent, openBefore: openBefore, wasAccepting: agents[agent].isAccepting, isTaken: true)
    }
  }

  /// Shows slots as free while a contact is chosen for them, which only a reserve looks at.
  @inline(__always)
  private mutating func noteFreeSlots(_ agent: Int, _ change: Int) {
    guard rules.reservedType >= 0 else { return }
    groupStates[Int(agents[agent].group)].freeSlots += change
  }

  /// Empties a slot; the agent's last chat moves into it.
  ///
  /// - Parameters:
  ///   - others: Least mark of the agent's other conversations.
  ///   - goesOn: Whether the chat is not over, but handed over.
  @inline(__always)
  mutating func release(_ slot: Int, of agent: Int, others: Double, goesOn: Bool = false) {
    if !goesOn {
      note(.closed(agent: agent), key: openChats[slot].key, cell: Int(openChats[slot].cell))
    }
    let state = agents.base + agent
    let last = agent &* slotStride &+ Int(state.pointee.open) &- 1
    if marks[slot] < .infinity {
      state.pointee.working &-= 1
      if groups[Int(state.pointee.group)].pace == .frozen { endFrozen(slot, of: agent) }
    }
    if slot != last {
      marks[slot] = marks[last]
      openChats[slot] = openChats[last]
    }
    if rules.usesTimers { moveClocks(from: last, to: slot, of: agent) }
    if frozenSpeeds.count > 0 { frozenSpeeds[slot] = frozenSpeeds[last] }
    marks[last] = .infinity
    state.pointee.open &-= 1
    state.pointee.leastMark = others
  }

  private mutating func endFrozen(_ slot: Int, of agent: Int) {
    let group = Int(agents[agent].group)
    let speed = frozenSpeeds[slot]
    agents[agent].workRate -= speed
    groupStates[group].workArea += speed * (now - intervalStart)
    groupStates[group].workRate -= speed
  }
}
