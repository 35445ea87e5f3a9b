// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios

/// Shifts, breaks, holds and the service window.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  @inline(never)
  mutating func crossBoundary() {
    if nextInterval <= now { beginInterval() }
    if nextCalendar <= now { runCalendar() }
    if pending.minimum <= now { runPending() }
    updateBoundary()
  }

  /// All events of this instant, starts before ends; newcomers are given work before anybody leaves,
  /// unless heads count: then a newcomer may be the one who goes.
  private mutating func runCalendar() {
    var newcomers = false
    var anybodyCame = false
    while calendarIndex < rules.calendarCount, calendar[calendarIndex].time <= now {
      let event = calendar[calendarIndex]
      calendarIndex += 1
      let duty = Int(event.agent)
      switch event.kind {
      case .windowOpens:
        isOpen = true
        if rules.queuesFreely { slack -= LoopRules.closed }
        admitHeld()
        anybodyCame = true
      case .windowCloses:
        isOpen = false
        if rules.queuesFreely { slack += LoopRules.closed }
      case .dutyStarts:
        let agent = Int(persons[duty])
        agents[agent].isOnDuty = true
        come(agent)
        newcomers = true
      case .breakEnds:
        let agent = Int(persons[duty])
        if agents[agent].isOnDuty { come(agent) }
        newcomers = true
      case .breakStarts:
        go(Int(persons[duty]))
      case .holdStarts:
        agents[Int(persons[duty])].isHeld = true
        closeSlots(Int(persons[duty]))
      case .holdEnds:
        agents[Int(persons[duty])].isHeld = false
        openSlots(Int(persons[duty]))
        newcomers = true
      case .dutyEnds:
        if !countsHeads {
          if newcomers { dispatchWaiting() }
          newcomers = false
        }
        endDuty(duty)
      }
      anybodyCame = anybodyCame || newcomers
    }
    if !overdue.isEmpty { relieveOverdue() }
    if newcomers { dispatchWaiting() }
    if anybodyCame, unread > 0 { dispatchUnread() }
    nextCalendar =
      calendarIndex < rules.calendarCount ? calendar[calendarIndex].time : .infinity
  }

  /// Staffed from now on; given chats unless on hold.
  mutating func come(_ agent: Int) {
    guard !agents[agent].isPresent else { return }
    agents[agent].isPresent = true
    let group = Int(agents[agent].group)
    groupStates[group].present += 1
    groupStates[group].staffedArea -= now - intervalStart
    agents[agent].log.acceptingSince = now
    openSlots(agent)
  }

  mutating func go(_ agent: Int) {
    guard agents[agent].isPresent else { return }
    agents[agent].isPresent = false
    let group = Int(agents[agent].group)
    groupStates[group].present -= 1
    groupStates[group].staffedArea += now - intervalStart
    agents[agent].log.staffed += max(0, min(now, rules.endTime) - agents[agent].log.acceptingSince)
    closeSlots(agent)
  }

  mutating func openSlots(_ agent: Int) {
    let state = agents[agent]
    guard state.isPresent, !state.isHeld, !state.isAccepting else { return }
    agents[agent].isAccepting = true
    let group = Int(state.group)
    let limit = groups[group].chatLimit
    groupStates[group].freeSlots += Int(limit - state.open)
    if state.open < limit {
      slack += 1
      selector.add(agent, group: group, open: Int(state.open))
    }
  }

  private mutating func closeSlots(_ agent: Int) {
    let state = agents[agent]
    guard state.isAccepting else { return }
    agents[agent].isAccepting = false
    let group = Int(state.group)
    let limit = groups[group].chatLimit
    groupStates[group].freeSlots -= Int(limit - state.open)
    if state.open < limit {
      slack -= 1
      selector.remove(agent, group: group, open: Int(state.open))
    }
  }

  private mutating func endDuty(_ duty: Int) {
    if countsHeads {
      if let other = idleColleague(of: duty) {
        exchange(duty, other)
      } else if agents[Int(persons[duty])].open > 0 {
        overdue.append(Int32(duty))
      }
    }
    let agent = Int(persons[duty])
    dismiss(agent)
    if rules.shiftEnd == .handOver, agents[agent].open > 0 { handOver(agent) }
  }

  /// The person's duty is over.
  mutating func dismiss(_ agent: Int) {
    go(agent)
    agents[agent].isOnDuty = false
    agents[agent].isHeld = false
  }

  /// Puts the chats in hand at the head of their lines, the first taken in front, and gives them to
  /// whoever has a free slot. Chats that only wait to be closed are closed.
  private mutating func handOver(_ agent: Int) {
    let state = agents.base + agent
    events.advance(state: state, to: now)
    for place in stride(from: (1 << events.slotShift) - 1, through: 0, by: -1)
    where state.pointee.slots >> UInt64(place) & 1 != 0 {
      let slot = (agent << events.slotShift) + place
      let chat = openChats[slot]
      var left = events.withdraw(slot: slot, agent: agent, state: state)
      if let left { bookWork(-left, agent: agent) }
      if left == nil, usesMessages, holds[slot] == Pending.none {
        left = 0
        suspended[chat.key] = messages[slot]
      }
      if let left {
        var contact = WaitingContact(
          arrival: -1e15, deadline: .infinity, work: left, key: chat.key, cell: chat.cell,
          flags: ContactFlags(rawValue: UInt32(chat.flags)))
        contact.flags.insert(.handedOver)
        lines.prepend(contact, to: Int(chat.type))
        waiting += 1
      } else {
        note(.closed(agent: agent), key: chat.key, cell: Int(chat.cell))
      }
      drop(slot, of: agent)
    }
    if usesMessages { stopClock(agent) }
    events.reschedule(agent: agent, state: state, at: now)
    dispatchWaiting()
  }

  private mutating func drop(_ slot: Int, of agent: Int) {
    if holds.count > 0 {
      pending.cancel(holds[slot])
      holds[slot] = Pending.none
      updateBoundary()
    }
    if usesMessages { messages[slot].readyAt = .infinity }
    let open = agents[agent].open
    agents[agent].slots &= ~(1 << UInt64(slot & ((1 << events.slotShift) - 1)))
    agents[agent].open = open - 1
    bookEnd(agent, openBefore: open)
  }

  /// A chat that was handed over goes on where it stood: the work that is left, or the customer's
  /// message, written or still to come; an answer that was under way is begun anew.
  ///
  /// - Returns: The work that is left; a negative number for messages.
  mutating func resume(_ contact: WaitingContact, slot: Int, at agent: Int) -> Double {
    note(.handedOver(agent: agent), key: contact.key, cell: Int(contact.cell))
    guard let exchange = suspended.removeValue(forKey: contact.key) else { return contact.work }
    messages[slot] = exchange
    return -1
  }
}
