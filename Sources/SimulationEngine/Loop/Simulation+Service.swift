// SPDX-License-Identifier: GPL-3.0-or-later

/// An agent takes a chat, works on it with the others in hand, and is done with it.
extension Simulation where Agents: ~Copyable {
  /// Gives a contact to a free agent.
  @inline(__always)
  mutating func assign(_ contact: WaitingContact, type: Int, to agent: Int) {
    let open = agents[agent].open
    advance(agent)
    begin(contact, type: type, at: agent)
    settle(agent, openBefore: open, wasAccepting: agents[agent].isAccepting)
    let isFree = agents[agent].open < groups[Int(agents[agent].group)].chatLimit
    selector.assigned(agent, group: Int(agents[agent].group), isFree: isFree, at: now)
  }

  /// Puts a contact into the agent's next slot; `settle` must follow.
  @inline(__always)
  mutating func begin(_ contact: WaitingContact, type: Int, at agent: Int) {
    let slot = agent * slotStride + Int(agents[agent].open)
    agents[agent].open &+= 1
    openChats[slot] = OpenChat(
      key: contact.key, cell: contact.cell, type: UInt16(truncatingIfNeeded: type),
      flags: UInt16(truncatingIfNeeded: contact.flags.rawValue))
    marks[slot] = .infinity
    if rules.usesTimers {
      closes[slot] = .infinity
      messages[slot].readyAt = .infinity
    }
    if contact.flags.contains(.handedOver) {
      resume(contact, type: type, slot: slot, at: agent)
      return
    }
    logs[agent].chats &+= 1
    if contact.deadline < now {
      bookSilentLeaver(contact, type: type)
      hold(slot, of: agent, until: now + types[type].idleClose)
      return
    }
    bookAnswer(contact, type: type, agent: agent)
    if types[type].isMessages {
      beginMessages(contact, type: type, slot: slot)
    } else {
      var work = draws.value(types[type].work, contact.key, Purpose.work)
      if !types[type].wrapUp.isZero {
        work += draws.value(types[type].wrapUp, contact.key, Purpose.wrapUp)
      }
      startWork(work, slot: slot, at: agent)
    }
    note(.assigned(agent: agent), key: contact.key, cell: Int(contact.cell))
  }

  @inline(__always)
  mutating func startWork(_ work: Double, slot: Int, at agent: Int) {
    logs[agent].work += work
    var length = work
    let group = Int(agents[agent].group)
    if groups[group].isFrozen {
      let speed = speeds[group * SimulationModel.speedLevels + Int(agents[agent].open)]
      length = work / speed
      agents[agent].workRate += speed
      groupStates[group].workArea -= speed * (now - intervalStart)
      groupStates[group].workRate += speed
      frozenSpeeds[slot] = speed
    }
    let mark = agents[agent].virtualTime + length
    marks[slot] = mark
    agents[agent].working &+= 1
    agents[agent].leastMark = fastMin(agents[agent].leastMark, mark)
  }

  /// Books the wait, the first reply and the order of an answered contact.
  @inline(__always)
  mutating func bookAnswer(_ contact: WaitingContact, type: Int, agent: Int) {
    let row = results.contacts + Int(contact.cell)
    let wait = now - contact.arrival
    row.pointee.answered &+= 1
    row.pointee.answeredWait += wait
    if wait <= rules.acceptableWait { row.pointee.answeredWithinAcceptableWait &+= 1 }
    let isMeasured = contact.flags.contains(.measured)
    if isMeasured { results.count(.answeredWait, type: type, wait) }
    if !types[type].isMessages {
      let reply = wait + draws.value(types[type].firstReply, contact.key, Purpose.firstReply)
      row.pointee.firstReplyTime += reply
      if reply <= 180 { row.pointee.repliedWithinThreeMinutes &+= 1 }
      if isMeasured { results.countReply(type: type, reply) }
    }
    let conversion = types[type].conversion
    if conversion > 0 {
      var coin = RandomStream(key: contact.key, purpose: Purpose.purchase)
      let chance = conversion * groups[Int(agents[agent].group)].conversionFactor
      if coin.uniform() < chance {
        row.pointee.orders &+= 1
        note(.ordered, key: contact.key, cell: Int(contact.cell))
      }
    }
  }

  /// The agent at the root of the tree has finished something.
  @inline(__always)
  mutating func complete() {
    let agent = completions.leastPlace()
    if rules.usesTimers, runClock(agent) { return }
    let open = agents[agent].open
    agents[agent].virtualTime = agents[agent].leastMark
    agents[agent].updatedAt = now
    let first = agent * slotStride
    var slot = first
    while marks[slot] != agents[agent].leastMark { slot += 1 }
    release(slot, of: agent)
    finishRelease(agent, openBefore: open)
  }

  /// Fills the slots that have become free, or leaves them open.
  @inline(__always)
  mutating func finishRelease(_ agent: Int, openBefore: Int32) {
    if agents[agent].isAccepting, waiting > 0, agents[agent].open < openBefore {
      noteFreeSlots(agent, Int(openBefore - agents[agent].open))
      let took = takeNext(agent)
      noteFreeSlots(agent, -Int(openBefore - agents[agent].open) - (took ? 1 : 0))
      settle(agent, openBefore: openBefore, wasAccepting: true)
      if took {
        let group = Int(agents[agent].group)
        selector.assigned(
          agent, group: group, isFree: agents[agent].open < groups[group].chatLimit, at: now)
      }
    } else {
      settle(agent, openBefore: openBefore, wasAccepting: agents[agent].isAccepting)
    }
  }

  /// Shows slots as free while a contact is chosen for them, which only a reserve looks at.
  @inline(__always)
  private mutating func noteFreeSlots(_ agent: Int, _ change: Int) {
    groupStates[Int(agents[agent].group)].freeSlots += change
  }

  /// Empties a slot; the agent's last chat moves into it.
  @inline(__always)
  mutating func release(_ slot: Int, of agent: Int) {
    note(.closed(agent: agent), key: openChats[slot].key, cell: Int(openChats[slot].cell))
    let first = agent * slotStride
    let last = first + Int(agents[agent].open) - 1
    if marks[slot] < .infinity {
      agents[agent].working &-= 1
      if groups[Int(agents[agent].group)].isFrozen { endFrozen(slot, of: agent) }
    }
    marks[slot] = marks[last]
    openChats[slot] = openChats[last]
    if rules.usesTimers { moveClocks(from: last, to: slot, of: agent) }
    if frozenSpeeds.count > 0 { frozenSpeeds[slot] = frozenSpeeds[last] }
    marks[last] = .infinity
    agents[agent].open &-= 1
    var least = Double.infinity
    var each = first
    while each < last {
      least = fastMin(least, marks[each])
      each += 1
    }
    agents[agent].leastMark = least
  }

  private func endFrozen(_ slot: Int, of agent: Int) {
    let group = Int(agents[agent].group)
    let speed = frozenSpeeds[slot]
    agents[agent].workRate -= speed
    groupStates[group].workArea += speed * (now - intervalStart)
    groupStates[group].workRate -= speed
  }

  /// Carries the agent's virtual time to now.
  @inline(__always)
  mutating func advance(_ agent: Int) {
    let state = agents.base + agent
    state.pointee.virtualTime =
      state.pointee.working > 0
      ? state.pointee.virtualTime + (now - state.pointee.updatedAt) * state.pointee.speed : 0
    state.pointee.updatedAt = now
  }

  /// After any change to the chats in hand: the new speed, the next completion, the group's sums
  /// and the selector's index.
  @inline(__always)
  mutating func settle(_ agent: Int, openBefore: Int32, wasAccepting: Bool) {
    let state = agents.base + agent
    let group = Int(state.pointee.group)
    let open = state.pointee.open
    if !groups[group].isFrozen {
      state.pointee.speed = speeds[group * SimulationModel.speedLevels + Int(open)]
    }
    if rules.usesMessages { planReply(agent) }
    var next = Double.infinity
    if state.pointee.working > 0 {
      next = now + (state.pointee.leastMark - state.pointee.virtualTime) / state.pointee.speed
    }
    if rules.usesTimers {
      next = fastMin(next, fastMin(clocks[agent].replyEnd, clocks[agent].nextClose))
    }
    completions.set(agent, to: next)
    let elapsed = now - intervalStart
    if !groups[group].isFrozen {
      let workRate = Double(state.pointee.working) * state.pointee.speed
      let change = workRate - state.pointee.workRate
      state.pointee.workRate = workRate
      groupStates[group].workRate += change
      groupStates[group].workArea -= change * elapsed
    }
    if open != openBefore { bookLoad(agent, group, openBefore: openBefore, elapsed: elapsed) }
    if wasAccepting, open != openBefore {
      reindex(agent, group, from: openBefore, to: open)
    }
  }

  @inline(__always)
  private mutating func bookLoad(
    _ agent: Int, _ group: Int, openBefore: Int32, elapsed: Double
  ) {
    let open = agents[agent].open
    let change = Int(open - openBefore)
    groupStates[group].chats &+= change
    groupStates[group].chatArea -= Double(change) * elapsed
    if openBefore == 0 {
      agents[agent].busySince = now
      groupStates[group].busy &+= 1
      groupStates[group].busyArea -= elapsed
    } else if open == 0 {
      logs[agent].busy += now - agents[agent].busySince
      groupStates[group].busy &-= 1
      groupStates[group].busyArea += elapsed
    }
  }

  @inline(__always)
  private mutating func reindex(_ agent: Int, _ group: Int, from before: Int32, to open: Int32) {
    let limit = groups[group].chatLimit
    groupStates[group].freeSlots &-= Int(open - before)
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
