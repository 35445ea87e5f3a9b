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
      bookLeaver(contact, type: type, isSilent: true)
      hold(slot, of: agent, until: now + types[type].idleClose)
      return
    }
    answer(contact, type: type, agent: agent, isAtOnce: isAtOnce)
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

  /// The contact is answered: after its wait, with a first reply, and may become an order.
  @inline(__always)
  mutating func answer(
    _ contact: WaitingContact, type: Int, agent: Int, isAtOnce: Bool
  ) {
    bookAnswer(contact, type: type, isAtOnce: isAtOnce)
    if types[type].repliesLaterOrSells {
      reply(to: contact, type: type, agent: agent)
      sell(to: contact, type: type, agent: agent)
    }
  }

  /// The agent's first reply to a conversation that is simulated whole.
  @inline(never)
  private mutating func reply(to contact: WaitingContact, type: Int, agent: Int) {
    guard !types[type].repliesAtOnce, !types[type].isMessages else { return }
    let delay = draws.value(types[type].firstReply, contact.key, Purpose.firstReply)
    bookFirstReply(contact, type: type, after: now - contact.arrival + delay, agent: agent)
  }

  @inline(never)
  private mutating func sell(to contact: WaitingContact, type: Int, agent: Int) {
    guard types[type].conversion > 0 else { return }
    var coin = RandomStream(key: contact.key, purpose: Purpose.purchase)
    let factor = groups[Int(agents[agent].group)].conversionFactor
    if coin.uniform() < types[type].conversion * factor { bookOrder(contact) }
  }
}
