// SPDX-License-Identifier: GPL-3.0-or-later

/// What was written in closed hours and is answered as messages: after live customers, by agents who
/// keep a slot for these where they have more than one.
extension Simulation where Events: ~Copyable, Agents: ~Copyable {
  /// The window opens: a message of the night can be answered from now on. It is booked in a row of
  /// its own, by when it can be answered; in line it keeps the time of its writing, which is its turn.
  mutating func receiveUnread(_ held: WaitingContact, type: Int, row: Int) {
    let isOwn = row < types.count
    let cell = firstCell + (isOwn ? ContactLayout.overnight * types.count + type : row)
    if openings.last != now { openings.append(now) }
    var message = held
    message.deadline = now + draws.value(rules.overnightPatience, held.key, Purpose.patience)
    message.cell = UInt32(cell)
    lines.append(message, to: unreadLine(type))
    unread += 1
    bookArrival(key: message.key, cell: cell)
  }

  /// Takes the first message of a type, with its wait counted from opening.
  private mutating func removeUnread(_ type: Int) -> WaitingContact {
    let line = unreadLine(type)
    var message = lines[line, 0]
    lines.removeFirst(line)
    unread -= 1
    // The first opening since it was written; nearly always the last.
    var place = openings.count - 1
    while place > 0, openings[place - 1] >= message.arrival { place -= 1 }
    message.arrival = openings[place]
    return message
  }

  private mutating func unreadLine(_ type: Int) -> Int { 2 * types.count + type }

  /// Gives agents who came, or stand ready as the window opens, what they can take: one message each,
  /// then each a further one.
  @inline(never)
  mutating func dispatchUnread() {
    var isGiven = true
    while isGiven {
      isGiven = false
      for agent in 0..<agents.count where unread > 0 {
        if answerUnread(agent) { isGiven = true }
      }
    }
  }

  /// Gives an agent for whom nobody live waits a message, if he may take one more chat than he keeps
  /// free; false if not.
  @inline(never)
  mutating func answerUnread(_ agent: Int) -> Bool {
    let state = agents[agent]
    guard state.isAccepting, state.open == 0 || state.open + 1 < state.chatLimit,
      let type = unreadType(forGroup: Int(state.group))
    else { return false }
    assign(removeUnread(type), type: type, to: agent, isAtOnce: false)
    return true
  }

  /// The type whose first message the contact selection puts first; nil if the group has none.
  private mutating func unreadType(forGroup group: Int) -> Int? {
    let range = groups[group].skills
    var best: (type: Int, urgency: ContactUrgency)?
    for index in Int(range.lowerBound)..<Int(range.upperBound) {
      let type = Int(skills[index].type)
      guard settleUnreadHead(type), mayTake(type: type, group: group) else { continue }
      let urgency = contactSelector.urgency(
        type: type, group: group, arrival: lines[unreadLine(type), 0].arrival, at: now)
      if let best, !(urgency < best.urgency) { continue }
      best = (type, urgency)
    }
    return best?.type
  }

  /// Drops messages that are of no use any more; false if none is left.
  private mutating func settleUnreadHead(_ type: Int) -> Bool {
    let line = unreadLine(type)
    while lines.count(line) > 0 {
      if lines[line, 0].deadline >= now { return true }
      bookLeaver(removeUnread(type), type: type, isSilent: false)
    }
    return false
  }

  /// After the last event: what is never answered.
  mutating func settleUnread() {
    for type in 0..<types.count {
      while settleUnreadHead(type) {
        bookUnserved(removeUnread(type))
      }
    }
  }
}
