// SPDX-License-Identifier: GPL-3.0-or-later

/// Turn by turn: customers think and write, the agent answers one message at a time.
///
/// Thinking needs no event. A customer's next message has a known time; the agent's next reply
/// starts at the later of that and now, and is planned anew whenever the chats in hand change
/// before it has begun.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// The customer's first message was written while waiting; it is read after the pick-up delay.
  mutating func beginMessages(_ contact: WaitingContact, type: Int, slot: Int) {
    let pickUp = draws.value(types[type].firstReply, contact.key, Purpose.firstReply)
    messages[slot] = MessageChat(
      readyAt: now + pickUp, composing: composing(contact.key, type: type, turn: 0),
      askedAt: contact.arrival, turn: 0,
      turns: turnCount(contact.key, type: type))
    if types[type].answersRounds {
      messages[slot].readyAt = max(
        now + pickUp, readyToAnswer(slot, key: contact.key, cell: Int(contact.cell), type: type))
    }
    drawNextMessage(of: contact.key, type: type, slot: slot)
  }

  /// Draws what belongs to the message after the next one, a message ahead: nothing waits for the
  /// draws then, which would decide what the agent does next.
  @inline(__always)
  private mutating func drawNextMessage(of key: UInt64, type: Int, slot: Int) {
    let turn = messages[slot].turn + 1
    guard turn < messages[slot].turns else { return }
    messages[slot].nextThinking = draws.value(
      types[type].thinking, key, Purpose.thinking(Int(turn)))
    messages[slot].nextComposing = composing(key, type: type, turn: turn)
  }

  mutating func turnCount(_ key: UInt64, type: Int) -> Int32 {
    draws.turns(types[type].turns, mean: types[type].turnMean, shape: types[type].turnShape, key)
  }

  /// Chooses the message to be answered next, unless one is being answered.
  mutating func planReply(_ agent: Int) {
    let clock = clocks[agent]
    if clock.slot >= 0, clock.replyStart < now { return }
    let first = agent << events.slotShift
    var best = -1
    var earliest = Double.infinity
    var slots = agents[agent].slots
    while slots != 0 {
      let slot = first + slots.trailingZeroBitCount
      slots &= slots - 1
      if messages[slot].readyAt < earliest {
        earliest = messages[slot].readyAt
        best = slot
      }
    }
    guard best >= 0 else {
      stopClock(agent)
      return
    }
    if rules.shortestFirst, earliest <= now { best = shortestDue(agent) }
    let start = max(now, messages[best].readyAt)
    // The same answer at the same time as planned before takes as long as before.
    if clock.slot == Int32(best - first), clock.replyStart == start,
      types[Int(openChats[best].type)].switchingCost == 0
    {
      return
    }
    clocks[agent].slot = Int32(best - first)
    clocks[agent].replyStart = start
    clocks[agent].replyEnd = start + composingTime(best, of: agent)
    events.setAlarm(agent: agent, at: clocks[agent].replyEnd)
  }

  mutating func stopClock(_ agent: Int) {
    clocks[agent] = AgentClock()
    events.setAlarm(agent: agent, at: .infinity)
  }

  private mutating func shortestDue(_ agent: Int) -> Int {
    let first = agent << events.slotShift
    var best = -1
    var shortest = Double.infinity
    for slot in first..<(first + (1 << events.slotShift)) where messages[slot].readyAt <= now {
      let time = composingTime(slot, of: agent)
      if time < shortest || best < 0 {
        shortest = time
        best = slot
      }
    }
    return best
  }

  @inline(__always)
  private mutating func composingTime(_ slot: Int, of agent: Int) -> Double {
    let switching = agents[agent].open > 1 ? types[Int(openChats[slot].type)].switchingCost : 0
    return (messages[slot].composing + switching) / groups[Int(agents[agent].group)].speed
  }

  /// The composing time of an answer at speed one: drawn once for a message, with the message.
  @inline(__always)
  mutating func composing(_ key: UInt64, type: Int, turn: Int32) -> Double {
    draws.value(types[type].composing, key, Purpose.composing(Int(turn)))
  }

  /// The agent's message is written; then the customer thinks, or the chat ends, now or after a
  /// closing phase.
  @inline(never)
  mutating func finishReply(_ agent: Int) {
    let state = agents.base + agent
    events.advance(state: state, to: now)
    let slot = (agent << events.slotShift) + Int(clocks[agent].slot)
    let chat = openChats[slot]
    let type = Int(chat.type)
    let isFirst = messages[slot].turn == 0
    bookReply(chat, after: now - messages[slot].askedAt, isFirst: isFirst, agent: agent)
    bookWork(now - clocks[agent].replyStart, agent: agent)
    stopClock(agent)
    messages[slot].turn += 1
    let turn = messages[slot].turn
    if turn < messages[slot].turns {
      messages[slot].askedAt = now + messages[slot].nextThinking
      messages[slot].readyAt = messages[slot].askedAt
      messages[slot].composing = messages[slot].nextComposing
      note(.wrote, key: chat.key, cell: Int(chat.cell), time: messages[slot].askedAt)
      if types[type].answersRounds {
        messages[slot].readyAt = readyToAnswer(
          slot, key: chat.key, cell: Int(chat.cell), type: type)
      }
    } else {
      messages[slot].readyAt = .infinity
      let after =
        draws.value(types[type].closing, chat.key, Purpose.closing)
        + draws.value(types[type].wrapUp, chat.key, Purpose.wrapUp)
      guard after > 0 else {
        empty(slot, of: agent, isTaken: false)
        return
      }
      hold(slot, key: chat.key, until: now + after)
    }
    planReply(agent)
    events.reschedule(agent: agent, state: state, at: now)
    drawNextMessage(of: chat.key, type: type, slot: slot)
  }
}
