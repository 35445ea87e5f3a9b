// SPDX-License-Identifier: GPL-3.0-or-later

/// A chat is over: its slot goes to the next in the queue, or stays free.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// The first event of the list is due.
  ///
  /// Transparent, as what it calls, since `@inline(__always)` gives way in so large a caller: the
  /// calls and what they save and restore are a tenth of a chat's instructions.
  @_transparent
  mutating func complete() {
    let agent = events.first()
    if usesMessages, clocks[agent].replyEnd <= now {
      finishReply(agent)
      return
    }
    let slot = events.take(agent: agent, state: agents.base + agent, at: now)
    empty(slot, of: agent, isTaken: true)
  }

  /// The chat in the slot is over.
  ///
  /// - Parameter isTaken: Whether its work has just been taken from the list; else the slot was held
  ///   without work, and the agent's work has been brought to now.
  @_transparent
  mutating func empty(_ slot: Int, of agent: Int, isTaken: Bool) {
    let state = agents.base + agent
    if Observer.isWatching {
      note(.closed(agent: agent), key: openChats[slot].key, cell: Int(openChats[slot].cell))
    }
    if usesMessages { messages[slot].readyAt = .infinity }
    if countsHeads, !overdue.isEmpty, state.pointee.open == 1,
      let place = overdueColleague(of: agent)
    {
      if slack == 0 { queueArrivals(before: now) }
      free(slot, of: agent, isTaken: isTaken)
      go(agent, inThePlaceOf: place)
      return
    }
    if waiting > 0 || slack == 0, state.pointee.isAccepting {
      noteFreeSlots(of: agent, 1)
      let type = nextType(forGroup: Int(state.pointee.group))
      noteFreeSlots(of: agent, -1)
      if type >= 0 {
        let work = receive(
          removeHead(type), type: type, agent: agent, slot: slot, isAtOnce: false)
        if work >= 0 {
          if isTaken {
            events.replace(work, slot: slot, agent: agent, state: state, at: now)
          } else {
            events.begin(work, slot: slot, agent: agent, state: state, at: now)
          }
        } else {
          endWork(of: agent, isTaken: isTaken)
        }
        noteAssigned(agent)
        return
      }
    }
    free(slot, of: agent, isTaken: isTaken)
    if !Events.isPlain, unread > 0 { _ = answerUnread(agent) }
  }

  @_transparent
  mutating func free(_ slot: Int, of agent: Int, isTaken: Bool) {
    let state = agents.base + agent
    let open = state.pointee.open
    if Events.namesSlots {
      let place = slot & (1 &<< events.slotShift &- 1)
      state.pointee.slots &= ~(1 &<< UInt64(truncatingIfNeeded: place))
    }
    state.pointee.open = open &- 1
    if usesMessages { planReply(agent) }
    endWork(of: agent, isTaken: isTaken)
    bookEnd(agent, openBefore: open)
  }

  /// No work follows in the slot.
  @_transparent
  private mutating func endWork(of agent: Int, isTaken: Bool) {
    let state = agents.base + agent
    if isTaken {
      events.end(agent: agent, state: state, at: now)
    } else {
      events.reschedule(agent: agent, state: state, at: now)
    }
  }

  /// Shows slots as free while a contact is chosen for them, which only a reserve looks at.
  @inline(__always)
  private mutating func noteFreeSlots(of agent: Int, _ change: Int) {
    guard reservesSlots else { return }
    groupStates[Int(agents[agent].group)].freeSlots += change
  }

  /// A slot that was held without work becomes free.
  mutating func endHold(_ slot: Int) {
    let agent = slot >> events.slotShift
    holds[slot] = Pending.none
    events.advance(state: agents.base + agent, to: now)
    empty(slot, of: agent, isTaken: false)
  }
}
