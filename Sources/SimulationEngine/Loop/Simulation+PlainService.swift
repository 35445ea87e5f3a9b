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
    agents[agent].log.chats &+= 1
    agents[agent].log.work += contact.work
    answer(contact, type: type, agent: agent, isAtOnce: isAtOnce)
    note(.assigned(agent: agent), key: contact.key, cell: Int(contact.cell))
    return now + contact.work * agents[agent].slowness
  }

  /// The first conversation to end is over; its slot goes to the next in line, or stays free.
  ///
  /// Transparent, since `@inline(__always)` gives way in so large a caller: the call and what it
  /// saves and restores are a twelfth of W3's instructions.
  @_transparent
  mutating func endConversation() {
    let slot = ends.leastSlot
    // First of all: what comes next is asked for soon.
    ends.removeFirst()
    let agent = slot &>> slotShift
    let state = agents.base + agent
    if Self.keepsChats {
      note(.closed(agent: agent), key: openChats[slot].key, cell: Int(openChats[slot].cell))
    }
    if waiting > 0, state.pointee.isAccepting {
      let type = nextType(forGroup: Int(state.pointee.group))
      if type >= 0 {
        let end = converse(
          removeHead(type), type: type, with: agent, in: slot, isAtOnce: false)
        ends.push(end, slot: slot)
        noteAssigned(agent)
        return
      }
    }
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
    groupStates[group].chats &+= 1
    groupStates[group].chatArea -= now - intervalStart
    // Whether the agent was idle is a matter of chance: one of two places, and no branch.
    busySince[2 &* agent &+ (openBefore > 0 ? 1 : 0)] = now
    selector.remove(agent, group: group, open: Int(openBefore))
    if openBefore &+ 1 < agents[agent].chatLimit {
      selector.add(agent, group: group, open: Int(openBefore &+ 1))
    }
  }

  /// One chat less, likewise.
  @inline(__always)
  private mutating func bookEnd(_ agent: Int, openBefore: Int32) {
    let group = Int(agents[agent].group)
    let state = groupStates.base + group
    state.pointee.chats &-= 1
    state.pointee.chatArea += now - intervalStart
    let isIdle = UInt64(bitPattern: Int64(openBefore) &- 2) &>> 63
    let busy = (now - busySince[2 &* agent]) * Double(Int64(bitPattern: isIdle))
    agents[agent].log.busy += busy
    state.pointee.busyArea += busy
    guard agents[agent].isAccepting else { return }
    if openBefore < agents[agent].chatLimit {
      selector.remove(agent, group: group, open: Int(openBefore))
    }
    selector.add(agent, group: group, open: Int(openBefore &- 1))
  }
}
