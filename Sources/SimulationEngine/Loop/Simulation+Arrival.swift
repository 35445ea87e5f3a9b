// SPDX-License-Identifier: GPL-3.0-or-later

/// A customer writes: to an agent at once, into the queue, or in vain.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  @_transparent
  mutating func arrive() {
    let arrival = arrivals.next
    let cell = firstCell &+ Int(arrival.pointee.row)
    if isOpen {
      enter(arrival, cell: cell)
    } else {
      writeInClosedHours(arrival.pointee, cell: cell)
    }
    arrivals.advance()
  }

  /// Comes to the desk in open hours.
  @_transparent
  mutating func enter(_ arrival: UnsafePointer<Arrival>, cell: Int) {
    let type = Int(arrival.pointee.type)
    let key = arrival.pointee.key
    let flags: ContactFlags = arrival.pointee.isOwn ? ownFlags : []
    let contact = WaitingContact(
      arrival: now, deadline: .infinity, work: arrival.pointee.work, key: key,
      cell: UInt32(truncatingIfNeeded: cell), flags: flags)
    bookArrival(key: key, cell: cell)
    if let agent = selectAgent(type: type, waited: 0) {
      assign(contact, type: type, to: agent, isAtOnce: true)
      return
    }
    join(arrival, cell: cell)
  }

  /// Joins the queue, unless the room is full. Told by where the arrival stands: a contact that is
  /// passed on whole would have to lie in memory, also of those who need not wait.
  @inline(never)
  mutating func join(_ arrival: UnsafePointer<Arrival>, cell: Int) {
    if waiting >= rules.room {
      forgetLeavers()
      if waiting >= rules.room {
        bookBlocked(key: arrival.pointee.key, cell: cell)
        return
      }
    }
    let type = Int(arrival.pointee.type)
    let contact = WaitingContact(
      arrival: arrival.pointee.time,
      deadline: arrival.pointee.time + patience(of: type, key: arrival.pointee.key),
      work: arrival.pointee.work, key: arrival.pointee.key,
      cell: UInt32(truncatingIfNeeded: cell), flags: arrival.pointee.isOwn ? ownFlags : [])
    earliestDeadline = fastMin(earliestDeadline, contact.deadline)
    lines.append(contact, to: type)
    waiting &+= 1
    if rules.overflows { planOverflow(contact, type: type) }
  }

  @inline(__always)
  mutating func patience(of type: Int, key: UInt64) -> Double {
    draws.value(types[type].patience, key, Purpose.patience)
  }

  /// The agent whom the routing gives a contact of the type that has waited so long.
  @inline(__always)
  mutating func selectAgent(type: Int, waited: Double) -> Int? {
    let range = types[type].eligible
    var next = Int(range.lowerBound)
    let first = Int(types[type].firstGroup)
    if first >= 0 {
      if let candidate = selector.candidate(group: first) { return candidate.agent }
      next &+= 1
    }
    var best: AgentCandidate?
    for index in next..<Int(range.upperBound) {
      let row = eligibilities.base + index
      let group = Int(row.pointee.group)
      if row.pointee.overflowDelay <= waited, mayTake(type: type, group: group),
        let candidate = selector.candidate(group: group)
      {
        guard let other = best else {
          if row.pointee.endsTier { return candidate.agent }
          best = candidate
          continue
        }
        if candidate.cost < other.cost { best = candidate }
      }
      if row.pointee.endsTier, let best { return best.agent }
    }
    return nil
  }

  /// Whether slots kept for another type leave one for this.
  @inline(__always)
  mutating func mayTake(type: Int, group: Int) -> Bool {
    guard reservesSlots, groups[group].servesReserved else { return true }
    var free = 0
    for each in 0..<groups.count where groups[each].servesReserved {
      free += groupStates[each].freeSlots
    }
    return contactSelector.admits(type: type, freeSlots: free)
  }

  @inline(never)
  mutating func writeInClosedHours(_ arrival: Arrival, cell: Int) {
    guard rules.holdsUntilOpen else {
      bookLostOutsideHours(key: arrival.key, cell: cell)
      return
    }
    bookCarriedOver(key: arrival.key, cell: cell)
    lines.append(
      WaitingContact(
        arrival: now, deadline: .infinity, work: arrival.work, key: arrival.key,
        cell: UInt32(cell), flags: []),
      to: types.count + Int(arrival.type))
  }

  @inline(never)
  private mutating func enterLate(_ arrival: UnsafePointer<Arrival>, cell: Int) {
    enter(arrival, cell: cell)
  }

  /// The window opens: those who wrote in closed hours arrive now, in order of writing.
  mutating func admitHeld() {
    let typeCount = types.count
    while true {
      var first = -1
      for type in 0..<typeCount where lines.count(typeCount + type) > 0 {
        let earlier =
          first < 0
          || lines[typeCount + type, 0].arrival < lines[typeCount + first, 0].arrival
        if earlier { first = type }
      }
      guard first >= 0 else { return }
      let contact = lines[typeCount + first, 0]
      lines.removeFirst(typeCount + first)
      let row = Int(contact.cell) % rules.rowsPerInterval
      if rules.answersOvernight {
        receiveUnread(contact, type: first, row: row)
        continue
      }
      var arrival = Arrival(time: now, key: contact.key, type: UInt32(first), row: UInt32(row))
      arrival.work = contact.work
      enterLate(&arrival, cell: firstCell + row)
    }
  }
}
