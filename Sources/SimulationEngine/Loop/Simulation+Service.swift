// SPDX-License-Identifier: GPL-3.0-or-later

/// An agent takes a chat, works on it with the others in hand, and is done with it.
extension Simulation where Agents: ~Copyable {
  /// Gives a contact to a free agent.
  ///
  /// - Parameter isAtOnce: Whether the contact has just arrived and has not waited.
  @inline(__always)
  mutating func assign(
    _ contact: WaitingContact, type: Int, to agent: Int, isAtOnce: Bool = false
  ) {
    if Scope.isPlain {
      converse(contact, type: type, with: agent, isAtOnce: isAtOnce)
    } else {
      let open = agents[agent].open
      advance(agent)
      begin(contact, type: type, at: agent, isAtOnce: isAtOnce)
      settle(agent, openBefore: open, wasAccepting: agents[agent].isAccepting, isTaken: false)
    }
    noteAssigned(agent)
  }

  /// Tells the selector that the agent has been given a chat.
  @inline(__always)
  mutating func noteAssigned(_ agent: Int) {
    let group = Int(agents[agent].group)
    let isFree = agents[agent].open < groups[group].chatLimit
    selector.assigned(agent, group: group, isFree: isFree, at: now)
  }

  /// Puts a contact into the agent's next slot; `settle` must follow.
  @inline(__always)
  mutating func begin(
    _ contact: WaitingContact, type: Int, at agent: Int, isAtOnce: Bool = false
  ) {
    let slot = agent &* slotStride &+ Int(agents[agent].open)
    agents[agent].open &+= 1
    openChats[slot] = OpenChat(contact, type: type)
    marks[slot] = .infinity
    if rules.usesTimers {
      closes[slot] = .infinity
      messages[slot].readyAt = .infinity
    }
    if contact.flags.contains(.handedOver) {
      resume(contact, type: type, slot: slot, at: agent)
      return
    }
    agents[agent].log.chats &+= 1
    if contact.deadline < now {
      bookSilentLeaver(contact, type: type)
      hold(slot, of: agent, until: now + types[type].idleClose)
      return
    }
    bookAnswer(contact, type: type, agent: agent, isAtOnce: isAtOnce)
    if types[type].isMessages {
      beginMessages(contact, type: type, slot: slot)
    } else {
      startWork(contact.work, slot: slot, at: agent)
    }
    note(.assigned(agent: agent), key: contact.key, cell: Int(contact.cell))
  }

  @inline(__always)
  mutating func startWork(_ work: Double, slot: Int, at agent: Int) {
    agents[agent].log.work += work
    let state = agents.base + agent
    let group = Int(agents[agent].group)
    let pace = groups[group].pace
    var length = pace == .constant ? work * state.pointee.slowness : work
    if pace == .frozen {
      let speed = speeds[group &* SimulationModel.speedLevels &+ Int(agents[agent].open)].speed
      length = work / speed
      agents[agent].workRate += speed
      groupStates[group].workArea -= speed * (now - intervalStart)
      groupStates[group].workRate += speed
      frozenSpeeds[slot] = speed
    }
    let mark = state.pointee.virtualTime + length
    marks[slot] = mark
    state.pointee.working &+= 1
    state.pointee.leastMark = fastMin(state.pointee.leastMark, mark)
  }

  /// Books the wait, the first reply and the order of an answered contact.
  @inline(__always)
  mutating func bookAnswer(
    _ contact: WaitingContact, type: Int, agent: Int, isAtOnce: Bool
  ) {
    let cell = Int(contact.cell)
    if isAtOnce {
      results.atOnce[cell] &+= 1
    } else {
      let row = results.contacts + cell
      let wait = now - contact.arrival
      row.pointee.answered &+= 1
      row.pointee.answeredWait += wait
      if wait <= rules.acceptableWait { row.pointee.answeredWithinAcceptableWait &+= 1 }
      if contact.flags.contains(.measured) { results.count(.answeredWait, type: type, wait) }
      if types[type].repliesAtOnce, wait <= 180 {
        row.pointee.repliedWithinThreeMinutes &+= 1
      }
    }
    if types[type].repliesLaterOrSells {
      bookFirstReply(
        contact.key, arrival: contact.arrival, cell: cell, flags: contact.flags, type: type,
        agent: agent)
      bookPurchase(contact.key, cell: cell, type: type, agent: agent)
    }
  }

  /// The agent's first reply to a conversation that is simulated whole.
  @inline(never)
  private mutating func bookFirstReply(
    _ key: UInt64, arrival: Double, cell: Int, flags: ContactFlags, type: Int, agent: Int
  ) {
    guard !types[type].repliesAtOnce, !types[type].isMessages else { return }
    let row = results.contacts + cell
    let reply = now - arrival + draws.value(types[type].firstReply, key, Purpose.firstReply)
    row.pointee.firstReplyTime += reply
    if reply <= 180 { row.pointee.repliedWithinThreeMinutes &+= 1 }
    if flags.contains(.measured) { results.countReply(type: type, reply) }
    note(.replied(agent: agent), key: key, cell: cell, time: arrival + reply)
  }

  @inline(never)
  private mutating func bookPurchase(_ key: UInt64, cell: Int, type: Int, agent: Int) {
    guard types[type].conversion > 0 else { return }
    var coin = RandomStream(key: key, purpose: Purpose.purchase)
    let factor = groups[Int(agents[agent].group)].conversionFactor
    guard coin.uniform() < types[type].conversion * factor else { return }
    results.contacts[cell].orders &+= 1
    note(.ordered, key: key, cell: cell)
  }

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
