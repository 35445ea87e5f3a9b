// SPDX-License-Identifier: GPL-3.0-or-later

/// What a change of an agent's chats means for the groups' sums and the selector.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// One chat more at an agent who was free.
  @inline(__always)
  mutating func bookBegin(_ agent: Int, openBefore: Int32) {
    let group = Int(agents[agent].group)
    groupStates[group].chats &+= 1
    groupStates[group].chatArea -= now - intervalStart
    if reservesSlots { groupStates[group].freeSlots &-= 1 }
    // Whether the agent was idle is a matter of chance: one of two places, and no branch.
    busySince[2 &* agent &+ (openBefore > 0 ? 1 : 0)] = now
    selector.remove(agent, group: group, open: Int(openBefore))
    if openBefore &+ 1 < agents[agent].chatLimit {
      selector.add(agent, group: group, open: Int(openBefore &+ 1))
    } else {
      slack &-= 1
    }
  }

  /// One chat less.
  @inline(__always)
  mutating func bookEnd(_ agent: Int, openBefore: Int32) {
    let group = Int(agents[agent].group)
    let state = groupStates.base + group
    state.pointee.chats &-= 1
    state.pointee.chatArea += now - intervalStart
    let isIdle = UInt64(bitPattern: Int64(openBefore) &- 2) &>> 63
    let busy = (now - busySince[2 &* agent]) * Double(Int64(bitPattern: isIdle))
    agents[agent].log.busy += busy
    state.pointee.busyArea += busy
    guard agents[agent].isAccepting else { return }
    if reservesSlots { state.pointee.freeSlots &+= 1 }
    if openBefore < agents[agent].chatLimit {
      selector.remove(agent, group: group, open: Int(openBefore))
    } else {
      slack &+= 1
    }
    selector.add(agent, group: group, open: Int(openBefore &- 1))
  }

  /// Books how long the agent has been busy since that was booked last.
  @inline(__always)
  mutating func bookBusy(_ agent: Int) {
    let busy = now - busySince[2 &* agent]
    busySince[2 &* agent] = now
    agents[agent].log.busy += busy
    groupStates[Int(agents[agent].group)].busyArea += busy
  }

  /// Work has been begun, or composing done; what is handed over is taken back.
  @inline(__always)
  mutating func bookWork(_ work: Double, agent: Int) {
    agents[agent].log.work += work
    groupStates[Int(agents[agent].group)].begun += work
  }
}
