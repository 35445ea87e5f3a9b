// SPDX-License-Identifier: GPL-3.0-or-later

/// An agent takes a chat and works on it with the others in hand.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// Gives a contact to an agent with a free slot.
  ///
  /// - Parameter isAtOnce: Whether the contact has just arrived and has not waited.
  @_transparent
  mutating func assign(
    _ contact: WaitingContact, type: Int, to agent: Int, isAtOnce: Bool
  ) {
    let state = agents.base + agent
    let open = state.pointee.open
    let slot = claimSlot(of: agent)
    state.pointee.open = open &+ 1
    let work = receive(contact, type: type, agent: agent, slot: slot, isAtOnce: isAtOnce)
    if work >= 0 {
      events.begin(work, slot: slot, agent: agent, state: state, at: now)
    } else {
      events.advance(state: state, to: now)
      events.reschedule(agent: agent, state: state, at: now)
    }
    bookBegin(agent, openBefore: open)
    noteAssigned(agent)
  }

  /// The first free slot of the agent, now in use.
  @_transparent
  mutating func claimSlot(of agent: Int) -> Int {
    let first = agent &<< events.slotShift
    if !Events.namesSlots { return first }
    let state = agents.base + agent
    let place = (~state.pointee.slots).trailingZeroBitCount
    state.pointee.slots |= 1 &<< UInt64(truncatingIfNeeded: place)
    return first &+ place
  }

  /// Tells the selector that the agent has been given a chat.
  @inline(__always)
  mutating func noteAssigned(_ agent: Int) {
    let isFree = agents[agent].open < agents[agent].chatLimit
    selector.assigned(agent, group: Int(agents[agent].group), isFree: isFree, at: now)
  }

  /// Books that the contact is in the agent's slot now, and returns the work that begins with it;
  /// a negative number if none does.
  @_transparent
  mutating func receive(
    _ contact: WaitingContact, type: Int, agent: Int, slot: Int, isAtOnce: Bool
  ) -> Double {
    if keepsChats { openChats[slot] = OpenChat(contact, type: type) }
    if !Events.isPlain, usesMessages || contact.flags.isHandedOver {
      return receiveInterrupted(contact, type: type, agent: agent, slot: slot, isAtOnce: isAtOnce)
    }
    if Events.mayHold, !isAtOnce, contact.deadline < now {
      return receiveLeaver(
        key: contact.key, arrival: contact.arrival, deadline: contact.deadline,
        cell: contact.cell, flags: contact.flags, type: type, agent: agent, slot: slot)
    }
    agents[agent].log.chats &+= 1
    let work = length(of: contact, type: type, agent: agent)
    bookWork(work, agent: agent)
    answer(contact, type: type, agent: agent, isAtOnce: isAtOnce)
    note(.assigned(agent: agent), key: contact.key, cell: Int(contact.cell))
    return work
  }

  /// Work of a conversation that is simulated whole: drawn with the customer, but where groups have a
  /// handling of their own. The same number of chance decides under every law.
  @_transparent
  private mutating func length(of contact: WaitingContact, type: Int, agent: Int) -> Double {
    if Events.isPlain || !rules.hasGroupWork { return contact.work }
    return groupLength(key: contact.key, type: type, group: Int(agents[agent].group))
  }

  @inline(never)
  private mutating func groupLength(key: UInt64, type: Int, group: Int) -> Double {
    let work = draws.value(groupWork[group &* types.count &+ type], key, Purpose.work)
    guard types[type].hasWrapUp else { return work }
    return work + draws.occasionalValue(types[type].wrapUp, key, Purpose.wrapUp)
  }

  /// Of messages, or handed over by a colleague.
  @inline(never)
  private mutating func receiveInterrupted(
    _ contact: WaitingContact, type: Int, agent: Int, slot: Int, isAtOnce: Bool
  ) -> Double {
    if contact.flags.isHandedOver {
      let work = resume(contact, slot: slot, at: agent)
      if work >= 0 { bookWork(work, agent: agent) } else { planReply(agent) }
      return work
    }
    var work = -1.0
    if contact.deadline < now {
      work = receiveLeaver(
        key: contact.key, arrival: contact.arrival, deadline: contact.deadline,
        cell: contact.cell, flags: contact.flags, type: type, agent: agent, slot: slot)
    } else {
      agents[agent].log.chats &+= 1
      answer(contact, type: type, agent: agent, isAtOnce: isAtOnce)
      if types[type].isMessages {
        beginMessages(contact, type: type, slot: slot)
      } else {
        work = length(of: contact, type: type, agent: agent)
        bookWork(work, agent: agent)
      }
      note(.assigned(agent: agent), key: contact.key, cell: Int(contact.cell))
    }
    if usesMessages { planReply(agent) }
    return work
  }

  /// Left without a word, which the agent learns when the customer does not answer. By its parts: a
  /// contact that is passed on whole would have to lie in memory.
  ///
  /// - Returns: That no work begins.
  @inline(never)
  private mutating func receiveLeaver(
    key: UInt64, arrival: Double, deadline: Double, cell: UInt32, flags: ContactFlags, type: Int,
    agent: Int, slot: Int
  ) -> Double {
    agents[agent].log.chats &+= 1
    agents[agent].log.empty &+= 1
    let contact = WaitingContact(
      arrival: arrival, deadline: deadline, work: 0, key: key, cell: cell, flags: flags)
    bookLeaver(contact, type: type, isSilent: true)
    note(.assigned(agent: agent), key: key, cell: Int(cell))
    hold(slot, key: key, until: now + types[type].idleClose)
    return -1
  }

  /// Keeps a slot taken, without work, until an instant.
  mutating func hold(_ slot: Int, key: UInt64, until time: Double) {
    holds[slot] = pending.add(
      Pending.Entry(time: time, contact: key, place: slot, stage: .holdEnds))
    updateBoundary()
  }

  /// The contact is answered: after its wait, with a first reply, and may become an order.
  @_transparent
  mutating func answer(
    _ contact: WaitingContact, type: Int, agent: Int, isAtOnce: Bool
  ) {
    bookAnswer(contact, type: type, isAtOnce: isAtOnce)
    // Those who are answered at once and replied to after a fixed time are counted as such. By their
    // parts: a contact that is passed on whole would have to lie in memory.
    let isFixed = isAtOnce && types[type].replyDelayIsFixed
    if types[type].repliesLater, !isFixed || Observer.isWatching {
      reply(
        to: contact.key, arrival: contact.arrival, cell: Int(contact.cell), flags: contact.flags,
        type: type, agent: agent, isCounted: !isFixed)
    }
    if types[type].sells {
      sell(to: contact.key, cell: Int(contact.cell), type: type, agent: agent)
    }
  }

  /// The agent's first reply to a conversation that is simulated whole.
  @inline(never)
  mutating func reply(
    to key: UInt64, arrival: Double, cell: Int, flags: ContactFlags, type: Int, agent: Int,
    isCounted: Bool
  ) {
    let reply = now - arrival + draws.value(types[type].firstReply, key, Purpose.firstReply)
    bookFirstReply(
      key: key, cell: cell, type: type, at: arrival + reply, after: reply,
      isMeasured: flags.isMeasured, agent: agent, isCounted: isCounted)
  }

  @inline(never)
  mutating func sell(to key: UInt64, cell: Int, type: Int, agent: Int) {
    var coin = RandomStream(key: key, purpose: Purpose.purchase)
    let factor = groups[Int(agents[agent].group)].conversionFactor
    if coin.uniform() < types[type].conversion * factor { bookOrder(key: key, cell: cell) }
  }
}
