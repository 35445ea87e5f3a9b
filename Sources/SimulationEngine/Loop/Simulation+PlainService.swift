// SPDX-License-Identifier: GPL-3.0-or-later

/// Conversations of a plain desk: the end is known when one begins, so that the event list holds
/// the ends, each with its slot, and none is ever moved.
extension Simulation where Agents: ~Copyable {
  /// Begins a conversation in a free slot of the agent.
  @inline(__always)
  mutating func converse(
    _ contact: WaitingContact, type: Int, with agent: Int, isAtOnce: Bool
  ) {
    let state = agents.base + agent
    let open = state.pointee.open
    let place = (~state.pointee.slots).trailingZeroBitCount
    let slot = agent &<< slotShift &+ place
    state.pointee.slots |= 1 &<< UInt64(truncatingIfNeeded: place)
    state.pointee.open = open &+ 1
    let end = converse(contact, type: type, with: agent, in: slot, isAtOnce: isAtOnce)
    ends.push(end, slot: slot)
    bookBegin(agent, openBefore: open)
  }

  /// Books a conversation that begins now, and returns the instant of its end.
  @inline(__always)
  private mutating func converse(
    _ contact: WaitingContact, type: Int, with agent: Int, in slot: Int, isAtOnce: Bool
  ) -> Double {
    if Self.keepsChats { openChats[slot] = OpenChat(contact, type: type) }
    logs[agent].chats &+= 1
    logs[agent].work += contact.work
    bookAnswer(contact, type: type, agent: agent, isAtOnce: isAtOnce)
    note(.assigned(agent: agent), key: contact.key, cell: Int(contact.cell))
    return now + contact.work * agents[agent].slowness
  }

  /// The first conversation to end is over; its slot goes to the next in line, or stays free.
  @inline(__always)
  mutating func endConversation() {
    if rules.mayTie { ends.bringFirstSlotUp() }
    let slot = ends.leastSlot
    let agent = slot &>> slotShift
    let state = agents.base + agent
    if Self.keepsChats {
      note(.closed(agent: agent), key: openChats[slot].key, cell: Int(openChats[slot].cell))
    }
    if waiting > 0, state.pointee.isAccepting {
      let type = nextType(forGroup: Int(state.pointee.group))
      if type >= 0 {
        ends.replaceFirst(
          converse(removeHead(type), type: type, with: agent, in: slot, isAtOnce: false))
        noteAssigned(agent)
        return
      }
    }
    ends.removeFirst()
    let open = state.pointee.open
    let place = slot & (slotStride &- 1)
    state.pointee.slots &= ~(1 &<< UInt64(truncatingIfNeeded: place))
    state.pointee.open = open &- 1
    bookEnd(agent, openBefore: open)
  }

  /// One chat more at an agent who was free: what `bookLoad` and `reindex` do for any change, for
  /// this one, which has no case that cannot happen.
  @inline(__always)
  private mutating func bookBegin(_ agent: Int, openBefore: Int32) {
    let group = Int(agents[agent].group)
    let state = groupStates.base + group
    let elapsed = now - intervalStart
    state.pointee.chats &+= 1
    state.pointee.chatArea -= elapsed
    // Whether the agent was idle is a matter of chance: no branch.
    let wasIdle = openBefore == 0
    logs[agent].busySince = wasIdle ? now : logs[agent].busySince
    state.pointee.busy &+= wasIdle ? 1 : 0
    state.pointee.busyArea -= wasIdle ? elapsed : 0
    selector.remove(agent, group: group, open: Int(openBefore))
    if openBefore &+ 1 < groups[group].chatLimit {
      selector.add(agent, group: group, open: Int(openBefore &+ 1))
    } else {
      state.pointee.freeAgents &-= 1
    }
  }

  /// One chat less, likewise.
  @inline(__always)
  private mutating func bookEnd(_ agent: Int, openBefore: Int32) {
    let group = Int(agents[agent].group)
    let state = groupStates.base + group
    let elapsed = now - intervalStart
    state.pointee.chats &-= 1
    state.pointee.chatArea += elapsed
    let isIdle = openBefore == 1
    logs[agent].busy += isIdle ? now - logs[agent].busySince : 0
    state.pointee.busy &-= isIdle ? 1 : 0
    state.pointee.busyArea += isIdle ? elapsed : 0
    guard agents[agent].isAccepting else { return }
    if openBefore < groups[group].chatLimit {
      selector.remove(agent, group: group, open: Int(openBefore))
    } else {
      state.pointee.freeAgents &+= 1
    }
    selector.add(agent, group: group, open: Int(openBefore &- 1))
  }
}
