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
}
