// SPDX-License-Identifier: GPL-3.0-or-later

/// The lines: who is next, who has left, and who may overflow to another group.
extension Simulation where Agents: ~Copyable {
  /// Drops leavers from the head of a line; false if nobody is left in it.
  ///
  /// A silent leaver stays: nobody knows, and an agent will take the chat. At the instant of a
  /// deadline an agent who is free in that instant still comes in time.
  @inline(__always)
  mutating func settleHead(_ type: Int) -> Bool {
    lines.count(type) > 0 && (lines[type, 0].deadline >= now || settleLeavers(type))
  }

  @inline(never)
  private mutating func settleLeavers(_ type: Int) -> Bool {
    while lines.count(type) > 0 {
      let head = lines[type, 0]
      if head.deadline >= now { return true }
      if !head.flags.contains(.gone) {
        if isSilent(head.key, type: type) { return true }
        leave(head, type: type)
      }
      lines.removeFirst(type)
    }
    return false
  }

  @inline(__always)
  mutating func isSilent(_ key: UInt64, type: Int) -> Bool {
    let share = types[type].silentShare
    guard !Scope.isPlain, share > 0 else { return false }
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
    let range = groups[group].skills
    if Scope.isPlain, range.upperBound &- range.lowerBound == 1 {
      let type = Int(skills[Int(range.lowerBound)].type)
      return settleHead(type) ? type : -1
    }
    return nextOfTypes(forGroup: group)
  }

  @inline(never)
  private mutating func nextOfTypes(forGroup group: Int) -> Int {
    let range = groups[group].skills
    var best = -1
    for index in Int(range.lowerBound)..<Int(range.upperBound) {
      let type = Int(skills[index].type)
      guard settleHead(type) else { continue }
      let delay = Scope.isPlain ? 0 : skills[index].overflowDelay
      if delay > 0, lines[type, 0].arrival + delay > now { continue }
      guard mayTake(type: type, group: group) else { continue }
      if best < 0 || urgency(ofHead: type) < urgency(ofHead: best) { best = type }
    }
    return best
  }

  @inline(__always)
  private mutating func urgency(ofHead type: Int) -> ContactUrgency {
    contactSelector.urgency(type: type, arrival: lines[type, 0].arrival, at: now)
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
    while waiting > 0 {
      var best: (type: Int, agent: Int, urgency: ContactUrgency)?
      for type in 0..<types.count {
        guard settleHead(type) else { continue }
        let head = lines[type, 0]
        let urgency = contactSelector.urgency(type: type, arrival: head.arrival, at: now)
        if let best, !(urgency < best.urgency) { continue }
        // Written as the sum that planned the overflow, so that both agree to the last bit.
        guard let agent = selectAgent(type: type, arrival: head.arrival) else { continue }
        best = (type, agent, urgency)
      }
      guard let best else { return }
      assign(removeHead(best.type), type: best.type, to: best.agent)
    }
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
        if contact.flags.contains(.gone) { continue }
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
    for index in types[type].eligible.indices {
      let row = eligibilities[index]
      guard row.overflowLine >= 0 else { continue }
      var due = contact
      due.deadline = contact.arrival + row.overflowDelay
      overflowLines.append(due, to: Int(row.overflowLine))
      nextOverflow = fastMin(nextOverflow, due.deadline)
    }
    updateBoundary()
  }

  mutating func overflow() {
    nextOverflow = .infinity
    for line in 0..<overflowLines.lineCount {
      while overflowLines.count(line) > 0, overflowLines[line, 0].deadline <= now {
        overflowLines.removeFirst(line)
      }
      if overflowLines.count(line) > 0 {
        nextOverflow = fastMin(nextOverflow, overflowLines[line, 0].deadline)
      }
    }
    dispatchWaiting()
  }

  /// After the last event: whoever can still leave does.
  mutating func settleRemaining() {
    now = .infinity
    for type in 0..<types.count {
      while lines.count(type) > 0 {
        let head = lines[type, 0]
        lines.removeFirst(type)
        if head.flags.contains(.gone) { continue }
        guard head.deadline < .infinity else {
          if !head.flags.contains(.handedOver) { bookUnserved(head) }
          continue
        }
        bookLeaver(head, type: type, isSilent: isSilent(head.key, type: type))
      }
    }
  }
}
