// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines: who is next, who has left, and who may overflow to another group.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// Drops leavers from the head of a queue; false if nobody is left in it.
  ///
  /// A silent leaver stays: nobody knows, and an agent will take the chat. At the instant of a
  /// deadline an agent who is free in that instant still comes in time.
  @inline(__always)
  mutating func settleHead(_ type: Int) -> Bool {
    lines.count(type) > 0 && lines[type, 0].deadline >= now || settleLeavers(type)
  }

  @inline(never)
  private mutating func settleLeavers(_ type: Int) -> Bool {
    while true {
      if lines.count(type) == 0 {
        if slack == 0 { queueArrivals(before: now) }
        if lines.count(type) == 0 { return false }
      }
      let head = lines[type, 0]
      if head.deadline >= now { return true }
      if !head.flags.isGone {
        if isSilent(head.key, type: type) { return true }
        leave(head, type: type)
      }
      lines.removeFirst(type)
    }
  }

  /// Fetches those who arrived before an instant, and found nobody free, into the queue.
  @inline(never)
  mutating func queueArrivals(before time: Double) {
    while arrivals.next.pointee.time < time {
      join(arrivals.next, cell: firstCell &+ Int(arrivals.next.pointee.row))
      arrivals.advance()
    }
  }

  @inline(__always)
  mutating func isSilent(_ key: UInt64, type: Int) -> Bool {
    let share = types[type].silentShare
    guard share > 0 else { return false }
    var coin = RandomStream(key: key, purpose: Purpose.silence)
    return coin.uniform() < share
  }

  /// Leaves the queue, and is no longer there.
  @inline(__always)
  private mutating func leave(_ contact: WaitingContact, type: Int) {
    waiting &-= 1
    bookLeaver(contact, type: type, isSilent: false)
  }

  /// The type whose head the contact selection puts first for a released slot of the group; −1 if
  /// nobody may take it.
  @_transparent
  mutating func nextType(forGroup group: Int) -> Int {
    let type = Int(groups[group].onlyType)
    if type >= 0 { return settleHead(type) ? type : -1 }
    return nextOfTypes(forGroup: group)
  }

  @inline(never)
  private mutating func nextOfTypes(forGroup group: Int) -> Int {
    let range = groups[group].skills
    var best = -1
    for index in Int(range.lowerBound)..<Int(range.upperBound) {
      let type = Int(skills[index].type)
      guard settleHead(type) else { continue }
      let delay = skills[index].overflowDelay
      if delay > 0, lines[type, 0].arrival + delay > now { continue }
      guard mayTake(type: type, group: group) else { continue }
      if best < 0 || urgency(ofHead: type, group) < urgency(ofHead: best, group) { best = type }
    }
    return best
  }

  @inline(__always)
  private mutating func urgency(ofHead type: Int, _ group: Int) -> ContactUrgency {
    contactSelector.urgency(type: type, group: group, arrival: lines[type, 0].arrival, at: now)
  }

  @inline(__always)
  mutating func removeHead(_ type: Int) -> WaitingContact {
    let head = lines[type, 0]
    lines.removeFirst(type)
    waiting &-= 1
    return head
  }

  /// Brings waiting contacts and free agents together, until no pair is left.
  @inline(never)
  mutating func dispatchWaiting() {
    if slack == 0 { queueArrivals(before: now) }
    while waiting > 0 {
      var best: (type: Int, agent: Int, urgency: ContactUrgency)?
      for type in 0..<types.count {
        guard settleHead(type) else { continue }
        let head = lines[type, 0]
        var urgency = contactSelector.urgency(type: type, arrival: head.arrival, at: now)
        if !rules.ranksByGroup, let best, !(urgency < best.urgency) { continue }
        // Written as the sum that planned the overflow, so that both agree to the last bit.
        guard let agent = selectAgent(type: type, arrival: head.arrival) else { continue }
        if rules.ranksByGroup {
          urgency = self.urgency(ofHead: type, Int(agents[agent].group))
          if let best, !(urgency < best.urgency) { continue }
        }
        best = (type, agent, urgency)
      }
      guard let best else { return }
      assignLate(removeHead(best.type), type: best.type, to: best.agent)
    }
  }

  @inline(never)
  private mutating func assignLate(_ contact: WaitingContact, type: Int, to agent: Int) {
    assign(contact, type: type, to: agent, isAtOnce: false)
  }

  private mutating func selectAgent(type: Int, arrival: Double) -> Int? {
    var waited = now - arrival
    for index in types[type].eligible.indices
    where arrival + eligibilities[index].overflowDelay <= now {
      waited = max(waited, eligibilities[index].overflowDelay)
    }
    return selectAgent(type: type, waited: waited)
  }

  /// Books the deadlines that have passed, to know how full the waiting room is.
  @inline(never)
  mutating func forgetLeavers() {
    guard earliestDeadline <= now else { return }
    earliestDeadline = .infinity
    for type in 0..<types.count {
      for offset in 0..<lines.count(type) {
        let contact = lines[type, offset]
        if contact.flags.isGone { continue }
        if contact.deadline > now {
          earliestDeadline = fastMin(earliestDeadline, contact.deadline)
        } else if !isSilent(contact.key, type: type) {
          leave(contact, type: type)
          lines[type, offset].flags.insert(.gone)
          lines[type, offset].deadline = -.infinity
        }
      }
    }
  }

  /// Notes when further groups will be open to the contact.
  @inline(never)
  mutating func planOverflow(_ contact: WaitingContact, type: Int) {
    for index in types[type].eligible.indices where eligibilities[index].overflowDelay > 0 {
      _ = pending.add(
        Pending.Entry(
          time: contact.arrival + eligibilities[index].overflowDelay, contact: contact.key,
          place: type, stage: .overflow))
    }
    updateBoundary()
  }

  /// A further group is open to a contact, which matters if nobody of its type is before it: whoever
  /// is has been open to the group for longer.
  private mutating func overflow(_ contact: UInt64, type: Int) {
    if settleHead(type), lines[type, 0].key == contact { dispatchWaiting() }
  }

  /// Lets happen what was pending until now.
  @inline(never)
  mutating func runPending() {
    while pending.minimum <= now {
      let entry = pending.takeFirst()
      switch entry.stage {
      case .overflow: overflow(entry.contact, type: Int(entry.place))
      case .holdEnds: endHold(Int(entry.place))
      }
    }
  }

  /// After the last event: whoever can still leave does.
  mutating func settleRemaining() {
    now = .infinity
    for type in 0..<types.count {
      while lines.count(type) > 0 {
        let head = lines[type, 0]
        lines.removeFirst(type)
        if head.flags.isGone { continue }
        guard head.deadline < .infinity else {
          if !head.flags.isHandedOver { bookUnserved(head) }
          continue
        }
        bookLeaver(head, type: type, isSilent: isSilent(head.key, type: type))
      }
    }
    if unread > 0 { settleUnread() }
  }
}
